package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Map<String, Setting> KNOWN = Map.of(
            "sound", Setting.of("sound", "on", "on|off", "Say on or off."),
            "size", Setting.of("size", "13", "[0-9]{1,2}", "Give a number."));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("lamplight.properties");
    }

    private Settings settings(String text) throws IOException {
        Files.writeString(file, text);
        return new Settings(file, KNOWN);
    }

    @Test
    void aFirstFileExplainsEachKeyAndSetsNone() throws IOException {
        Settings settings = new Settings(file, KNOWN);

        assertThat(Files.readString(file)).contains("# Say on or off.\n# sound = on\n", "# size = 13\n");
        assertThat(settings.problem()).isEmpty();
        assertThat(settings.all()).isEqualTo(Map.of("sound", "on", "size", "13"));
    }

    @Test
    void aSetKeepsCommentsUnknownKeysAndBrokenLines() throws Exception {
        Settings settings = settings("# mine\nfuture.key = 7\n???\nsize = 12\n");
        settings.set("size", "14");

        assertThat(Files.readString(file)).isEqualTo("# mine\nfuture.key = 7\n???\nsize = 14\n");
        assertThat(settings.get("future.key")).isEqualTo("7");
        assertThat(settings.get("nobody")).isEmpty();
        assertThat(settings.all()).containsEntry("future.key", "7").containsEntry("sound", "on");
    }

    @Test
    void aHandsEditWhileItRunsIsNotLost() throws Exception {
        Settings settings = settings("size = 12\n");
        Files.writeString(file, "# by hand\nsize = 12\nsound = off\n");
        settings.set("size", "15");

        assertThat(Files.readString(file)).isEqualTo("# by hand\nsize = 15\nsound = off\n");
        assertThat(settings.get("sound")).isEqualTo("off");
    }

    @Test
    void aBrokenLineIsSaidByItsNumber() throws IOException {
        assertThat(settings("size = 12\nwhat is this\n").problem().orElseThrow())
                .contains("Line 2")
                .contains(file.toString());
    }

    @Test
    void aWrongValueInTheFileIsSaidAndTheUsualOneHolds() throws IOException {
        Settings settings = settings("size = huge\nsound = off\n");

        assertThat(settings.problem().orElseThrow()).contains("size", "huge", "Give a number.");
        assertThat(settings.get("size")).isEqualTo("13");
        assertThat(settings.get("sound")).isEqualTo("off");
        assertThat(Files.readString(file)).contains("size = huge");
    }

    @Test
    void aWrongValueIsRefusedAndNothingIsWritten() throws IOException {
        Settings settings = settings("size = 12\n");
        List<String> heard = new ArrayList<>();
        settings.listen(Set.of("size", "two words", "x"), () -> heard.add("a set"));

        assertThatThrownBy(() -> settings.set("size", "1000"))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageContaining("Give a number.");
        assertThatThrownBy(() -> settings.set("two words", "1")).isInstanceOf(Settings.Refused.class);
        assertThatThrownBy(() -> settings.set("x", "1".repeat(10_001))).isInstanceOf(Settings.Refused.class);
        assertThat(Files.readString(file)).isEqualTo("size = 12\n");
        assertThat(heard).isEmpty();
    }

    @Test
    void whoListensHearsOfASet() throws Exception {
        Settings settings = settings("");
        List<String> heard = new ArrayList<>();
        settings.listen(Set.of("sound"), () -> heard.add("sound=" + settings.get("sound")));
        settings.listen(Set.of("size"), () -> heard.add("size"));
        settings.set("sound", "off");

        assertThat(heard).containsExactly("sound=off");
        assertThat(new Settings(file, KNOWN).get("sound")).isEqualTo("off");
    }

    @Test
    void aFileThatIsNotTextIsSetAsideWhole() throws Exception {
        byte[] binary = {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80};
        Files.write(file, binary);
        Settings settings = new Settings(file, KNOWN);

        Path aside = folder.resolve("lamplight.properties.broken");
        assertThat(Files.readAllBytes(aside)).isEqualTo(binary);
        assertThat(settings.problem().orElseThrow()).contains(aside.toString());
        assertThat(settings.get("size")).isEqualTo("13");

        settings.set("size", "14");
        assertThat(Files.readString(file)).contains("size = 14\n", "# sound = on\n");
        assertThat(settings.problem()).isEmpty();
    }
}
