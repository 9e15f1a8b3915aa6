package org.lamplight.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

class QuickSwitcherTest {
    private final World world = new World();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        Mirrors mirrors = Mirrors.of(world.domain);
        world.office().talk();
        frame = new FrameFixture(robot, GuiActionRunner.execute(() -> {
            JFrame made = new JFrame("a window");
            made.add(new JTextField(10));
            new QuickSwitcher(screen.stage, mirrors, opened::add).serve(made);
            return made;
        }));
        frame.show(new Dimension(700, 560));
        Screen.until("people", () -> mirrors.people().all().size() == 12);
        Screen.until("talks", () -> mirrors.talks().all().size() == 5);
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private DialogFixture switcher() {
        frame.textBox().focus();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_K);
        return WindowFinder.findDialog("switcher").withTimeout(5000).using(robot);
    }

    private void type(String letters) {
        letters.chars().forEach(letter -> robot.type((char) letter));
    }

    private void closed() {
        Screen.until(
                "closed",
                () -> robot.finder()
                        .findAll(part -> part instanceof JDialog && part.isShowing())
                        .isEmpty());
    }

    @Test
    void aFewLettersAndEnterOpenTheTalk() {
        DialogFixture switcher = switcher();
        type("bali");
        Screen.until("found", () -> switcher.list("switcher.list").contents().length == 1);
        assertThat(switcher.textBox("switcher.field")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleDescription())
                .isEqualTo("Barbara Liskov, In a meeting, on the phone");
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("opened", () -> opened.equals(List.of("barbara@engine.example")));
        closed();
    }

    @Test
    void withoutLettersTheLastTalksComeFirstAndArrowsChoose() {
        DialogFixture switcher = switcher();
        Screen.until("all", () -> switcher.list("switcher.list").contents().length == 12);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN);
        assertThat(switcher.textBox("switcher.field")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleDescription())
                .isEqualTo("Grace Hopper, 1 unread, Free to chat");
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_UP, KeyEvent.VK_ENTER);
        Screen.until("opened", () -> opened.equals(List.of("grace@engine.example")));
    }

    @Test
    void escapeAndTheSameKeyCloseItAndGiveTheFocusBack() {
        switcher();
        type("xq");
        robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        closed();
        Screen.until("focus is back", () -> frame.textBox().target().isFocusOwner());
        switcher();
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_K);
        closed();
        assertThat(opened).isEmpty();
    }

    @Test
    void anAddressOfNobodyKnownIsATalkToo() {
        switcher();
        type("new@else.example");
        robot.waitForIdle();
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("opened", () -> opened.equals(List.of("new@else.example")));
    }

    @Test
    void pictures() {
        DialogFixture switcher = switcher();
        screen.shoot("switcher", switcher.targetCastedTo(JDialog.class).getRootPane());
        type("ar");
        robot.waitForIdle();
        screen.shoot("switcher-found", switcher.targetCastedTo(JDialog.class).getRootPane());
        type("xx");
        robot.waitForIdle();
        screen.shoot("switcher-none", switcher.targetCastedTo(JDialog.class).getRootPane());
    }

    @Test
    void speaksGerman() {
        Screen german = new Screen(world, null, Locale.GERMANY);
        assertThat(german.stage.texts(QuickSwitcher.class).get("switcher")).isEqualTo("Zu einem Gespräch");
    }
}
