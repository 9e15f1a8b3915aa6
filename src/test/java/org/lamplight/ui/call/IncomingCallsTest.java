package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.KeyEvent;
import javax.swing.JFrame;
import javax.swing.JTextField;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.CallState;
import org.lamplight.call.Cause;
import org.lamplight.call.Remote;
import org.lamplight.ui.Screen;

/** Calls that ring, on a real screen. */
class IncomingCallsTest {
    private final CallsOnScreen on = new CallsOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private static Component focusOwner() {
        return GuiActionRunner.execute(
                () -> KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner());
    }

    @Test
    void itSaysWhoCallsAndLeavesTheKeyboardAlone() {
        JFrame other = GuiActionRunner.execute(() -> {
            JFrame frame = new JFrame("letter");
            frame.add(new JTextField(20));
            frame.pack();
            frame.setVisible(true);
            frame.getContentPane().getComponent(0).requestFocus();
            return frame;
        });
        Screen.until("one writes", () -> focusOwner() instanceof JTextField);
        Component writes = focusOwner();
        String id = on.world.rings(new Remote("sip:grace@engine.example", "G. Hopper", "sip:donald@engine.example"));
        IncomingWindow window = on.awaitRinging(1);
        assertThat(focusOwner()).isSameAs(writes);
        assertThat(window.isFocusableWindow()).isFalse();
        assertThat(window.isAlwaysOnTop()).isTrue();
        assertThat(on.label(window, "incoming.name")).isEqualTo("Grace Hopper");
        assertThat(on.label(window, "incoming.address")).isEqualTo("grace");
        assertThat(on.label(window, "incoming.way")).isEqualTo("For Donald Knuth, forwarded to you");
        assertThat(on.label(window, "incoming.status")).isEqualTo("Free to chat");
        assertThat(window.getAccessibleContext().getAccessibleName())
                .isEqualTo("Grace Hopper calls, grace, on Softphone 2104. For Donald Knuth, forwarded to you");
        on.press(window, "incoming.answer", "answered", () -> on.ringing().isEmpty());
        assertThat(on.call(id).state()).isEqualTo(CallState.CONNECTED);
        assertThat(focusOwner()).isSameAs(writes);
        GuiActionRunner.execute(other::dispose);
    }

    @Test
    void severalStackAndEachGoesWhenItStopsRinging() {
        String first = on.world.rings(CallsOnScreen.GRACE);
        on.awaitRinging(1);
        int lowest = on.ringing().get(0).getY();
        String second = on.world.rings(CallsOnScreen.STRANGER);
        on.awaitRinging(2);
        assertThat(on.ringing().get(0).getY()).isEqualTo(lowest);
        assertThat(on.ringing().get(0).call().id()).isEqualTo(first);
        assertThat(on.label(on.ringing().get(1), "incoming.name")).isEqualTo("+12025550143");
        assertThat(on.label(on.ringing().get(1), "incoming.address")).isEqualTo("+12025550143@pbx.example");
        on.world.onCore(() -> on.world.calls.ended(first, new Cause(487, "Given up")));
        on.awaitRinging(1);
        assertThat(on.ringing().get(0).call().id()).isEqualTo(second);
        on.press(
                on.ringing().get(0),
                "incoming.decline",
                "declined",
                () -> on.ringing().isEmpty());
        assertThat(on.world.line.asked).containsExactly("decline 603");
        assertThat(on.window.isShowing()).isFalse();
    }

    @Test
    void ignoringSilencesAndHidesOnly() {
        String id = on.world.rings(CallsOnScreen.GRACE);
        IncomingWindow window = on.awaitRinging(1);
        on.press(window, "incoming.ignore", "hidden", () -> on.ringing().isEmpty());
        Screen.until("silenced", () -> on.world.wire.contains("silence"));
        assertThat(on.call(id).isIncomingRinging()).isTrue();
        on.world.rings(CallsOnScreen.STRANGER);
        assertThat(on.awaitRinging(1).call().id()).isNotEqualTo(id);
    }

