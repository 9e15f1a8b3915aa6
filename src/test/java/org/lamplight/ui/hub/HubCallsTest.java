package org.lamplight.ui.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import javax.swing.JList;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Calls;
import org.lamplight.call.Cause;
import org.lamplight.call.LineKind;
import org.lamplight.call.LineState;
import org.lamplight.call.Remote;
import org.lamplight.lab.PlayedLine;
import org.lamplight.ui.Screen;
import org.lamplight.ui.World;

/** Calling from the hub: its section, its search, its rows and its foot. */
class HubCallsTest {
    private final World world = new World();
    private HubOnScreen on;
    private FrameFixture hub;

    @BeforeEach
    void open() {
        on = new HubOnScreen(world);
        hub = on.frame;
        world.office().telephone();
        on.awaitRows(14);
        Screen.until("a line", () -> hub.button("line").target().isShowing());
    }

    @AfterEach
    void close() {
        on.close();
        world.close();
    }

    private void awaitAsked(String what) {
        Screen.until(what, () -> world.line.asked.contains(what));
    }

    private boolean isOffered() {
        return !on.robot
                .finder()
                .findAll(part -> "search.call".equals(part.getName()) && part.isShowing())
                .isEmpty();
    }

    private void section() {
        hub.toggleButton("rail.calls").click();
        on.robot.waitForIdle();
    }

    @Test
    void oneDialsByKeysNumbersAndNames() {
        section();
        hub.button("key.6").click();
        hub.button("key.0").click();
        on.robot.enterText("01");
        hub.textBox("dial.field").requireText("6001");
        hub.button("dial.call").click();
        awaitAsked("dial 6001");
        hub.textBox("dial.field").requireText("").enterText("hed");
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitAsked("dial sip:hedy@engine.example");
        hub.textBox("dial.field").enterText("o");
        on.robot.pressAndReleaseKeys(KeyEvent.VK_DOWN, KeyEvent.VK_ENTER);
        Screen.until("the second one", () -> world.line.asked.size() >= 3);
        assertThat(world.line.asked.get(world.line.asked.size() - 1)).startsWith("dial sip:");
    }

    @Test
    void recentCallsAreListedAndCanBeCalledAgain() {
        String missed = Calls.newId();
        world.onCore(() -> {
            world.calls.incoming(missed, world.line.id(), Remote.of("sip:grace@engine.example"));
        });
        world.onCore(() -> world.calls.ended(missed, new Cause(487, "Given up")));
        section();
        JList<?> recent = hub.list("recent").target();
        Screen.until("it is listed", () -> recent.getModel().getSize() == 1);
        String spoken = GuiActionRunner.execute(() -> recent.getAccessibleContext()
                .getAccessibleChild(0)
                .getAccessibleContext()
                .getAccessibleName());
        assertThat(spoken).isEqualTo("Grace Hopper, Missed · 14:23");
        hub.list("recent").selectItem(0);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitAsked("dial sip:grace@engine.example");
    }

    @Test
    void voicemailIsOneKeyAwayWhereThereIsOne() {
        section();
        world.voicemail("*97");
        Screen.until("there is a voicemail", () -> hub.button("dial.voicemail").isEnabled());
        hub.button("dial.voicemail").focus();
        on.screen.shoot(
                "hub-calls-voicemail", hub.targetCastedTo(HubWindow.class).getRootPane());
        on.robot.pressAndReleaseKeys(KeyEvent.VK_SPACE);
        awaitAsked("dial *97");
    }

    @Test
    void whatWentToVoicemailIsListedAsThat() {
        world.voicemail("*97");
        String id = world.rings(Remote.of("sip:grace@engine.example"));
        world.onCore(() -> world.calls.toVoicemail(id));
        section();
        JList<?> recent = hub.list("recent").target();
        Screen.until("it is listed", () -> recent.getModel().getSize() == 1);
        assertThat(GuiActionRunner.execute(() -> recent.getAccessibleContext()
                        .getAccessibleChild(0)
                        .getAccessibleContext()
                        .getAccessibleName()))
                .isEqualTo("Grace Hopper, The call was sent to voicemail · 14:23");
    }

