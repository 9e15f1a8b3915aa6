package org.lamplight.media.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.VoiceWishes;
import org.lamplight.lab.Await;
import org.lamplight.lab.Softphone;
import org.lamplight.media.Sound;
import org.lamplight.office.sip.SipServer;
import org.lamplight.office.sip.SipSettings;
import org.lamplight.office.sip.directory.SipAccount;

/**
 * How long a call takes to be set up over the office's proxy, both ends in this process: from the INVITE until it rings
 * there, from the answer until it is connected here, and from there until the first sound of the other one is heard. Prints
 * figures; judges nothing.
 */
public final class SetupBench {
    private static final int WARM_UP = 10;
    private static final int CALLS = 40;

    /** Who calls more often is turned away as a flood. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(220);

    private SetupBench() {}

    /** Speaks a tone without end, and notes when something loud was heard first. */
    private static final class Tone extends PacedSound {
        private static final short[] TONE = Sound.tone(1_000, 48_000, FRAME, 20_000);
        private static final int LOUD = 3_000;

        final AtomicLong heard = new AtomicLong();
        final Await await = new Await();

        @Override
        public Capture capture(String name) {
            return hearing(() -> TONE);
        }

        @Override
        public Playback playback(String name) {
            return telling(this::listen);
        }

        private void listen(short[] frame) {
            for (short sample : frame) {
                if (Math.abs(sample) > LOUD && heard.compareAndSet(0, System.nanoTime())) {
                    await.look();
                    return;
                }
            }
        }
    }

    public static void main(String[] args) throws Exception {
        SipServer server = SipServer.open(
                SipSettings.of("localhost"),
                List.of(
                        new SipAccount("ada", "secret-ada", "Ada", "6001", false),
                        new SipAccount("bob", "secret-bob", "Bob", "6002", false)));
        try {
            for (String transport : List.of("udp", "tcp")) {
                measure(server, transport);
            }
        } finally {
            server.close();
        }
        System.exit(0);
    }

    private static void measure(SipServer server, String transport) throws Exception {
        Tone hears = new Tone();
        try (SoundEngine here = new SoundEngine(hears);
                SoundEngine there = new SoundEngine(new Tone());
                Softphone ada = phone(here, server, "ada", transport);
                Softphone bob = phone(there, server, "bob", transport)) {
            double[][] millis = new double[3][CALLS];
            for (int i = -WARM_UP; i < CALLS; i++) {
                double[] one = call(ada, bob, hears);
                for (int k = 0; k < 3 && i >= 0; k++) {
                    millis[k][i] = one[k];
                }
            }
            print(transport + ", INVITE until it rings there", millis[0]);
            print(transport + ", answer there until connected here", millis[1]);
            print(transport + ", connected until the first sound", millis[2]);
        }
    }

    private static Softphone phone(SoundEngine engine, SipServer server, String user, String transport)
            throws Exception {
        engine.clean(VoiceWishes.NONE);
        Path cache = Files.createTempDirectory("setup");
        Softphone phone = new Softphone(engine, cache);
        phone.password("secret-" + user);
        phone.open(
                "address=" + user + "@localhost",
                "registrar=127.0.0.1:" + server.port(),
                "proxy=127.0.0.1:" + server.port(),
                "transport=" + transport);
        phone.awaitOnline();
        return phone;
    }

    private static double[] call(Softphone ada, Softphone bob, Tone hears) throws Exception {
        long begun = System.nanoTime();
        Call out = ada.dial("bob");
        Call in = bob.awaitIncoming();
        long rung = System.nanoTime();
        hears.heard.set(0);
        bob.tell(calls -> calls.answer(in.id()));
        ada.awaitState(out.id(), CallState.CONNECTED);
        long connected = System.nanoTime();
        hears.await.until("a sound", Duration.ofSeconds(10), () -> hears.heard.get() != 0);
        ada.tell(calls -> calls.hangUp(out.id()));
        bob.awaitState(in.id(), CallState.ENDED);
        LockSupport.parkNanos(PAUSE);
        return new double[] {
            millis(begun, rung), millis(rung, connected), Math.max(0, millis(connected, hears.heard.get()))
        };
    }

    private static double millis(long from, long to) {
        return (to - from) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static void print(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.println(String.format(
                Locale.ROOT, "%s: median %.0f ms, at most %.0f ms", what, millis[CALLS / 2], millis[CALLS - 1]));
    }
}
