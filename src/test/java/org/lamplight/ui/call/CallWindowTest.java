package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.AutoAnswer.Rule;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.CallState;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.lab.PlayedMedia;
import org.lamplight.ui.Screen;

/** Calls that go on, on a real screen. */
class CallWindowTest {
    private final CallsOnScreen on = new CallsOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private void awaitState(String words) {
        Screen.until("it says " + words, () -> on.label(on.window, "call.time").equals(words));
    }

    private void press(String name) {
        on.robot.click(on.button(on.window, name));
    }

    @Test
    void itComesWithACallAndTellsHowItStands() {
        assertThat(on.window.isShowing()).isFalse();
        String id = on.world.onCore(
                () -> on.world.calls.dial("sip:charles@engine.example", null).id());
        Screen.until("it shows", on.window::isShowing);
        assertThat(on.label(on.window, "call.name")).isEqualTo("Charles Babbage");
        awaitState("Calling…");
        on.world.onCore(() -> on.world.calls.ringing(id));
        awaitState("Ringing…");
        on.world.onCore(() -> on.world.calls.connected(id));
        awaitState("00:00");
        on.world.clock.forward(Duration.ofSeconds(133));
        awaitState("02:13");
        on.world.onCore(() -> on.world.calls.heldByPeer(id, true));
        awaitState("Held by Charles · 02:13");
        press("call.hangUp");
        awaitState("Call ended · 02:13");
        assertThat(on.world.line.asked).containsExactly("dial sip:charles@engine.example", "hang up");
    }

    @Test
    void itsButtonsDoWhatTheySay() {
        String id = on.connected(CallsOnScreen.CHARLES);
        PlayedMedia media = on.sounds(id, MediaSecurity.DTLS, 0, 4.3);
        press("call.mute");
        Screen.until("muted", () -> on.button(on.window, "call.mute").getText().equals("Muted"));
        on.world.onCore(() -> on.world.calls.speaksMuted(id));
        on.robot.click(on.robot
                .finder()
                .find(
                        on.window,
                        component -> component instanceof JButton button
                                && "call.unmute".equals(button.getName())
                                && button.isShowing()));
        Screen.until("heard", () -> on.button(on.window, "call.mute").getText().equals("Mute"));
        press("call.hold");
        awaitState("On hold · 00:00");
        assertThat(on.button(on.window, "call.hold").getText()).isEqualTo("Resume");
        press("call.hold");
        awaitState("00:00");
        press("call.record");
        Screen.until(
                "records", () -> on.button(on.window, "call.record").getText().equals("Recording"));
        press("call.record");
        Screen.until(
                "recorded", () -> on.button(on.window, "call.record").getText().equals("Record"));
        assertThat(media.asked)
                .containsExactly(
                        "unmute", "mute", "unmute", "record 2026-11-18 14.23.00 Charles Babbage.wav", "record nothing");
        press("call.keypad");
        DialogFixture pad = WindowFinder.findDialog("keypad").withTimeout(5000).using(on.robot);
        pad.button("key.5").click();
        on.robot.enterText("4#");
        Screen.until("pressed", () -> on.world.line.asked.contains("press #"));
        pad.label("keypad.sofar").requireText("54#");
        assertThat(on.world.line.asked).contains("press 5", "press 4", "hold", "resume");
    }

    @Test
    void whatAnsweredItselfIsSaidAndCanBeMutedAtOnce() {
        Rule all = Rule.of("all", "");
        on.world.onCore(() -> new AutoAnswer(on.world.core, on.world.events, on.world.calls, all, Duration.ZERO));
        String id = on.world.rings(CallsOnScreen.GRACE);
        on.world.onCore(() -> on.world.calls.answerWanted(id, "sip:grace@office.test", Duration.ZERO));
        Screen.until(
                "it is said",
                () -> "Answered by itself: Grace Hopper. You are heard."
                        .equals(on.robot
                                .finder()
                                .findByName(on.window, "notice.itself", true)
                                .getAccessibleContext()
                                .getAccessibleName()));
        on.screen.shoot("call-answered-itself", on.window.getRootPane());
        on.robot.waitForIdle();
        press("notice.mute");
        Screen.until("muted", () -> on.button(on.window, "call.mute").getText().equals("Muted"));
        assertThat(on.call(id).muted()).isTrue();
    }

    @Test
    void severalCallsStandAsRowsAndCanBeConnected() {
        String first = on.connected(CallsOnScreen.CHARLES);
        String second = on.connected(CallsOnScreen.GRACE);
        assertThat(on.label(on.window, "call.name")).isEqualTo("Grace Hopper");
        assertThat(on.label(on.window, "call.row.state")).isEqualTo("On hold · 00:00");
        on.robot.click(on.button(on.window, "row.resume"));
        Screen.until(
                "Charles is spoken to", () -> on.label(on.window, "call.name").equals("Charles Babbage"));
        on.robot.click(on.button(on.window, "row.connect"));
        Screen.until("both are gone", () -> on.mirrors.calls().all().stream().allMatch(call -> call.isOver()));
        assertThat(on.call(first).isOver() && on.call(second).isOver()).isTrue();
        assertThat(on.world.line.asked).endsWith("connect");
    }

