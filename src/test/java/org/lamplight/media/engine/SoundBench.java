package org.lamplight.media.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaSession;
import org.lamplight.call.VoiceWishes;
import org.lamplight.media.Sound;
import org.lamplight.media.device.NoSound;

/**
 * How long sound takes from one microphone to the other loudspeaker over loopback, and what a call costs. The devices have no
 * buffers of their own, so what real ones add comes on top. Prints figures; judges nothing.
 */
public final class SoundBench {
    private static final int CLICKS = 40;
    private static final int WARM_UP_SECONDS = 12;
    private static final int MEASURED_SECONDS = 10;
    private static final int MANY = 20;

    private SoundBench() {}

    /** Arguments: {@code delay} for that alone. */
    public static void main(String[] args) throws Exception {
        for (String codec : List.of("opus", "g722", "pcma")) {
            delay(codec);
        }
        delayByUs("opus");
        delayByUs("pcma");
        if (args.length > 0 && args[0].equals("delay")) {
            System.exit(0);
        }
        for (String codec : List.of("opus", "g722", "pcma")) {
            cost(codec, 1, VoiceWishes.NONE, false);
            cost(codec, 1, VoiceWishes.ALL, false);
        }
        cost("opus", 3, VoiceWishes.NONE, false);
        cost("opus", 3, VoiceWishes.NONE, true);
        cost("opus", MANY, VoiceWishes.NONE, false);
        System.exit(0);
    }

    /** Clicks every half second, and when each was spoken and heard. */
    private static final class Clicks extends PacedSound {
        private static final int EVERY = 50;
        private static final short[] CLICK = Sound.tone(1_000, 48_000, FRAME, 20_000);
        private static final int LOUD = 6_000;

        final AtomicLong spoken = new AtomicLong();
        final List<Double> millis = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Capture capture(String name) {
            return hearing(new Supplier<>() {
                private int frames;

                @Override
                public short[] get() {
                    if (++frames % EVERY == 0) {
                        // a real microphone would have begun to hear it 10 ms ago
                        spoken.set(System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(10));
                        return CLICK;
                    }
                    return new short[FRAME];
                }
            });
        }

        @Override
        public Playback playback(String name) {
            return telling(this::heard);
        }

        private void heard(short[] frame) {
            for (int i = 0; i < frame.length; i++) {
                if (Math.abs(frame[i]) > LOUD) {
                    long said = spoken.getAndSet(0);
                    if (said != 0) {
                        millis.add((System.nanoTime() - said) / 1e6 + i / 48.0);
                    }
                    return;
                }
            }
        }
    }

    private static void delay(String codec) throws Exception {
        Clicks clicks = new Clicks();
        try (SoundEngine mouth = new SoundEngine(clicks);
                SoundEngine ear = new SoundEngine(clicks)) {
            mouth.clean(VoiceWishes.NONE);
            mouth.devices().choose(Use.LISTEN, AudioDevices.NONE);
            ear.devices().choose(Use.SPEAK, AudioDevices.NONE);
            SelfCall.between(mouth, ear, codec);
            print("from mouth to ear, " + codec, clicks);
        }
    }

    /** From one to another by way of a third, who has both in a conference. */
    private static void delayByUs(String codec) throws Exception {
        Clicks clicks = new Clicks();
        try (SoundEngine mouth = new SoundEngine(clicks);
                SoundEngine ours = new SoundEngine(new NoSound());
                SoundEngine ear = new SoundEngine(clicks)) {
            mouth.clean(VoiceWishes.NONE);
            mouth.devices().choose(Use.LISTEN, AudioDevices.NONE);
            ear.devices().choose(Use.SPEAK, AudioDevices.NONE);
            SelfCall.between(ours, mouth, codec).confer("all");
            SelfCall.between(ours, ear, codec).confer("all");
            print("from mouth to ear by a conference, " + codec, clicks);
        }
    }

    private static void print(String what, Clicks clicks) {
        while (clicks.millis.size() < CLICKS) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        List<Double> late = new ArrayList<>(clicks.millis.subList(CLICKS / 4, CLICKS));
        Collections.sort(late);
        System.out.println(String.format(
                Locale.ROOT,
                "%s: median %.0f ms, at most %.0f ms",
                what,
                late.get(late.size() / 2),
                late.get(late.size() - 1)));
    }

    /** Speech all the time, without the waiting for what is asked of the processor elsewhere. */
    private static final class Speech extends PacedSound {
        private static final short[] WORDS = Sound.speech(48_000, 8, 1);

        @Override
        public Capture capture(String name) {
            return hearing(new Supplier<>() {
                private int at;

                @Override
                public short[] get() {
                    at = (at + FRAME) % (WORDS.length - FRAME);
                    return Sound.piece(WORDS, at, FRAME);
                }
            });
        }

        @Override
        public Playback playback(String name) {
            return telling(frame -> {});
        }
    }

    /** Each call has two ends here, so half of what is used is one's own. */
    private static void cost(String codec, int calls, VoiceWishes wishes, boolean conference) throws Exception {
        try (SoundEngine one = new SoundEngine(new Speech());
                SoundEngine other = new SoundEngine(new Speech())) {
            one.clean(wishes);
            other.clean(wishes);
            for (int i = 0; i < calls; i++) {
                MediaSession call = SelfCall.between(one, other, codec);
                if (conference) {
                    call.confer("all");
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS));
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            long before = system.getProcessCpuTime();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(MEASURED_SECONDS));
            double used = (system.getProcessCpuTime() - before) / 1e9 / MEASURED_SECONDS;
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d %s call%s%s%s: %.1f %% of a core for each end of each",
                    calls,
                    codec,
                    calls == 1 ? "" : "s",
                    wishes.isAny() ? ", voice cleaned" : "",
                    conference ? ", in a conference at one end" : "",
                    used * 100 / 2 / calls));
        }
    }
}
