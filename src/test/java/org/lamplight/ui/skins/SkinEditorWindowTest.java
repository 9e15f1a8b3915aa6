package org.lamplight.ui.skins;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JComponent;
import javax.swing.TransferHandler.TransferSupport;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.skin.SkinWatch;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** The editor by its keys. */
class SkinEditorWindowTest {
    private static final Path ART = Path.of(System.getProperty("lamplight.skinart"), "lamplight/presence");

    @TempDir
    Path folder;

    private Path profile;
    private EditorOnScreen on;

    @BeforeEach
    void open() {
        profile = folder.resolve("profile");
        on = new EditorOnScreen(profile, World.english());
    }

    @AfterEach
    void close() {
        on.close();
    }

    private void showAs(Status status) {
        on.focus(on.frame.comboBox("skin.showAs").target());
        on.keys(KeyEvent.VK_DOWN, KeyEvent.VK_HOME);
        IntStream.range(0, status.ordinal()).forEach(i -> on.keys(KeyEvent.VK_DOWN));
        on.keys(KeyEvent.VK_ENTER);
    }

    private void undo() {
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
    }

    private void save() {
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_S);
    }

    private void saveAs(String name) {
        save();
        on.dialog("skin-name").textBox("skin-name.name").requireText("My skin");
        on.type(name);
        on.keys(KeyEvent.VK_ENTER);
        on.awaitSaid("Saved");
    }

    @Test
    void showsAStatusAsAnotherAndTakesItBack() {
        on.pick(Status.BUSY);
        BufferedImage before = on.picture("skin.sizes.light");
        assertThat(on.spoken(Status.BUSY)).isEqualTo("Busy");
        showAs(Status.AWAY);
        Screen.until("shown", () -> on.spoken(Status.BUSY).equals("Busy, looks like Away"));
        assertThat(EditorOnScreen.same(before, on.picture("skin.sizes.light"))).isFalse();
        assertThat(on.label("skin.said")).isEqualTo("Not saved yet");
        on.pick(Status.IDLE);
        undo();
        Screen.until("undone", () -> on.spoken(Status.BUSY).equals("Busy"));
        assertThat(on.label("skin.title")).isEqualTo("Busy");
        assertThat(EditorOnScreen.same(before, on.picture("skin.sizes.light"))).isTrue();
        assertThat(on.label("skin.said")).isEmpty();
        on.robot.pressKey(KeyEvent.VK_SHIFT);
        undo();
        on.robot.releaseKey(KeyEvent.VK_SHIFT);
        Screen.until("redone", () -> on.spoken(Status.BUSY).equals("Busy, looks like Away"));
        on.focus(on.statuses());
        on.keys(KeyEvent.VK_DELETE);
        Screen.until("as before", () -> on.spoken(Status.BUSY).equals("Busy"));
    }

    @Test
    void lettersFindAStatusByItsName() {
        on.type("doe");
        Screen.until("found", () -> on.label("skin.title").equals("Does not share presence"));
        on.focus(on.frame.comboBox("skin.showAs").target());
        on.type("p");
        Screen.until("found", () -> on.spoken(Status.NOT_SHARED).contains("looks like Presenting"));
    }

    @Test
    void escapeInTheListOfOthersChangesNothing() {
        on.pick(Status.BUSY);
        on.focus(on.frame.comboBox("skin.showAs").target());
        on.keys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ESCAPE);
        assertThat(on.spoken(Status.BUSY)).isEqualTo("Busy");
        assertThat(on.label("skin.said")).isEmpty();
        assertThat(GuiActionRunner.execute(
                        () -> on.frame.comboBox("skin.showAs").target().getSelectedItem()))
                .isEqualTo(Status.BUSY);
    }

    @Test
    void takesAFileAsThePictureAndSavesAnOwnSkin() throws IOException {
        on.pick(Status.BUSY);
        on.keys(KeyEvent.VK_ENTER);
        on.chooseFile("skin.file.picture", ART.resolve("idle.svg"));
        Screen.until("taken", () -> on.spoken(Status.BUSY).contains("own picture"));
        assertThat(on.spoken(Status.BUSY)).isEqualTo("Busy, own picture, too much like Idle");
        assertThat(on.label("skin.file")).isEqualTo("presence/idle.svg");
        assertThat(verdict()).contains("Nearest: Idle").contains("0.00: too alike");
        saveAs("Quarry");
        assertThat(on.screen.skins.current().id()).isEqualTo("Quarry");
        assertThat(on.chosen).containsExactly("Quarry");
        assertThat(profile.resolve("skinart/Quarry/presence/busy.svg"))
                .hasSameTextualContentAs(ART.resolve("idle.svg"));
        assertThat(profile.resolve("skinart/Quarry/skin.properties")).content().contains("extends = lamplight");
        assertThat(on.frame.comboBox("skin.skins").target().getSelectedItem()).hasToString("Quarry");
        // the skin has a name now, so nothing is asked
        on.pick(Status.AWAY);
        showAs(Status.IDLE);
        on.awaitSaid("Not saved yet");
        save();
        on.awaitSaid("Saved");
        assertThat(profile.resolve("skinart/Quarry/skin.properties")).content().contains("show.away = idle");
    }

    private String verdict() {
        return GuiActionRunner.execute(() ->
                on.frame.panel("skin.verdict").target().getAccessibleContext().getAccessibleName());
    }

    @Test
    void tellsHowFarTheNearestIs() {
        on.pick(Status.DO_NOT_DISTURB);
        assertThat(verdict()).contains("Nearest: Idle").contains("0.24").contains("easily told apart");
    }

    @Test
    void aBrokenPictureCostsOneSentence() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
        on.pick(Status.AWAY);
        BufferedImage before = on.picture("skin.sizes.dark");
        on.keys(KeyEvent.VK_ENTER);
        on.chooseFile("skin.file.picture", broken);
        Screen.until(
                "the sentence", () -> on.frame.textBox("skin.problem").target().isShowing());
        assertThat(on.frame.textBox("skin.problem").text())
                .isEqualTo("The picture is none of SVG, PNG, GIF, BMP and ICO. Save it as SVG or PNG.");
        assertThat(EditorOnScreen.same(before, on.picture("skin.sizes.dark"))).isTrue();
        assertThat(on.label("skin.said")).isEmpty();
        on.pick(Status.IDLE);
        assertThat(on.robot.finder().findByName("skin.problem", false).isShowing())
                .isFalse();
    }

    @Test
    void aNameThatIsTakenIsSaidInTheForm() {
        on.pick(Status.BUSY);
        showAs(Status.AWAY);
        save();
        DialogFixture form = on.dialog("skin-name");
        on.type("Lamplight");
        on.keys(KeyEvent.VK_ENTER);
        Screen.until("refused", () -> form.textBox("skin-name.wrong").text().contains("already"));
        on.keys(KeyEvent.VK_ESCAPE);
        assertThat(on.screen.skins.current().id()).isEqualTo("lamplight");
        assertThat(on.spoken(Status.BUSY)).contains("looks like Away");
    }

    @Test
    void aFileMayBeDroppedOnAStatusOrOnThePreview() throws Exception {
        on.pick(Status.AWAY);
        drop(on.statuses(), ART.resolve("ringing.svg"));
        Screen.until("on the list", () -> on.spoken(Status.AWAY).contains("too much like Ringing"));
        on.pick(Status.BLOCKED);
        drop(on.picturePage(), ART.resolve("offline.svg"));
        Screen.until("on the page", () -> on.spoken(Status.BLOCKED).contains("too much like Offline"));
    }

    private void drop(JComponent target, Path file) {
        GuiActionRunner.execute(
                () -> target.getTransferHandler().importData(new TransferSupport(target, new DraggedFile(file))));
    }

    @Test
    void showsAllSamplesAsOthersSeeThem() {
        on.pick(Status.BUSY);
        assertThat(colourful(on.picture("skin.rows.light"))).isTrue();
        on.focus(on.frame.toggleButton("skin.sight.FULL").target());
        BufferedImage full = on.picture("skin.sizes.dark");
        on.keys(KeyEvent.VK_RIGHT);
        Screen.until("red-blind", () -> !EditorOnScreen.same(full, on.picture("skin.sizes.dark")));
        on.keys(KeyEvent.VK_LEFT, KeyEvent.VK_LEFT);
        Screen.until("grey", () -> !colourful(on.picture("skin.sizes.dark")));
        assertThat(colourful(on.picture("skin.rows.light"))).isFalse();
        on.frame.toggleButton("skin.sight.GREY").requireSelected();
    }

    private static boolean colourful(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return IntStream.of(pixels).anyMatch(rgb -> Math.abs((rgb >> 16 & 0xFF) - (rgb & 0xFF)) > 60);
    }

    @Test
    void aHueGetsAnotherColourAndTheThemesAgain() {
        on.pick(Status.AVAILABLE);
        JButton colour = on.frame.button("skin.tint.WELCOME.light").target();
        on.focus(colour);
        on.keys(KeyEvent.VK_SPACE);
        DialogFixture dialog = on.dialog("colour");
        JColorChooser chooser = (JColorChooser) on.robot.finder().findByName(dialog.target(), "colour.chooser");
        GuiActionRunner.execute(() -> chooser.setColor(0xF0, 0xF0, 0xE0));
        assertThat(dialog.label("colour.contrast").text()).contains("Hard to see, at least 3 is needed");
        GuiActionRunner.execute(() -> chooser.setColor(0x10, 0x20, 0xE0));
        assertThat(dialog.label("colour.contrast").text()).isEqualTo("Contrast to the ground: 9.1");
        on.keys(KeyEvent.VK_ENTER);
        Screen.until("tinted", () -> colour.getText().equals("#1020E0"));
        Screen.until("drawn", () -> Integer.toHexString(dot("skin.sizes.light")).equals("ff1020e0"));
        assertThat(dot("skin.sizes.dark") & 0xFFFFFF).isEqualTo(Hues.DARK.welcome());
        on.focus(on.frame.button("skin.tint.WELCOME.back").target());
        on.keys(KeyEvent.VK_SPACE);
        Screen.until("the theme's", () -> (dot("skin.sizes.light") & 0xFFFFFF) == Hues.LIGHT.welcome());
        assertThat(on.label("skin.said")).isEmpty();
    }

    /** The middle of the largest icon, which is a disc. */
    private int dot(String sample) {
        BufferedImage image = on.picture(sample);
        return image.getRGB(image.getWidth() / 2 + 70, image.getHeight() / 2);
    }

    @Test
    void closingAsksAboutWhatIsNotSaved() {
        on.pick(Status.BUSY);
        showAs(Status.AWAY);
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        on.dialog("skin-unsaved");
        on.keys(KeyEvent.VK_ESCAPE);
        assertThat(on.frame.target().isShowing()).isTrue();
        assertThat(on.spoken(Status.BUSY)).contains("looks like Away");
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        on.focus(on.dialog("skin-unsaved").button("skin-unsaved.drop").target());
        on.keys(KeyEvent.VK_SPACE);
        Screen.until("closed", () -> !on.frame.target().isShowing());
        GuiActionRunner.execute(() -> on.windows.openEditor());
        Screen.until("open again", () -> on.frame.target().isShowing());
        assertThat(on.spoken(Status.BUSY)).isEqualTo("Busy");
    }

    @Test
    void closingMaySaveFirst() {
        on.pick(Status.BUSY);
        showAs(Status.AWAY);
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_W);
        on.dialog("skin-unsaved");
        on.keys(KeyEvent.VK_ENTER);
        on.dialog("skin-name");
        on.keys(KeyEvent.VK_ENTER);
        Screen.until("closed", () -> !on.frame.target().isShowing());
        assertThat(on.screen.skins.current().id()).isEqualTo("My skin");
    }

    @Test
    void choosesAnotherSkin() throws IOException {
        Path quarry = Files.createDirectories(profile.resolve("skinart/quarry"));
        Files.writeString(quarry.resolve("skin.properties"), "name = The quarry\nshow.busy = away\n");
        on.screen.skins.use("lamplight");
        GuiActionRunner.execute(() -> on.windows.openEditor());
        on.awaitSkin("The quarry");
        on.focus(on.frame.comboBox("skin.skins").target());
        on.keys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        on.awaitSaid("“The quarry” is in use.");
        assertThat(on.screen.skins.current().id()).isEqualTo("quarry");
        assertThat(on.chosen).containsExactly("quarry");
        Screen.until("its icons", () -> on.spoken(Status.BUSY).equals("Busy, looks like Away"));
    }

    @Test
    void filesThatAreSavedElsewhereShowAtOnceUnlessSomethingWouldBeLost() throws Exception {
        on.pick(Status.BUSY);
        showAs(Status.AWAY);
        saveAs("Mine");
        try (SkinWatch watch = new SkinWatch(on.screen.skins)) {
            Path text = profile.resolve("skinart/Mine/skin.properties");
            Files.writeString(text, "name = Mine\nextends = lamplight\nshow.busy = idle\n");
            Screen.until("shown", () -> on.spoken(Status.BUSY).equals("Busy, looks like Idle"));
            on.pick(Status.AWAY);
            showAs(Status.IDLE);
            Screen.until("changed", () -> on.spoken(Status.AWAY).contains("looks like Idle"));
            Files.writeString(text, "name = Mine\nextends = lamplight\nshow.busy = ringing\n");
            Screen.until("the strip", () -> on.frame.panel("strip").target().isShowing());
            assertThat(on.spoken(Status.BUSY)).isEqualTo("Busy, looks like Idle");
            assertThat(on.spoken(Status.AWAY)).contains("looks like Idle");
            on.focus(on.frame.button("skin.readAnew").target());
            on.keys(KeyEvent.VK_SPACE);
            Screen.until("read", () -> on.spoken(Status.BUSY).equals("Busy, looks like Ringing"));
            assertThat(on.spoken(Status.AWAY)).isEqualTo("Away");
        }
    }
}