    @Test
    void whyItEndedIsSaidAndOneMayTryAgain() {
        String id = on.world.onCore(
                () -> on.world.calls.dial("sip:charles@engine.example", null).id());
        on.world.onCore(() -> on.world.calls.ended(id, new Cause(486, "Busy.")));
        awaitState("Call ended: Busy");
        press("call.again");
        awaitState("Calling…");
        assertThat(on.world.line.asked).hasSize(2).containsOnly("dial sip:charles@engine.example");
    }

    @Test
    void itTellsHowItSoundsAndWhetherOthersMayListen() {
        String id = on.connected(CallsOnScreen.CHARLES);
        on.sounds(id, MediaSecurity.NONE, 3, 3.8);
        Screen.until(
                "the reason",
                () -> on.label(on.window, "call.quality").equals("Fair sound: 3 % lost on the way to you"));
        on.screen.shoot("call-window-lossy", on.window.getRootPane());
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            on.world.clock.forward(Duration.ofSeconds(2));
            double loss = i % 20 < 5 ? random.nextDouble() * 3 : 0;
            MediaReport report = new MediaReport(
                    "opus/48000",
                    MediaSecurity.NONE,
                    loss,
                    i < 5 ? -1 : 1,
                    10 + 20 * random.nextDouble(),
                    80 - i,
                    4,
                    0);
            Call measured = on.call(id).with(report);
            on.world.onCore(() -> on.world.events.publish(new CallEvent.QualityMeasured(measured)));
        }
        press("call.quality.more");
        // the call is measured meanwhile as well, with 3 % each time
        Screen.until(
                "how it sounded all along",
                () -> GuiActionRunner.execute(() -> on.robot
                                .finder()
                                .findByName(on.window, "call.plot", JComponent.class, true)
                                .getAccessibleContext()
                                .getAccessibleName())
                        .matches("Lost on the way to you: [03] % \\(at most 3 %\\).*"));
        on.screen.shoot("call-window-plot", on.window.getRootPane());
    }

    @Test
    void aCallIsTransferredAtOnceOrAfterAsking() {
        String id = on.connected(CallsOnScreen.CHARLES);
        press("call.transfer");
        DialogFixture dialog =
                WindowFinder.findDialog("transfer").withTimeout(5000).using(on.robot);
        dialog.textBox("transfer.to").enterText("o");
        on.robot.waitForIdle();
        on.screen.shoot("call-transfer", ((JDialog) dialog.target()).getRootPane());
        dialog.textBox("transfer.to").setText("hed");
        dialog.button("transfer.first").click();
        Screen.until("asked", () -> on.world.line.asked.contains("dial sip:hedy@engine.example"));
        assertThat(on.call(id).state()).isEqualTo(CallState.HELD);
        String asked = on.world.onCore(() -> on.world.calls.all().get(1).id());
        on.world.onCore(() -> on.world.calls.hangUp(asked));
        on.world.onCore(() -> on.world.calls.resume(id));
        awaitState("00:00");
        press("call.transfer");
        DialogFixture again =
                WindowFinder.findDialog("transfer").withTimeout(5000).using(on.robot);
        again.textBox("transfer.to").enterText("6001");
        again.button("transfer.ok").click();
        Screen.until("transferred", () -> on.world.line.asked.contains("transfer 6001"));
    }

    @Test
    void pictures() {
        on.world.portraits();
        String id = on.connected(CallsOnScreen.CHARLES);
        on.sounds(id, MediaSecurity.DTLS, 0, 4.3);
        on.world.clock.forward(Duration.ofSeconds(133));
        awaitState("02:13");
        on.robot.waitForIdle();
        on.screen.shoot("call-window", on.window.getRootPane());
        on.world.onCore(() -> on.world.calls.mute(id, true));
        on.world.onCore(() -> on.world.calls.speaksMuted(id));
        Screen.until("told", () -> on.button(on.window, "call.unmute").isShowing());
        on.robot.waitForIdle();
        on.screen.shoot("call-window-muted", on.window.getRootPane());
        on.world.onCore(() -> on.world.calls.mute(id, false));
        on.connected(CallsOnScreen.GRACE);
        on.world.onCore(() -> on.world.calls.dial("6001", null));
        Screen.until("three", () -> on.label(on.window, "call.name").equals("6001"));
        on.robot.waitForIdle();
        on.screen.shoot("call-window-several", on.window.getRootPane());
        GuiActionRunner.execute(on.window::present);
        assertThat(on.screen.places).containsKey("call");
    }
}
