package org.lamplight.media.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.VoiceWishes;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

@Requires(Part.PULSE)
class WebRtcCleanerTest {
    private static final int RATE = 48_000;
    private static final int FRAME = 480;
    /** How long sound takes from the loudspeaker to the microphone, 60 ms: the devices' buffers and the air. */
    private static final int DELAY = RATE * 60 / 1_000;

    private final LateCleaner cleaner = new LateCleaner();

    @AfterEach
    void end() {
        cleaner.close();
    }

    /** What the microphone gives while {@code played} comes from the loudspeaker. */
    private short[] through(short[] played, short[] heard) {
        List<short[]> clean = new ArrayList<>();
        for (int at = 0; at + FRAME <= heard.length; at += FRAME) {
            cleaner.played(Sound.piece(played, at, FRAME));
            clean.add(cleaner.cleaned(Sound.piece(heard, at, FRAME)));
        }
        return Sound.joined(clean);
    }

    /** In a room: later, softer, and more than once. */
    private static short[] echo(short[] played) {
        short[] heard = new short[played.length];
        for (int i = DELAY + 900; i < played.length; i++) {
            heard[i] =
                    (short) (0.4 * played[i - DELAY] + 0.15 * played[i - DELAY - 420] + 0.1 * played[i - DELAY - 900]);
        }
        return heard;
    }

    private static double decibels(short[] sound, int fromSecond, int toSecond) {
        double sum = 0;
        for (int i = fromSecond * RATE; i < toSecond * RATE; i++) {
            sum += (double) sound[i] * sound[i];
        }
        return 10 * Math.log10(sum / ((toSecond - fromSecond) * RATE) + 1);
    }

    @Test
    void theEchoIsTakenOut() {
        short[] played = Sound.speech(RATE, 12, 1);
        short[] heard = echo(played);
        cleaner.wish(new VoiceWishes(true, false, false));
        short[] clean = through(played, heard);
        assertThat(decibels(heard, 6, 12) - decibels(clean, 6, 12)).isGreaterThan(25);
    }

    @Test
    void whoeverSpeaksIsHeardThroughTheEcho() {
        short[] played = Sound.speech(RATE, 12, 1);
        short[] near = new short[played.length];
        short[] voice = Sound.speech(RATE, 4, 2);
        System.arraycopy(voice, 0, near, 8 * RATE, voice.length);
        short[] both = echo(played);
        for (int i = 0; i < both.length; i++) {
            both[i] = (short) Math.max(-32_000, Math.min(32_000, both[i] + near[i]));
        }
        cleaner.wish(new VoiceWishes(true, false, false));
        short[] clean = through(played, both);
        assertThat(decibels(near, 8, 12) - decibels(clean, 8, 12)).isBetween(-6.0, 6.0);
    }

    @Test
    void noiseIsTakenOutAndTheVoiceIsNot() {
        Random random = new Random(3);
        short[] heard = new short[10 * RATE];
        short[] voice = Sound.speech(RATE, 4, 4);
        for (int i = 0; i < heard.length; i++) {
            heard[i] = (short) (random.nextGaussian() * 120);
        }
        for (int i = 0; i < voice.length; i++) {
            heard[6 * RATE + i] += voice[i];
        }
        cleaner.wish(new VoiceWishes(false, true, false));
        short[] clean = through(new short[heard.length], heard);
        assertThat(decibels(heard, 3, 6) - decibels(clean, 3, 6)).isGreaterThan(8);
        assertThat(decibels(heard, 6, 10) - decibels(clean, 6, 10)).isBetween(-1.5, 1.5);
    }

    @Test
    void aQuietVoiceIsMadeLouder() {
        short[] quiet = Sound.speech(RATE, 20, 5);
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] = (short) (quiet[i] / 16);
        }
        cleaner.wish(VoiceWishes.ALL);
        short[] clean = through(new short[quiet.length], quiet);
        assertThat(decibels(clean, 15, 20) - decibels(quiet, 15, 20)).isGreaterThan(3);
    }

    @Test
    void whatIsNotWantedIsNotDone() {
        short[] heard = Sound.speech(RATE, 1, 6);
        cleaner.wish(VoiceWishes.NONE);
        assertThat(through(heard, heard)).isEqualTo(heard);
    }

    /** Native memory that is freed too early would end this program. */
    @Test
    void itEndsWhileItWorks() {
        short[] sound = Sound.speech(RATE, 1, 7);
        for (int round = 0; round < 10; round++) {
            WebRtcCleaner one = new WebRtcCleaner(VoiceWishes.ALL);
            CompletableFuture<Void> far = CompletableFuture.runAsync(() -> {
                for (int at = 0; at + FRAME <= sound.length; at += FRAME) {
                    one.played(Sound.piece(sound, at, FRAME));
                }
            });
            for (int at = 0; at < sound.length / 2; at += FRAME) {
                one.cleaned(Sound.piece(sound, at, FRAME));
            }
            one.close();
            far.join();
            short[] frame = Sound.piece(sound, 0, FRAME);
            assertThat(one.cleaned(frame)).isEqualTo(frame);
        }
    }
}
