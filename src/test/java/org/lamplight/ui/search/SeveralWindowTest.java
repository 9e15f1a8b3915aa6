package org.lamplight.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.KeyEvent;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.ui.Hands;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;
import org.lamplight.ui.kit.Mirrors;

class SeveralWindowTest {
    private final World world = new World();
    private Robot robot;
    private Screen screen;
    private FrameFixture frame;

    @BeforeEach
    void open() {
        robot = Hands.ready();
        screen = new Screen(world);
        Mirrors mirrors = Mirrors.of(world.domain);
        frame = new FrameFixture(
                robot, GuiActionRunner.execute(() -> new SeveralWindow(world.domain, screen.stage, mirrors)));
        world.office().talk();
        Screen.until("people", () -> mirrors.people().all().size() == 12);
        GuiActionRunner.execute(() -> window().open());
        Screen.until("open", () -> frame.target().isActive());
    }

    private SeveralWindow window() {
        return frame.targetCastedTo(SeveralWindow.class);
    }

    @AfterEach
    void close() {
        frame.cleanUp();
        world.close();
    }

    private void type(String letters) {
        letters.chars().forEach(letter -> robot.type((char) letter));
        robot.waitForIdle();
    }

    private void add(String letters) {
        type(letters);
        robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        robot.waitForIdle();
    }

    @Test
    void eachGetsItAloneAllByKeyboard() {
        frame.button("several.send").requireDisabled();
        add("gr");
        add("hedy");
        add("dennis");
        assertThat(frame.button("several.send").text()).isEqualTo("Send to 3 people");
        robot.pressAndReleaseKeys(KeyEvent.VK_BACK_SPACE);
        Screen.until("one less", () -> frame.button("several.send").text().equals("Send to 2 people"));
        assertThat(frame.button("chip.grace@engine.example")
                        .target()
                        .getAccessibleContext()
                        .getAccessibleName())
                .isEqualTo("Remove Grace Hopper");
        add("new@else.example");
        frame.textBox("several.text").focus();
        type("lunch");
        screen.shoot("several", window().getRootPane());
        Screen.press(robot, KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        Screen.until("closed", () -> !frame.target().isShowing());
        assertThat(world.wire)
                .contains(
                        "send grace@engine.example lunch",
                        "send hedy@engine.example lunch",
                        "send new@else.example lunch")
                .noneMatch(line -> line.startsWith("send dennis"));
        GuiActionRunner.execute(() -> window().open());
        frame.textBox("several.text").requireText("");
    }

    @Test
    void tabTakesWhatCanMeanButOneAndLeavesAllElse() {
        type("hedy");
        tabTo("several.list");
        frame.button("chip.hedy@engine.example").requireVisible();
        frame.textBox("several.field").requireText("").focus();
        type("somebody@else.example");
        tabTo("several.list");
        frame.button("chip.somebody@else.example").requireVisible();
        frame.textBox("several.field").focus();
        type("a");
        tabTo("several.list");
        frame.textBox("several.field").requireText("a");
        assertThat(frame.button("several.send").text()).isEqualTo("Send to 2 people");
    }

    private void tabTo(String name) {
        robot.pressAndReleaseKeys(KeyEvent.VK_TAB);
        Screen.until(
                "the keys go to " + name, () -> robot.finder().findByName(name).isFocusOwner());
    }

    @Test
    void whoeverDidNotGetItStaysChosen() {
        world.onCore(() -> world.domain.chats().delivery().removeTransport(World.ACCOUNT));
        add("gr");
        frame.textBox("several.text").focus();
        type("lunch");
        frame.button("several.send").focus().pressAndReleaseKeys(KeyEvent.VK_SPACE);
        Screen.until("said", () -> frame.panel("refusal").target().isShowing());
        frame.textBox("several.text").requireText("lunch");
        frame.button("chip.grace@engine.example").requireVisible();
    }
}
