package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings live with people's hands in their file. */
class SettingsTest {
    private static final Map<String, Setting> KNOWN =
            Map.of("theme", Setting.of("theme", "system", "system|light|dark", "The look: system, light or dark."));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("lamplight.properties");
    }

    @Test
    void theFirstFileExplainsEachKey() throws Exception {
        assertThat(new Settings(file, KNOWN).get("theme")).isEqualTo("system");
        assertThat(Files.readString(file)).contains("The look").contains("# theme = system");
    }

    @Test
    void commentsOrderAndForeignKeysStay() throws Exception {
        Files.writeString(file, "# mine\n\nother.key=kept \\ as it is\n! also mine\ntheme = light\nlast = 1\n");
        Settings settings = new Settings(file, KNOWN);
        settings.set("theme", "dark");
        assertThat(Files.readString(file))
                .isEqualTo("# mine\n\nother.key=kept \\ as it is\n! also mine\ntheme = dark\nlast = 1\n");
        assertThat(settings.get("other.key")).isEqualTo("kept \\ as it is");
    }

    @Test
    void aHandsEditMeanwhileIsNotLost() throws Exception {
        Settings settings = new Settings(file, KNOWN);
        Files.writeString(file, "added.by.hand = yes\n");
        settings.set("theme", "dark");
        assertThat(Files.readString(file)).contains("added.by.hand = yes").contains("theme = dark");
        assertThat(settings.get("added.by.hand")).isEqualTo("yes");
    }

    @Test
    void aSenselessValueIsRefusedOrPassedOverAndTold() throws Exception {
        Files.writeString(file, "theme = pink\n");
        Settings settings = new Settings(file, KNOWN);
        assertThat(settings.get("theme")).isEqualTo("system");
        assertThat(settings.problem()).get().asString().contains("pink");
        assertThatThrownBy(() -> settings.set("theme", "blue")).isInstanceOf(Settings.Refused.class);
        assertThatThrownBy(() -> settings.set("a\nb", "1")).isInstanceOf(Settings.Refused.class);
    }

    @Test
    void whatIsNoTextIsKeptAside() throws Exception {
        byte[] binary = {1, (byte) 0xff, 0, (byte) 0xc3, (byte) 0x28};
        Files.write(file, binary);
        Settings settings = new Settings(file, KNOWN);
        assertThat(settings.problem()).isPresent();
        settings.set("theme", "dark");
        assertThat(Files.readAllBytes(folder.resolve("lamplight.properties.broken")))
                .isEqualTo(binary);
    }

    @Test
    void ofAKeyThatStandsTwiceTheLastCounts() {
        KeptText text = KeptText.of("\uFEFFa = 1\na = 2\n");
        assertThat(text.values()).containsEntry("a", "2");
        assertThat(text.with("a", "3").text()).isEqualTo("a = 1\na = 3\n");
        assertThat(KeptText.of("a = 1\nwhat\n").senseless()).containsExactly(2);
        assertThat(KeptText.of("").with("b", "one\ntwo").text()).isEqualTo("b = one two\n");
    }
}
