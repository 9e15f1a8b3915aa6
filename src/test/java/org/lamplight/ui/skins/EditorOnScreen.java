package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JRootPane;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.JFileChooserFinder;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.lamplight.presence.Status;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.WindowPicture;

/** The editor in a real window, with skins of a profile and a robot at its keyboard. */
final class EditorOnScreen implements AutoCloseable {
    final List<String> chosen = new CopyOnWriteArrayList<>();
    final World world = new World();
    final Robot robot = Hands.ready();
    final Screen screen;
    final SkinWindows windows;
    final FrameFixture frame;

    EditorOnScreen(Path profile, Locale language) {
        robot.settings().delayBetweenEvents(20);
        screen = new Screen(world, profile, language);
        windows = GuiActionRunner.execute(() -> new SkinWindows(screen.stage, screen.skins, chosen::add));
        GuiActionRunner.execute(() -> windows.openEditor());
        frame = WindowFinder.findFrame("skin-editor").withTimeout(10_000).using(robot);
        Screen.until("the list has the focus", () -> statuses().isFocusOwner());
    }

    JList<?> statuses() {
        return frame.list("skin.statuses").target();
    }

    JRootPane root() {
        return frame.targetCastedTo(JFrame.class).getRootPane();
    }

    /** Walks through the list by its keys. */
    void pick(Status status) {
        focus(statuses());
        keys(KeyEvent.VK_HOME);
        IntStream.range(0, status.ordinal()).forEach(i -> keys(KeyEvent.VK_DOWN));
        String name = GuiActionRunner.execute(() -> screen.stage.words().of(status));
        Screen.until(name, () -> label("skin.title").equals(name));
    }

    /** Tab or, backwards, Shift and Tab, until this has the focus. */
    void focus(Component wanted) {
        for (int i = 0; i < 60 && !focused(wanted); i++) {
            keys(KeyEvent.VK_TAB);
        }
        Screen.until("the focus", () -> wanted.isFocusOwner());
    }

    private static boolean focused(Component wanted) {
        return GuiActionRunner.execute(() -> wanted.isFocusOwner());
    }

    void keys(int... keys) {
        robot.pressAndReleaseKeys(keys);
        robot.waitForIdle();
    }

    void type(String text) {
        robot.enterText(text);
        robot.waitForIdle();
    }

    /** Waits until the editor knows of this skin. */
    void awaitSkin(String name) {
        JComboBox<?> skins = frame.comboBox("skin.skins").target();
        Screen.until(
                name,
                () -> IntStream.range(0, skins.getItemCount())
                        .anyMatch(i -> skins.getItemAt(i).toString().equals(name)));
    }

    String label(String name) {
        return ((JLabel) robot.finder().findByName(frame.target(), name)).getText();
    }

    void awaitSaid(String part) {
        Screen.until(part, () -> label("skin.said").contains(part));
    }

    DialogFixture dialog(String name) {
        return WindowFinder.findDialog(name).withTimeout(5000).using(robot);
    }

    /** Types the path into the file chooser of this name and takes it. */
    void chooseFile(String chooser, Path file) {
        JFileChooser shown = JFileChooserFinder.findFileChooser(chooser)
                .withTimeout(10_000)
                .using(robot)
                .target();
        JTextField name = robot.finder().find(shown, new GenericTypeMatcher<>(JTextField.class, true) {
            @Override
            protected boolean isMatching(JTextField field) {
                return field.isEditable();
            }
        });
        focus(name);
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_A);
        type(file.toString());
        keys(KeyEvent.VK_ENTER);
    }

    JComponent picturePage() {
        return GuiActionRunner.execute(() -> (JComponent) SwingUtilities.getAncestorOfClass(
                StatusPage.class, frame.button("skin.choose").target()));
    }

    /** What the sample of this name shows now. */
    BufferedImage picture(String name) {
        JComponent part = (JComponent) robot.finder().findByName(frame.target(), name);
        return GuiActionRunner.execute(() -> WindowPicture.paint(part, 1));
    }

    static boolean same(BufferedImage one, BufferedImage other) {
        return one.getWidth() == other.getWidth()
                && one.getHeight() == other.getHeight()
                && IntStream.range(0, one.getHeight())
                        .allMatch(y -> IntStream.range(0, one.getWidth())
                                .allMatch(x -> one.getRGB(x, y) == other.getRGB(x, y)));
    }

    String spoken(Status status) {
        return GuiActionRunner.execute(() -> statuses()
                .getAccessibleContext()
                .getAccessibleChild(status.ordinal())
                .getAccessibleContext()
                .getAccessibleName());
    }

    @Override
    public void close() {
        frame.cleanUp();
        world.close();
    }
}
