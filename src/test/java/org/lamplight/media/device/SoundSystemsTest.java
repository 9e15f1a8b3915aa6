package org.lamplight.media.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.media.Sound;

class SoundSystemsTest {
    /** With or without cards and sound servers: an answer comes, and what cannot be opened says so. */
    @Test
    void thisMachineAnswers() {
        SoundSystem system = new LocalSound();
        for (SoundSystem.Way way : SoundSystem.Way.values()) {
            List<String> names = system.names(way);
            assertThat(names).doesNotContainNull().doesNotHaveDuplicates();
        }
        try (SoundSystem.Capture capture = system.capture("default")) {
            assertThat(capture.read()).hasSizeBetween(470, 490);
        } catch (IOException none) {
            assertThat(none).hasMessageContaining(" ");
        }
    }

    @Test
    void soundBetweenTwoClocksIsNeverLate() {
        DriftQueue queue = new DriftQueue();
        assertThat(queue.take(960)).containsOnly((short) 0);
        for (int i = 0; i < 20; i++) {
            short[] piece = new short[480];
            Arrays.fill(piece, (short) (i + 1));
            queue.put(piece);
        }
        short[] sound = queue.take(960);
        assertThat(sound[0]).isGreaterThan((short) 10);
        int left = 0;
        while (queue.take(480)[0] != 0) {
            left++;
        }
        assertThat(left).isLessThanOrEqualTo(6);
    }

    /** What lies there before anybody takes it would delay every word of a call. */
    @Test
    void whatNobodyNeedsDoesNotStay() {
        DriftQueue queue = new DriftQueue();
        for (int i = 0; i < 7; i++) {
            queue.put(piece(0));
        }
        for (int i = 0; i < 60; i++) {
            queue.put(piece(0));
            queue.put(piece(0));
            queue.take(960);
        }
        queue.put(piece(9_000));
        int later = 0;
        while (queue.take(240)[239] == 0) {
            later++;
            queue.put(Sound.piece(piece(0), 0, 240));
        }
        assertThat(later * 5).isLessThanOrEqualTo(10);
    }

    /** A clock that comes late again and again needs what lies there. */
    @Test
    void whatIsNeededNowAndThenStays() {
        DriftQueue queue = new DriftQueue();
        int silences = 0;
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 30; i++) {
                queue.put(piece(100));
                silences += queue.take(480)[0] == 0 ? 1 : 0;
            }
            // two frames come late, and together
            silences += queue.take(480)[0] == 0 ? 1 : 0;
            silences += queue.take(480)[0] == 0 ? 1 : 0;
            queue.put(piece(100));
            queue.put(piece(100));
        }
        assertThat(silences).isLessThanOrEqualTo(4);
    }

    private static short[] piece(int sample) {
        short[] piece = new short[480];
        Arrays.fill(piece, (short) sample);
        return piece;
    }

    @ParameterizedTest
    @CsvSource({"48000, 2", "44100, 2", "44100, 1", "16000, 1"})
    void devicesOfOtherKindsSoundTheSame(int rate, int channels) {
        PcmShape out = PcmShape.out(rate, channels);
        PcmShape in = PcmShape.in(rate, channels);
        short[] tone = Sound.tone(440, 48_000, 48_000, 8_000);
        java.util.List<short[]> back = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) {
            back.add(in.fromDevice(out.toDevice(Sound.piece(tone, i * 480, 480))));
        }
        short[] heard = Sound.joined(back);
        assertThat(Sound.purity(heard, 2_400, heard.length - 2_400, 440, 48_000))
                .isGreaterThan(0.99);
    }

    @Test
    void filesHaveTheNameOfTheCall() {
        DeviceChoice file = new DeviceChoice("file:/tmp/heard");
        assertThat(file.isDevice()).isFalse();
        assertThat(file.listenFile("a-1/..b")).contains(Path.of("/tmp/heard-a-1---b.wav"));
        assertThat(new DeviceChoice("none").isDevice()).isFalse();
        assertThat(new DeviceChoice("Headset").isDevice()).isTrue();
        assertThat(new DeviceChoice("Headset").speakFile()).isEmpty();
    }
}
