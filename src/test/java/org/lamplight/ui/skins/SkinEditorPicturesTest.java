package org.lamplight.ui.skins;

import java.awt.Dimension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Draws the editor into target/screenshots, so that people can look at it. */
class SkinEditorPicturesTest {
    @TempDir
    Path profile;

    private EditorOnScreen on;

    private void open(Locale language) {
        on = new EditorOnScreen(profile, language);
    }

    @AfterEach
    void close() {
        on.close();
    }

    @Test
    void asItIs() {
        open(World.english());
        on.pick(Status.ON_THE_PHONE);
        on.screen.shoot("skin-editor", on.root());
    }

    @Test
    void withOwnPicturesInGermanAndNarrow() throws Exception {
        Path own = Files.createDirectories(profile.resolve("skinart/Bergwerk/presence"));
        Files.writeString(
                own.resolve("../skin.properties"),
                "name = Bergwerk\nextends = lamplight\nshow.free-to-chat = available\ntint.welcome = #7A4BD0\n");
        Path art = Path.of(System.getProperty("lamplight.skinart"), "lamplight/presence");
        String clock = Files.readString(art.resolve("idle.svg"));
        Files.writeString(own.resolve("do-not-disturb.svg"), clock.replace("#B87000", "#C62A3D") + "<!-- -->");
        open(Locale.GERMANY);
        on.screen.skins.use("Bergwerk");
        Screen.until("read", () -> on.spoken(Status.DO_NOT_DISTURB).contains("zu ähnlich"));
        on.pick(Status.DO_NOT_DISTURB);
        GuiActionRunner.execute(() -> on.frame.target().setSize(new Dimension(900, 980)));
        on.robot.waitForIdle();
        on.screen.shoot("skin-editor-own-de", on.root());
        GuiActionRunner.execute(() -> on.frame.target().setSize(new Dimension(560, 480)));
        on.robot.waitForIdle();
        on.screen.shoot("skin-editor-narrow-de", on.root());
    }
}
