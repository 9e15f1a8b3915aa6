package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.people.PictureId;

class PictureFilesTest {
    private static final int MOST = 10_000;

    @TempDir
    private Path folder;

    private static byte[] picture(int number) {
        byte[] bytes = new byte[1_000];
        bytes[0] = (byte) number;
        return bytes;
    }

    private static PictureId id(int number) {
        return PictureId.ofBytes(picture(number));
    }

    private PictureFiles open() {
        return new PictureFiles(folder, MOST);
    }

    private static Optional<byte[]> read(PictureFiles files, PictureId id) throws Exception {
        return files.read(id).get(10, TimeUnit.SECONDS);
    }

    @Test
    void aPictureIsThereInTheNextRunAndForItsOwnerAlone() throws Exception {
        try (PictureFiles files = open()) {
            files.write(id(1), picture(1));
            files.keepKnown(Map.of("grace@navy.example", id(1)));
        }
        try (PictureFiles files = open()) {
            assertThat(read(files, id(1))).hasValue(picture(1));
            assertThat(files.known().get(10, TimeUnit.SECONDS)).isEqualTo(Map.of("grace@navy.example", id(1)));
        }
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void thoseThatWereLookedAtLongestAgoGoFirst() throws Exception {
        try (PictureFiles files = open()) {
            for (int i = 0; i < 10; i++) {
                files.write(id(i), picture(i));
                assertThat(read(files, id(i))).isPresent();
                Files.setLastModifiedTime(
                        folder.resolve(id(i).hex()), FileTime.from(Instant.now().minusSeconds(1_000 - i)));
            }
            assertThat(read(files, id(0))).as("looked at just now").isPresent();
            files.write(id(10), picture(10));
            assertThat(read(files, id(10))).isPresent();
            assertThat(read(files, id(0))).isPresent();
            assertThat(read(files, id(1))).isEmpty();
            assertThat(read(files, id(9))).isPresent();
        }
        assertThat(files().stream().mapToLong(file -> file.toFile().length()).sum())
                .isLessThanOrEqualTo(MOST);
    }

    @Test
    void aFileThatWasChangedIsNoPicture() throws Exception {
        try (PictureFiles files = open()) {
            files.write(id(1), picture(1));
            assertThat(read(files, id(1))).isPresent();
            Files.write(folder.resolve(id(1).hex()), picture(2));
            assertThat(read(files, id(1))).isEmpty();
        }
    }

    @Test
    void aListThatIsNonsenseIsNone() throws Exception {
        Files.writeString(folder.resolve("known"), "x\n\t\n" + id(1) + "\tnobody\n" + id(1) + "\ta@b.example\n\0");
        try (PictureFiles files = open()) {
            assertThat(files.known().get(10, TimeUnit.SECONDS)).isEqualTo(Map.of("a@b.example", id(1)));
        }
    }
}
