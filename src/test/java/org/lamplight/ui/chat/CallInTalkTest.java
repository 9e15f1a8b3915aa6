package org.lamplight.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.swing.edt.GuiActionRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;
import org.lamplight.lab.PlayedMedia;
import org.lamplight.ui.Screen;

/** A call with whom one also writes. */
class CallInTalkTest {
    private final TalkOnScreen on = new TalkOnScreen();

    @AfterEach
    void close() {
        on.close();
    }

    private void open() {
        on.world.telephone();
        GuiActionRunner.execute(() -> on.window().talk(TalkOnScreen.CHARLES));
        Screen.until("one may call", () -> on.frame.button("talk.call").target().isShowing());
        on.robot.waitForIdle();
    }

    private void awaitTime(String words) {
        Screen.until(
                "it says " + words, () -> on.frame.label("call.time").text().equals(words));
    }

    private Call call() {
        return on.world.onCore(() -> on.world.calls.all().get(0));
    }

    @Test
    void theHeaderCallsAndTheBarStandsUntilTheCallIsOver() {
        open();
        on.frame.button("talk.call").click();
        awaitTime("Calling…");
        String id = call().id();
        on.world.onCore(() -> on.world.calls.connected(id));
        awaitTime("00:00");
        on.world.clock.forward(Duration.ofSeconds(61));
        awaitTime("01:01");
        on.frame.button("call.mute").click();
        Screen.until("muted", () -> on.frame.button("call.mute").text().equals("Muted"));
        on.frame.button("call.hold").click();
        awaitTime("On hold · 01:01");
        on.world.onCore(() -> on.world.calls.ended(id, new Cause(500, "The line broke")));
        awaitTime("Call ended: The line broke · 01:01");
        on.frame.button("call.again").click();
        awaitTime("Calling…");
        assertThat(on.world.line.asked)
                .containsExactly("dial sip:charles@engine.example", "hold", "dial sip:charles@engine.example");
    }

    @Test
    void whatRingsCanBeAnsweredThereAndOthersDoNotShow() {
        open();
        on.world.rings(Remote.of("sip:grace@engine.example"));
        on.world.rings(Remote.of("sip:charles@engine.example"));
        awaitTime("Calls you");
        on.frame.button("call.answer").click();
        Screen.until("answered", () -> on.world.line.asked.contains("answer"));
        GuiActionRunner.execute(() -> on.window().talk("hedy@engine.example"));
        Screen.until(
                "no bar",
                () -> on.robot
                        .finder()
                        .findAll(part -> "call.bar".equals(part.getName()) && part.isShowing())
                        .isEmpty());
    }

    @Test
    void pictures() {
        on.world.talk();
        open();
        on.frame.button("talk.call").click();
        Screen.until("dialled", () -> !on.world.onCore(on.world.calls::all).isEmpty());
        String id = call().id();
        on.world.onCore(() -> on.world.calls.connected(id));
        on.world.onCore(() -> on.world.calls.sounds(
                id, new PlayedMedia(new MediaReport("opus/48000", MediaSecurity.DTLS, 0, 0, 5, 40, 4.4, 0))));
        on.world.clock.forward(Duration.ofSeconds(133));
        awaitTime("02:13");
        on.robot.waitForIdle();
        on.screen.shoot("conversation-call", on.window().getRootPane());
        on.world.onCore(() -> on.world.calls.mute(id, true));
        Screen.until("muted", () -> on.frame.button("call.mute").text().equals("Muted"));
        Screen.resize(on.window(), 620, 500, "narrow", () -> on.window().getWidth() == 620);
        on.robot.waitForIdle();
        on.screen.shoot("conversation-call-narrow", on.window().getRootPane());
    }
}
