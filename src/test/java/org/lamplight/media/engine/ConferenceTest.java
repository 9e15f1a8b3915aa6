package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.call.AudioDevices;
import org.lamplight.call.AudioDevices.Use;
import org.lamplight.call.MediaListener;
import org.lamplight.call.MediaSession;
import org.lamplight.call.VoiceWishes;
import org.lamplight.media.Sound;
import org.lamplight.media.device.NoSound;
import org.lamplight.media.device.SoundSystem;
import org.lamplight.media.file.WavWriter;

/** Three engines over loopback, each with a tone for a voice; the one in the middle has both others in a conference. */
@Tag("real-time")
class ConferenceTest {
    private static final int RATE = Phones.RATE;
    private static final int OURS = 440;
    private static final int ADAS = 1_000;
    private static final int BOBS = 1_700;
    private static final int PIECE = RATE / 2;
    private static final MediaListener NOBODY = new MediaListener() {
        @Override
        public void keyPressed(char key) {}

        @Override
        public void speaksMuted() {}
    };

    @TempDir
    Path folder;

    private final List<SoundEngine> engines = new ArrayList<>();

    @AfterEach
    void close() {
        engines.forEach(SoundEngine::close);
    }

    /** A telephone of somebody else, and our session with it. */
    private final class Leg {
        final MediaSession there;
        final MediaSession here;
        private final String name;

        Leg(String name, SoundEngine ours, String codec, int hertz) throws Exception {
            this.name = name;
            SoundEngine theirs = engine(new NoSound());
            speak(theirs, hertz);
            theirs.devices().choose(Use.LISTEN, AudioDevices.FILE + folder.resolve("there"));
            there = theirs.open(SelfCall.wishes(name, codec), NOBODY);
            here = ours.open(SelfCall.wishes(name, codec), NOBODY);
            reoffer();
        }

        void reoffer() throws Exception {
            there.accept(here.answer(there.offer()));
        }

        /** What the telephone heard so far. */
        short[] heard() {
            return heard("there-");
        }

        /** What came from it to us. */
        short[] came() {
            return heard("here-");
        }

        private short[] heard(String where) {
            Path file = folder.resolve(where + name + ".wav");
            return Phones.isBegun(file) ? Phones.read(file) : new short[0];
        }

        /** Waits for half a second, begun after this was asked, in which these and no others are heard, all equally loud. */
        void awaitOnly(int... hertz) {
            int from = heard().length;
            Phones.until(() -> hearsOnly(heard(), from, hertz));
        }
    }

    /** Whether there is such a half second from there on; machines may be slow and lose some. */
    private static boolean hearsOnly(short[] heard, int from, int... hertz) {
        for (int at = from; at + PIECE <= heard.length; at += PIECE / 10) {
            if (isOnly(heard, at, hertz)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOnly(short[] heard, int from, int... hertz) {
        double all = 0;
        for (int one : hertz) {
            double share = share(heard, from, one);
            if (share < 0.7 / hertz.length) {
                return false;
            }
            all += share;
        }
        return all > 0.95;
    }

    private static double share(short[] heard, int from, int hertz) {
        return Sound.purity(heard, from, from + PIECE, hertz, RATE);
    }

    private SoundEngine engine(SoundSystem system) {
        SoundEngine engine = new SoundEngine(system);
        engines.add(engine);
        return engine;
    }

    private void speak(SoundEngine engine, int hertz) throws IOException {
        Path file = folder.resolve(hertz + ".wav");
        try (WavWriter writer = new WavWriter(file, RATE, 1)) {
            writer.write(Sound.tone(hertz, RATE, RATE, 6_000));
        }
        engine.devices().choose(Use.SPEAK, AudioDevices.FILE + file);
    }

    private SoundEngine ours() throws IOException {
        SoundEngine ours = engine(new NoSound());
        speak(ours, OURS);
        ours.devices().choose(Use.LISTEN, AudioDevices.FILE + folder.resolve("here"));
        return ours;
    }

    private static void confer(Leg... legs) {
        for (Leg leg : legs) {
            leg.here.confer("a conference");
        }
    }

    @ParameterizedTest
    @CsvSource({"pcma, g722", "opus, pcmu"})
    void eachHearsTheOthersAndNotItself(String adas, String bobs) throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, adas, ADAS);
        Leg bob = new Leg("bob", ours, bobs, BOBS);
        ada.awaitOnly(OURS);
        bob.awaitOnly(OURS);
        confer(ada, bob);
        ada.awaitOnly(OURS, BOBS);
        bob.awaitOnly(OURS, ADAS);
        assertNeverHears(ada.heard(), ADAS);
        assertNeverHears(bob.heard(), BOBS);
        assertThat(hearsOnly(ada.came(), 0, ADAS)).isTrue();
        assertThat(hearsOnly(bob.came(), 0, BOBS)).isTrue();
        assertNeverHears(ada.came(), BOBS);
    }

    private static void assertNeverHears(short[] heard, int hertz) {
        for (int from = 0; from + PIECE <= heard.length; from += PIECE) {
            assertThat(share(heard, from, hertz)).as("at sample " + from).isLessThan(0.01);
        }
    }

    @Test
    void aMuteIsOfTheOwnVoiceAlone() throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        confer(ada, bob);
        ada.here.mute(true);
        bob.here.mute(true);
        ada.awaitOnly(BOBS);
        bob.awaitOnly(ADAS);
        ada.here.mute(false);
        ada.awaitOnly(OURS, BOBS);
    }

