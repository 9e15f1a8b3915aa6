package org.lamplight.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JPopupMenu;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Status;
import org.lamplight.ui.Hands;
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
        robot = Hands.ready();
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

    @Test
    void anEndIsAskedByKeysAndWordsAloneKeepIt() {
        menu().list("status.choices")
                .pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_RIGHT);
        Screen.until("the ends", () -> openMenu("status.until") != null);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        Screen.until("do not disturb", () -> own().chosen() == Status.DO_NOT_DISTURB);
        assertThat(own().chosenUntil()).isEqualTo(Instant.parse("2026-11-18T15:23:00Z"));
        Screen.until("the window heard", () -> mirrors.own().now().chosen() == Status.DO_NOT_DISTURB);

        menu().textBox("status.note").enterText("deep work").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("the note", () -> "deep work".equals(own().presence().note()));
        assertThat(own().chosenUntil()).isEqualTo(Instant.parse("2026-11-18T15:23:00Z"));
    }

    @Test
    void aTimeOfTheDayIsTyped() {
        DialogFixture menu = menu();
        menu.list("status.choices").pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_DOWN, KeyEvent.VK_RIGHT);
        Screen.until("the ends", () -> openMenu("status.until") != null);
        robot.pressAndReleaseKeys(KeyEvent.VK_UP, KeyEvent.VK_ENTER);
        menu.textBox("status.time").requireFocused().enterText("later").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        assertThat(own().chosen()).isEqualTo(Status.AVAILABLE);
        menu.textBox("status.time").deleteText().enterText("16.30").pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("busy", () -> own().chosen() == Status.BUSY);
        assertThat(own().chosenUntil()).isEqualTo(Instant.parse("2026-11-18T16:30:00Z"));
    }

    @Test
    void presetsAreKeptReorderedUsedAndRemovedByKeys() {
        world.onCore(() -> world.domain.own().choose(Status.BUSY, null, null));
        Screen.until("the window heard", () -> mirrors.own().now().chosen() == Status.BUSY);
        DialogFixture menu = menu();
        menu.textBox("status.note").enterText("writing");
        menu.button("status.keep").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until(
                "kept", () -> menu.list("status.choices").target().getModel().getSize() == 8);
        menu.textBox("status.note").deleteText().enterText("with a customer");
        menu.button("status.keep").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until(
                "kept too",
                () -> menu.list("status.choices").target().getModel().getSize() == 9);
        Screen.shootPart(
                "status-menu-presets-light@2x", menu.panel("status.panel").target());
        menu.list("status.choices").focus().pressAndReleaseKeys(KeyEvent.VK_END);
        robot.pressKey(KeyEvent.VK_ALT);
        robot.pressAndReleaseKeys(KeyEvent.VK_UP);
        robot.releaseKey(KeyEvent.VK_ALT);
        Screen.until("moved", () -> notes().equals(List.of("with a customer", "writing")));
        robot.pressAndReleaseKeys(KeyEvent.VK_END, KeyEvent.VK_DELETE);
        Screen.until("removed", () -> notes().equals(List.of("with a customer")));
        robot.pressAndReleaseKeys(KeyEvent.VK_END, KeyEvent.VK_ENTER);
        Screen.until("chosen", () -> "with a customer".equals(own().presence().note()));
        assertThat(own().chosen()).isEqualTo(Status.BUSY);
    }

    private List<String> notes() {
        return world.onCore(() -> world.domain.own().ready().presets().stream()
                .map(ChoicePreset::note)
                .toList());
    }

    @Test
    void theLastNotesAreAtHand() {
        world.onCore(() -> world.domain.own().reword("at lunch"));
        world.onCore(() -> world.domain.own().reword(null));
        Screen.until("the window heard", () -> mirrors.own().now().presence().note() == null);
        DialogFixture menu = menu();
        menu.textBox("status.note").focus().pressAndReleaseKeys(KeyEvent.VK_DOWN);
        Screen.until("the last notes", () -> openMenu("status.notes.menu") != null);
        robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        menu.textBox("status.note").requireText("at lunch");
    }

    @Test
    void aMeetingThatIsOverEarlyIsOver() {
        world.onCore(() -> world.domain
                .own()
                .observe(World.calendar(Status.IN_A_MEETING, "2026-11-18T14:00:00Z", "2026-11-18T15:00:00Z")));
        Screen.until("the meeting shows", () -> mirrors.own().now().presence().status() == Status.IN_A_MEETING);
        menu().button("status.over").click();
        Screen.until("available", () -> own().presence().status() == Status.AVAILABLE);
    }

    private @Nullable JPopupMenu openMenu(String name) {
        return robot
                .finder()
                .findAll(new GenericTypeMatcher<>(JPopupMenu.class, true) {
                    @Override
                    protected boolean isMatching(JPopupMenu menu) {
                        return name.equals(menu.getName());
                    }
                })
                .stream()
                .findFirst()
                .orElse(null);
    }
}