    @Test
    void aNumberInTheSearchIsOfferedAndDialledByEnter() {
        hub.textBox("search").enterText("6001");
        hub.button("search.call").requireVisible().requireText("Call 6001");
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        awaitAsked("dial 6001");
        hub.textBox("search").requireText("");
        assertThat(isOffered()).isFalse();
        hub.textBox("search").enterText("gr");
        assertThat(isOffered()).isFalse();
        GuiActionRunner.execute(() -> hub.targetCastedTo(HubWindow.class).prepareCall("+442079460143"));
        Screen.until("a link fills in", () -> hub.textBox("dial.field").text().equals("+442079460143"));
        assertThat(world.line.asked).containsExactly("dial 6001");
    }

    @Test
    void aPersonIsCalledFromTheirRowByMouseKeyAndMenu() {
        JList<?> list = on.list();
        Rectangle row = GuiActionRunner.execute(() -> list.getCellBounds(1, 1));
        on.robot.click(list, new Point(list.getWidth() - 20, row.y + row.height / 2));
        awaitAsked("dial sip:alan@engine.example");
        hub.list("people").focus();
        GuiActionRunner.execute(() -> list.setSelectedIndex(2));
        Screen.press(on.robot, KeyEvent.VK_CONTROL, KeyEvent.VK_ENTER);
        awaitAsked("dial sip:charles@engine.example");
        GuiActionRunner.execute(() -> list.setSelectedIndex(3));
        Screen.press(on.robot, KeyEvent.VK_SHIFT, KeyEvent.VK_F10);
        hub.menuItem("menu.call").click();
        Screen.until(
                "a third",
                () -> world.line.asked.stream()
                                .filter(asked -> asked.startsWith("dial"))
                                .count()
                        == 3);
    }

    @Test
    void theFootSaysWhichLineCallsGoOutOnAndSwitches() {
        assertThat(hub.button("line").text()).isEqualTo("Softphone 2104");
        PlayedLine desk = new PlayedLine(world.calls, LineKind.DESK_PHONE, "desk", "sip:2105@engine.example");
        world.onCore(() -> {
            world.lines.add(desk);
            world.lines.report(desk.id(), LineState.REGISTERED, null);
        });
        Screen.until("two lines", () -> on.mirrors.calls().lines().size() == 2);
        hub.button("line").click();
        hub.menuItem("line.desk-phone:desk").click();
        Screen.until("switched", () -> hub.button("line").text().equals("Desk phone 2105"));
        assertThat(world.wire).contains("line desk-phone:desk");
        world.onCore(() -> world.lines.report(desk.id(), LineState.FAILED, "The phone does not answer."));
        world.onCore(() -> world.lines.report(world.line.id(), LineState.FAILED, "The server does not answer."));
        Screen.until("said", () -> hub.button("line").text().equals("Desk phone 2105 · not connected"));
        section();
        hub.textBox("dial.field").enterText("6001");
        hub.button("dial.call").requireDisabled();
    }

    @Test
    void pictures() {
        Remote stranger = new Remote("sip:+442079460143@pbx.example", null, null);
        for (Remote remote : new Remote[] {Remote.of("sip:grace@engine.example"), stranger}) {
            String id = Calls.newId();
            world.onCore(() -> {
                world.calls.incoming(id, world.line.id(), remote);
            });
            world.onCore(() -> world.calls.ended(id, new Cause(487, "Given up")));
        }
        section();
        Screen.until("listed", () -> hub.list("recent").target().getModel().getSize() == 2);
        on.screen.shoot("hub-calls", hub.targetCastedTo(HubWindow.class).getRootPane());
        hub.toggleButton("rail.people").click();
        hub.textBox("search").enterText("6001");
        on.robot.waitForIdle();
        on.screen.shoot("hub-search-number", hub.targetCastedTo(HubWindow.class).getRootPane());
    }
}
