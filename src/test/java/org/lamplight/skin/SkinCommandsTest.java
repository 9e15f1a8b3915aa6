package org.lamplight.skin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ClientProcess;
import org.lamplight.lab.Jar;

/** Skins by {@code ctl}, in the client as users run it. */
class SkinCommandsTest {
    @TempDir
    Path folder;

    private ClientProcess client;

    @BeforeEach
    void start() throws Exception {
        client = ClientProcess.start(folder.resolve("profile"));
    }

    @AfterEach
    void end() throws Exception {
        client.close();
    }

    private JsonObject shown(String status) throws Exception {
        return client.ctl("skins", "show").stream()
                .filter(line -> line.get("status").getAsString().equals(status))
                .findFirst()
                .orElseThrow();
    }

    private String used() throws Exception {
        return client.ctl("skins").stream()
                .filter(line -> line.get("used").getAsBoolean())
                .findFirst()
                .orElseThrow()
                .get("name")
                .getAsString();
    }

    @Test
    void aPictureIsSetInAnOwnSkinThatHoldsOverARestart() throws Exception {
        Path picture = Files.write(folder.resolve("me.gif"), Pictures.of("gif", 16, 0xFF));
        client.ctl("skins", "set", "busy", picture.toString());
        assertThat(used()).isEqualTo("My skin");
        assertThat(shown("busy").get("icon").getAsString()).endsWith("busy.png");
        client.ctl("skins", "set", "away", "idle");
        assertThat(used()).isEqualTo("My skin");
        assertThat(shown("away").get("shownAs").getAsString()).isEqualTo("idle");
        client.quit();
        client = ClientProcess.start(folder.resolve("profile"));
        assertThat(used()).isEqualTo("My skin");
        assertThat(shown("busy").get("from").getAsString()).isEqualTo("skin");
        client.ctl("skins", "use", "lamplight");
        assertThat(shown("busy").get("icon").getAsString()).endsWith("busy.svg");
    }

    @Test
    void whatCannotBeSetIsSaidInASentence() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        for (String[] words : new String[][] {
            {"skins", "set", "asleep", "idle"},
            {"skins", "set", "busy", folder.resolve("gone.svg").toString()},
            {"skins", "set", "busy", broken.toString()},
            {"skins", "import", broken.toString()},
            {"skins", "import", folder.resolve("gone.zip").toString()},
            {"skins", "use", "gone"},
            {"skins", "check", folder.resolve("gone").toString()}
        }) {
            Answer answer = client.ask(words);
            assertThat(answer.exit()).as(String.join(" ", words)).isEqualTo(1);
            assertThat(answer.error()).endsWith(".").doesNotContain("Exception");
        }
        assertThat(used()).isEqualTo("lamplight");
        assertThat(client.ask("skins", "set", "busy").exit()).isEqualTo(2);
    }

    @Test
    void iconSetsAreImportedFromWhereTheCallerIs() throws Exception {
        Path set = Pictures.zip(
                folder.resolve("set.zip"),
                Map.of("busy.png", Pictures.of("png", 16, 0xFF), "away.svg", Pictures.svg()));
        Jar.Run run =
                Jar.run("ctl", "--profile", client.profile().toString(), "--json", "skins", "import", set.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"name\":\"set\"").contains("\"used\":true");
        assertThat(shown("busy").get("icon").getAsString()).endsWith("busy.png");
        Path nameless = Pictures.zip(folder.resolve("n.zip"), Map.of("q.svg", Pictures.svg()));
        assertThat(client.ask("skins", "import", nameless.toString()).error()).contains("n.zip");
    }

    @Test
    void theCheckPrintsProblemsAndNotes() throws Exception {
        Path skin = Files.createDirectories(folder.resolve("s/presence")).getParent();
        Files.writeString(skin.resolve("presence/busy.svg"), Pictures.SVG);
        Files.writeString(skin.resolve("presence/away.svg"), Pictures.SVG.replace("v16", "v15"));
        Answer answer = client.ask("skins", "check", skin.toString());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(Answer.each(answer.lines(), "problem")).anyMatch(problem -> problem.contains("too alike"));
        assertThat(Answer.each(answer.lines(), "note")).anyMatch(note -> note.contains("idle"));
        assertThat(client.ctl("skins", "check", System.getProperty("lamplight.skinart") + "/lamplight"))
                .isEmpty();
    }
}
