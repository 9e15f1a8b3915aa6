package org.lamplight.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JFrame;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Status;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Theme;

class StatusMenuTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;
    private Mirrors mirrors;

    @BeforeEach
    void open() {
        robot = BasicRobot.robotWithNewAwtHierarchy();
        screen = new Screen(world);
        mirrors = Mirrors.of(world.domain);
        frame = new FrameFixture(robot, GuiActionRunner.execute(this::frameWithAButton));
        frame.show(new Dimension(340, 120));
    }

    private JFrame frameWithAButton() {
        StatusMenu menu = new StatusMenu(world.domain, screen.stage, mirrors);
        JFrame made = new JFrame("status");
        JButton button = new JButton("status");
        button.setName("opens");
        button.addActionListener(event -> menu.openUnder(button));
        made.add(button);
        return made;
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private DialogFixture menu() {
        frame.button("opens").click();
        return WindowFinder.findDialog("status.menu").withTimeout(5000).using(robot);
    }

    private OwnStatus own() {
        return world.onCore(() -> world.domain.own().now());
    }

    @Test
    void choosesByKeys() {
        DialogFixture menu = menu();
        menu.list("status.choices").pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        Screen.until("busy", () -> own().chosen() == Status.BUSY);
        Screen.until("the menu is gone", () -> !menu.target().isShowing());
    }

    @Test
    void choosesByAClickAndKeepsTheNote() {
        DialogFixture menu = menu();
        menu.textBox("status.note").enterText("Volume 5");
        menu.list("status.choices").clickItem(3);
        Screen.until("do not disturb", () -> own().chosen() == Status.DO_NOT_DISTURB);
        assertThat(own().presence().note()).isEqualTo("Volume 5");
    }

    @Test
    void aNoteAloneKeepsTheStatus() {
        DialogFixture menu = menu();
        menu.textBox("status.note").enterText("in room 4").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("the note", () -> "in room 4".equals(own().presence().note()));
        assertThat(own().chosen()).isEqualTo(Status.AVAILABLE);
    }

    @Test
    void saysWhyAndSwitchesTheReasonOffAndOn() {
        world.onCore(() -> world.domain
                .own()
                .observe(World.calendar(Status.IN_A_MEETING, "2026-11-18T14:00:00Z", "2026-11-18T15:00:00Z")
                        .note("Design review")));
        Screen.until("the meeting shows", () -> mirrors.own().now().presence().status() == Status.IN_A_MEETING);
        DialogFixture menu = menu();
        Screen.shootPart("status-menu-light@2x", menu.panel("status.panel").target());
        menu.button("status.silence").click();
        Screen.until("available", () -> own().presence().status() == Status.AVAILABLE);
        Screen.until("the window heard", () -> mirrors.own().now().presence().status() == Status.AVAILABLE);
        screen.use(Theme.Choice.DARK);
        DialogFixture again = menu();
        Screen.shootPart("status-menu-dark@2x", again.panel("status.panel").target());
        again.button("status.again").click();
        Screen.until("the meeting is back", () -> own().presence().status() == Status.IN_A_MEETING);
    }

    @Test
    void escapeClosesItAndChangesNothing() {
        DialogFixture menu = menu();
        menu.list("status.choices").pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_ESCAPE);
        Screen.until("the menu is gone", () -> !menu.target().isShowing());
        assertThat(own().chosen()).isEqualTo(Status.AVAILABLE);
    }
}