    @Test
    void aClickIntoItBringsItTheKeysAndTheyAnswerOrDecline() {
        String id = on.world.rings(CallsOnScreen.GRACE);
        IncomingWindow window = on.awaitRinging(1);
        on.robot.click(window.getContentPane(), new Point(20, 60));
        Screen.until("it has the keys", window::isFocused);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.until("answered", () -> on.ringing().isEmpty());
        assertThat(on.call(id).state()).isEqualTo(CallState.CONNECTED);
        String other = on.world.rings(CallsOnScreen.STRANGER);
        IncomingWindow next = on.awaitRinging(1);
        on.robot.click(next.getContentPane(), new Point(20, 60));
        Screen.until("it has the keys", next::isFocused);
        on.robot.pressAndReleaseKeys(KeyEvent.VK_ESCAPE);
        Screen.until("declined", () -> on.ringing().isEmpty());
        assertThat(on.call(other).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void anyWindowOfOursCanAnswerByKey() {
        on.connected(CallsOnScreen.CHARLES);
        GuiActionRunner.execute(on.window::present);
        Screen.until("a window of ours has the keys", on.window::isFocused);
        String id = on.world.rings(CallsOnScreen.GRACE);
        on.awaitRinging(1);
        on.robot.pressKey(KeyEvent.VK_CONTROL);
        Screen.press(on.robot, KeyEvent.VK_SHIFT, KeyEvent.VK_D);
        on.robot.releaseKey(KeyEvent.VK_CONTROL);
        Screen.until("declined", () -> on.ringing().isEmpty());
        assertThat(on.call(id).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void oneMayWriteInstead() {
        on.world.rings(CallsOnScreen.GRACE);
        IncomingWindow window = on.awaitRinging(1);
        on.press(window, "incoming.write", "the talk opens", () -> !on.opened.isEmpty());
        assertThat(on.opened).containsExactly("grace@engine.example");
        Screen.until("declined", () -> on.ringing().isEmpty());
    }

    @Test
    void itCanBeSentOn() {
        on.world.rings(CallsOnScreen.STRANGER);
        IncomingWindow window = on.awaitRinging(1);
        assertThat(on.button(window, "incoming.write").isEnabled()).isFalse();
        Screen.until("it hears clicks", () -> !window.isDeaf());
        on.robot.click(on.button(window, "incoming.send"));
        DialogFixture dialog = WindowFinder.findDialog("send").withTimeout(5000).using(on.robot);
        dialog.textBox("send.to").enterText("hed");
        dialog.button("send.ok").click();
        Screen.until("sent on", () -> on.ringing().isEmpty());
        assertThat(on.world.line.asked).containsExactly("decline 603 sip:hedy@engine.example");
    }

    @Test
    void itCanBeSentToVoicemailByButtonAndByKey() {
        on.world.rings(CallsOnScreen.GRACE);
        assertThat(on.button(on.awaitRinging(1), "incoming.decline").isShowing())
                .isTrue();
        assertThat(shows(on.ringing().get(0), "incoming.voicemail")).isFalse();
        on.press(
                on.ringing().get(0),
                "incoming.decline",
                "declined",
                () -> on.ringing().isEmpty());
        on.world.voicemail("*97");
        on.world.rings(CallsOnScreen.GRACE);
        on.awaitRinging(1);
        on.press(
                on.ringing().get(0),
                "incoming.voicemail",
                "sent",
                () -> on.ringing().isEmpty());
        on.connected(CallsOnScreen.CHARLES);
        GuiActionRunner.execute(on.window::present);
        Screen.until("a window of ours has the keys", on.window::isFocused);
        on.world.rings(CallsOnScreen.GRACE);
        on.awaitRinging(1);
        on.robot.pressKey(KeyEvent.VK_CONTROL);
        Screen.press(on.robot, KeyEvent.VK_SHIFT, KeyEvent.VK_V);
        on.robot.releaseKey(KeyEvent.VK_CONTROL);
        Screen.until("sent", () -> on.ringing().isEmpty());
        assertThat(on.world.line.asked).filteredOn("to voicemail"::equals).hasSize(2);
    }

    private boolean shows(IncomingWindow window, String name) {
        return GuiActionRunner.execute(() -> !on.robot
                .finder()
                .findAll(window, part -> name.equals(part.getName()) && part.isShowing())
                .isEmpty());
    }

    @Test
    void pictures() {
        on.world.portraits();
        on.world.rings(new Remote("sip:grace@engine.example", "G. Hopper", "sip:donald@engine.example"));
        IncomingWindow window = on.awaitRinging(1);
        on.screen.shoot("call-incoming", window.getRootPane());
        on.world.voicemail("*97");
        Screen.until(
                "it may go to voicemail",
                () -> on.button(window, "incoming.voicemail").isShowing());
        on.screen.shoot("call-incoming-voicemail", window.getRootPane());
        on.world.rings(CallsOnScreen.STRANGER);
        on.awaitRinging(2);
        on.screen.shoot("call-incoming-stranger", on.ringing().get(1).getRootPane());
    }
}
