package org.lamplight.call;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.OwnPresenceChanged;
import org.lamplight.presence.Status;

/**
 * Lets be heard how calls stand: that somebody calls, that it rings over there, that nobody can be had. Do not disturb
 * silences what rings here, not what one hears of one's own calls. Core only.
 */
public final class CallTones {
    /** How long one hears why a call did not come about. */
    private static final Duration CAUSE_HEARD = Duration.ofSeconds(3);

    private static final int BUSY_EVERYWHERE = 600;

    private final CoreThread core;
    private final Calls calls;
    private final OwnPresence presence;
    private final MediaEngine sound;
    private final Duration causeHeard;
    private final Set<String> silenced = new HashSet<>();
    private final Voice bell = new Voice();
    private final Voice ear = new Voice();
    private @Nullable CallTone cause;
    private CoreThread.Timer causeEnds = () -> {};

    public CallTones(CoreThread core, Events events, Calls calls, OwnPresence presence, MediaEngine sound) {
        this(core, events, calls, presence, sound, CAUSE_HEARD);
    }

    CallTones(
            CoreThread core, Events events, Calls calls, OwnPresence presence, MediaEngine sound, Duration causeHeard) {
        this.core = core;
        this.calls = calls;
        this.presence = presence;
        this.sound = sound;
        this.causeHeard = causeHeard;
        events.listen(CallEvent.CallChanged.class, change -> changed(change.call()));
        events.listen(OwnPresenceChanged.class, change -> refresh());
    }

    /** This call is to ring no more here; whoever calls hears no difference. */
    public void silence(String id) {
        Threads.requireCore();
        silenced.add(id);
        refresh();
    }

    private void changed(Call call) {
        if (call.isOver()) {
            silenced.remove(call.id());
            CallTone why = causeTone(call);
            if (why != null) {
                hear(why);
            }
        }
        refresh();
    }

    private static @Nullable CallTone causeTone(Call call) {
        Cause why = call.cause();
        if (why == null || call.direction() == Call.Direction.IN || call.answeredAt() != null) {
            return null;
        }
        if (why.code() == Calls.BUSY || why.code() == BUSY_EVERYWHERE) {
            return CallTone.BUSY;
        }
        return why.code() / 100 == 5 ? CallTone.CONGESTION : null;
    }

    private void hear(CallTone why) {
        causeEnds.cancel();
        cause = why;
        causeEnds = core.later(causeHeard, () -> {
            cause = null;
            refresh();
        });
    }

    private void refresh() {
        List<Call> all = calls.all().stream().filter(call -> !call.isOver()).toList();
        boolean speaking = all.stream().anyMatch(CallTones::takesTheEar);
        bell.play(ringing(all, speaking));
        ear.play(speaking ? ringBack(all) : cause);
    }

    private @Nullable CallTone ringing(List<Call> all, boolean speaking) {
        boolean rings = all.stream().anyMatch(call -> call.isIncomingRinging() && !silenced.contains(call.id()));
        if (!rings || presence.now().presence().status() == Status.DO_NOT_DISTURB) {
            return null;
        }
        return speaking ? CallTone.WAITING : CallTone.RINGING;
    }

    private static @Nullable CallTone ringBack(List<Call> all) {
        boolean hears = all.stream().anyMatch(call -> call.state() == CallState.CONNECTED);
        boolean ringsThere = all.stream()
                .anyMatch(call -> call.state() == CallState.RINGING && call.direction() == Call.Direction.OUT);
        return ringsThere && !hears ? CallTone.RING_BACK : null;
    }

    /** Whether one has the headset at the ear for it. */
    private static boolean takesTheEar(Call call) {
        return !call.isIncomingRinging() && call.state() != CallState.HELD;
    }

    /** Plays one tone at a time. */
    private final class Voice {
        private @Nullable CallTone tone;
        private MediaEngine.@Nullable Playing playing;

        void play(@Nullable CallTone wanted) {
            if (wanted == tone) {
                return;
            }
            if (playing != null) {
                playing.close();
            }
            tone = wanted;
            playing = wanted == null ? null : sound.play(wanted);
        }
    }
}
