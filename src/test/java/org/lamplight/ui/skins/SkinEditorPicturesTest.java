package org.lamplight.ui.skins;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.TransferHandler.TransferSupport;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Draws the editor into target/screenshots, so that people can look at it. */
class SkinEditorPicturesTest {
    private static final Path ART = Path.of(System.getProperty("lamplight.skinart"), "lamplight/presence");

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
        String clock = Files.readString(ART.resolve("idle.svg"));
        Files.writeString(own.resolve("do-not-disturb.svg"), clock.replace("#B87000", "#C62A3D") + "<!-- -->");
        open(Locale.GERMANY);
        on.screen.skins.use("Bergwerk");
        Screen.until("read", () -> on.spoken(Status.DO_NOT_DISTURB).contains("zu ähnlich"));
        on.pick(Status.DO_NOT_DISTURB);
        Screen.resize(
                on.frame.target(), 900, 980, "laid out", () -> on.frame.target().getWidth() == 900);
        on.screen.shoot("skin-editor-own-de", on.root());
        Screen.resize(
                on.frame.target(), 560, 480, "laid out", () -> on.frame.target().getWidth() == 560);
        on.screen.shoot("skin-editor-narrow-de", on.root());
        int top = GuiActionRunner.execute(() -> {
            JComponent title = on.frame.label("skin.title").target();
            return SwingUtilities.convertPoint(title, 0, 0, SwingUtilities.getAncestorOfClass(JScrollPane.class, title))
                    .y;
        });
        assertThat(top).as("a low window shows the page from its top").isPositive();
    }

    /** A picture that can't be used, files that changed meanwhile, and the questions. */
    @Test
    void troubles() throws Exception {
        Path own = Files.createDirectories(profile.resolve("skinart/Quarry"));
        Path text = own.resolve("skin.properties");
        Files.writeString(text, "name = Quarry\nextends = lamplight\n");
        Path broken = Files.writeString(profile.resolve("broken.svg"), "<svg><script/></svg>");
        open(World.english());
        on.screen.skins.use("Quarry");
        on.awaitSkin("Quarry");
        on.pick(Status.BUSY);
        drop(ART.resolve("on-the-phone.svg"));
        Screen.until("changed", () -> on.label("skin.said").equals("Not saved yet"));
        Files.writeString(text, "name = Quarry\nextends = lamplight\nshow.idle = away\n");
        on.screen.skins.use("Quarry");
        Screen.until("the strip", () -> on.frame.panel("strip").target().isShowing());
        drop(broken);
        Screen.until(
                "the sentence", () -> on.frame.textBox("skin.problem").target().isShowing());
        on.screen.shoot("skin-editor-troubles", on.root());
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        Screen.shootPart("dialog-skin-unsaved@2x", root(on.dialog("skin-unsaved")));
        on.keys(KeyEvent.VK_ESCAPE);
        on.focus(on.frame.button("skin.tint.MAYBE.dark").target());
        on.keys(KeyEvent.VK_SPACE);
        Screen.shootPart("dialog-colour@2x", root(on.dialog("colour")));
        on.keys(KeyEvent.VK_ESCAPE);
        on.focus(on.statuses());
        on.keys(KeyEvent.VK_ENTER);
        JFileChooser chooser = JFileChooserFinder.findFileChooser("skin.file.picture")
                .withTimeout(5000)
                .using(on.robot)
                .target();
        Screen.shootPart("dialog-picture@2x", SwingUtilities.getRootPane(chooser));
        on.keys(KeyEvent.VK_ESCAPE);
    }

    private static JRootPane root(DialogFixture dialog) {
        return ((JDialog) dialog.target()).getRootPane();
    }

    private void drop(Path file) {
        JComponent page = on.picturePage();
        GuiActionRunner.execute(
                () -> page.getTransferHandler().importData(new TransferSupport(page, new DraggedFile(file))));
    }
}