    @Test
    void whoLeavesIsNotHeardAndTheRestGoesOn() throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        Leg cleo = new Leg("cleo", ours, "pcma", 2_600);
        confer(ada, bob, cleo);
        ada.awaitOnly(OURS, BOBS, 2_600);
        cleo.here.close();
        ada.awaitOnly(OURS, BOBS);
        bob.awaitOnly(OURS, ADAS);
        bob.here.confer(null);
        ada.awaitOnly(OURS);
        bob.awaitOnly(OURS);
    }

    @Test
    void whoIsHeldIsOutOfItMeanwhile() throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        confer(ada, bob);
        ada.awaitOnly(OURS, BOBS);
        bob.here.hold(true);
        bob.there.accept(bob.here.answer(bob.there.offer()));
        ada.awaitOnly(OURS);
        int from = bob.heard().length;
        Phones.until(() -> bob.heard().length >= from + 2 * RATE);
        short[] held = bob.heard();
        double[] loudness = Sound.envelope(Arrays.copyOfRange(held, from + RATE, from + 2 * RATE), RATE);
        assertThat(Arrays.stream(loudness).max().orElseThrow()).isLessThan(30);
        bob.here.hold(false);
        bob.reoffer();
        ada.awaitOnly(OURS, BOBS);
        bob.awaitOnly(OURS, ADAS);
    }

    @Test
    void theMusicOfWhoHoldsUsIsNotPlayedToTheOthers() throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        confer(ada, bob);
        ada.awaitOnly(OURS, BOBS);
        // his telephone only says so and goes on sending, as one with music does
        bob.here.answer(bob.there.offer().replace("a=sendrecv", "a=sendonly"));
        assertThat(bob.here.isHeldByPeer()).isTrue();
        ada.awaitOnly(OURS);
        int from = bob.came().length;
        Phones.until(() -> hearsOnly(bob.came(), from, BOBS));
        bob.reoffer();
        ada.awaitOnly(OURS, BOBS);
    }

    @Test
    void aMicrophoneIsHeardByAll() throws Exception {
        Stage stage = new Stage();
        SoundEngine ours = engine(stage);
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        confer(ada, bob);
        ours.clean(VoiceWishes.NONE);
        Phones.until(() -> hears(ada, BOBS) && hears(ada, OURS) && hears(bob, ADAS) && hears(bob, OURS));
        Phones.until(() -> stage.sounds("default"));
    }

    private static boolean hears(Leg leg, int hertz) {
        short[] heard = leg.heard();
        return heard.length > PIECE && share(heard, heard.length - PIECE, hertz) > 0.1;
    }

    @Test
    void aRecordingHasAllOfThem() throws Exception {
        SoundEngine ours = ours();
        Leg ada = new Leg("ada", ours, "pcma", ADAS);
        Leg bob = new Leg("bob", ours, "pcma", BOBS);
        confer(ada, bob);
        ada.awaitOnly(OURS, BOBS);
        Path file = folder.resolve("recording.wav");
        ada.here.record(file);
        int from = ada.heard().length;
        Phones.until(() -> ada.heard().length >= from + 2 * RATE);
        ada.here.record(null);
        Phones.until(() -> Phones.isBegun(file));
        short[] both = Phones.read(file);
        int half = Recording.RATE / 2;
        assertThat(Sound.purity(both, half, 2 * half, OURS, Recording.RATE)).isGreaterThan(0.1);
        assertThat(Sound.purity(both, half, 2 * half, ADAS, Recording.RATE)).isGreaterThan(0.1);
        assertThat(Sound.purity(both, half, 2 * half, BOBS, Recording.RATE)).isGreaterThan(0.1);
    }
}
