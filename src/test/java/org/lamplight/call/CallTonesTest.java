package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.lab.PlayedLine;
import org.lamplight.lab.PlayedSound;
import org.lamplight.lab.RememberedPresence;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Status;

/** What one hears of calls, with a line and a sound that remember. */
class CallTonesTest {
    private static final String LINE = LineKind.SOFTPHONE.id("work");

    private final CoreThread core = new CoreThread();
    private Events events;
    private PlayedSound sound;
    private Calls calls;
    private OwnPresence presence;
    private CallTones tones;

    @BeforeEach
    void begin() {
        with(Duration.ofMinutes(5));
    }

    private void with(Duration causeHeard) {
        events = new Events();
        sound = new PlayedSound();
        onCore(() -> {
            Lines lines = new Lines(events, "");
            calls = new Calls(core, events, Clock.systemUTC(), lines, address -> Optional.empty());
            lines.add(new PlayedLine(calls, LineKind.SOFTPHONE, "work", "sip:2104@engine.example"));
            lines.report(LINE, LineState.REGISTERED, null);
            presence = new OwnPresence(core, events, Clock.systemUTC(), Rules.builtIn(), new RememberedPresence());
            tones = new CallTones(core, events, calls, presence, sound, causeHeard);
        });
    }

    @AfterEach
    void end() {
        core.close();
    }

    private void onCore(Runnable task) {
        core.ask(() -> {
                    task.run();
                    return true;
                })
                .join();
    }

    private void rings(String id) {
        onCore(() -> calls.incoming(id, LINE, Remote.of("sip:" + id + "@engine.example")));
    }

    private String dials() {
        return core.ask(() -> calls.dial("6001", null).id()).join();
    }

    private void ends(String id, int code) {
        onCore(() -> calls.ended(id, new Cause(code, "so")));
    }

    @Test
    void ringsUntilAnswered() {
        rings("a");
        assertThat(sound.playing).containsExactly(CallTone.RINGING);
        onCore(() -> calls.answer("a"));
        assertThat(sound.playing).isEmpty();
        assertThat(sound.played).containsExactly(CallTone.RINGING);
    }

    @Test
    void ringsOnceForTwoAndUntilBothAreGone() {
        rings("a");
        rings("b");
        assertThat(sound.playing).containsExactly(CallTone.RINGING);
        ends("a", 487);
        assertThat(sound.playing).containsExactly(CallTone.RINGING);
        ends("b", 487);
        assertThat(sound.playing).isEmpty();
    }

    @Test
    void knocksWhileOneSpeaksAndRingsWhileOneHolds() {
        rings("a");
        onCore(() -> calls.answer("a"));
        rings("b");
        assertThat(sound.playing).containsExactly(CallTone.WAITING);
        onCore(() -> calls.hold("a"));
        assertThat(sound.playing).containsExactly(CallTone.RINGING);
        onCore(() -> calls.decline("b", Calls.DECLINED));
        assertThat(sound.playing).isEmpty();
    }

    @Test
    void isSilentWhenIgnored() {
        rings("a");
        onCore(() -> tones.silence("a"));
        assertThat(sound.playing).isEmpty();
        rings("b");
        assertThat(sound.playing).containsExactly(CallTone.RINGING);
    }

    @Test
    void doNotDisturbIsSilentFromTheMomentItIsChosen() {
        rings("a");
        onCore(() -> presence.choose(Status.DO_NOT_DISTURB, null, null));
        assertThat(sound.playing).isEmpty();
        rings("b");
        assertThat(sound.playing).isEmpty();
        String own = dials();
        onCore(() -> calls.ringing(own));
        assertThat(sound.playing).containsExactly(CallTone.RING_BACK);
    }

    @Test
    void ringBackWhileItRingsThereAndNothingWhereTheFarEndIsHeard() {
        String own = dials();
        assertThat(sound.playing).isEmpty();
        onCore(() -> calls.ringing(own));
        assertThat(sound.playing).containsExactly(CallTone.RING_BACK);
        onCore(() -> calls.early(own));
        assertThat(sound.playing).isEmpty();
        onCore(() -> calls.ringing(own));
        onCore(() -> calls.connected(own));
        assertThat(sound.playing).isEmpty();
    }

    @Test
    void saysBusyOrCongestedUntilTheNextCall() {
        ends(dials(), 486);
        assertThat(sound.playing).containsExactly(CallTone.BUSY);
        ends(dials(), 503);
        assertThat(sound.playing).containsExactly(CallTone.CONGESTION);
        String next = dials();
        assertThat(sound.playing).isEmpty();
        ends(next, 600);
        assertThat(sound.playing).containsExactly(CallTone.BUSY);
        rings("a");
        ends("a", 486);
        assertThat(sound.played).filteredOn(CallTone.BUSY::equals).hasSize(2);
    }

    @Test
    void nothingAfterACallThatWasHungUpOrDeclined() {
        ends(dials(), 603);
        String spoken = dials();
        onCore(() -> calls.connected(spoken));
        ends(spoken, 500);
        assertThat(sound.played).isEmpty();
    }

    @Test
    void theCauseIsHeardForAWhileOnly() throws InterruptedException {
        with(Duration.ofMillis(20));
        String busy = dials();
        ends(busy, 486);
        CountDownLatch over = new CountDownLatch(1);
        onCore(() -> core.later(Duration.ofMillis(25), over::countDown));
        assertThat(over.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(sound.playing).isEmpty();
        assertThat(sound.played).contains(CallTone.BUSY);
    }
}
