package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsWhatPeopleWrite() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "gr\u00fc\u00dfe\n");
        assertThat(TextFile.read(file)).isEqualTo("gr\u00fc\u00dfe\n");
    }

    @Test
    void saysThatItIsNoText() throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[] {(byte) 0xff, 1, 2});
        assertThatThrownBy(() -> TextFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not text in UTF-8");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void doesNotReadForEver() {
        assertThatThrownBy(() -> TextFile.read(Path.of("/dev/zero"))).hasMessage("it is no plain file");
    }

    @Test
    void saysThatItIsTooLong() throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[1024 * 1024 + 1]);
        assertThatThrownBy(() -> TextFile.read(file)).hasMessage("it has more than 1 MB");
    }
}
