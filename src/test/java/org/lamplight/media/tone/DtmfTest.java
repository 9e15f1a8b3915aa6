package org.lamplight.media.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.media.Sound;
import org.lamplight.media.rtp.RtpPacket;

class DtmfTest {
    private static final int[] LOW = {697, 770, 852, 941};
    private static final int[] HIGH = {1209, 1336, 1477, 1633};
    private static final String[] KEYS = {"123A", "456B", "789C", "*0#D"};

    @ParameterizedTest
    @EnumSource
    void soundsAsItsRowAndColumn(Dtmf key) {
        short[] sound = key.samples(100, 48_000);
        int row = loudest(sound, LOW);
        int column = loudest(sound, HIGH);
        assertThat(KEYS[row].charAt(column)).isEqualTo(key.key());
        double both = Sound.purity(sound, 0, sound.length, LOW[row], 48_000)
                + Sound.purity(sound, 0, sound.length, HIGH[column], 48_000);
        assertThat(both).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 9", "*, 10", "'#', 11", "A, 12", "d, 15"})
    void hasItsNumberAsAnEvent(char key, int event) {
        Dtmf one = Dtmf.of(key).orElseThrow();
        assertThat(one.event()).isEqualTo(event);
        assertThat(Dtmf.ofEvent(event)).contains(one);
    }

    @Test
    void otherKeysAreNone() {
        assertThat(Dtmf.of('E')).isEmpty();
        assertThat(Dtmf.ofEvent(16)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8000", "48000"})
    void growsEndsThreeTimesAndKeepsItsTimestamp(int clock) {
        List<EventStream.Step> steps = EventStream.of(Dtmf.D5, 100, clock);
        assertThat(steps).hasSize(7);
        int ticks = 0;
        for (EventStream.Step step : steps) {
            assertThat(step.timestampOffset()).isZero();
            assertThat(step.event().duration())
                    .isEqualTo(Math.min(100, step.dueMillis()) * clock / 1_000)
                    .isGreaterThanOrEqualTo(ticks);
            ticks = step.event().duration();
        }
        assertThat(steps.stream().filter(EventStream.Step::marker)).containsExactly(steps.get(0));
        assertThat(steps.subList(4, 7))
                .allMatch(step -> step.event().end())
                .extracting(EventStream.Step::dueMillis)
                .containsExactly(100, 120, 140);
        assertThat(steps.subList(0, 4)).noneMatch(step -> step.event().end());
    }

    @Test
    void aLongKeyGoesOnInSegments() {
        List<EventStream.Step> steps = EventStream.of(Dtmf.STAR, 5_000, 48_000);
        assertThat(steps)
                .allMatch(step -> step.event().duration() > 0 && step.event().duration() <= 65_535);
        EventStream.Step last = steps.get(steps.size() - 1);
        assertThat(last.timestampOffset() + last.event().duration()).isEqualTo(240_000);
        assertThat(steps.stream()
                        .map(EventStream.Step::timestampOffset)
                        .distinct()
                        .count())
                .isEqualTo(4);
    }

    @Test
    void payloadIsThatOfTheRecommendation() {
        // RFC 4733, section 5: digit 9, volume 7, duration 1600, end
        byte[] payload = {9, (byte) 0x87, 6, 0x40};
        TelephoneEvent event = TelephoneEvent.parse(payload).orElseThrow();
        assertThat(event).isEqualTo(new TelephoneEvent(9, true, 7, 1_600));
        assertThat(event.write()).isEqualTo(payload);
        assertThat(TelephoneEvent.parse(new byte[3])).isEmpty();
    }

    @Test
    void eachKeyIsToldOnceWhateverIsLost() {
        for (int kept = 0; kept < 7; kept++) {
            EventReader reader = new EventReader();
            List<Dtmf> told = new ArrayList<>();
            int at = 1_000;
            for (Dtmf key : List.of(Dtmf.D1, Dtmf.D1, Dtmf.POUND)) {
                List<EventStream.Step> steps = EventStream.of(key, 100, 8_000);
                for (int i = 0; i < steps.size(); i++) {
                    if (i == kept || key == Dtmf.POUND) {
                        reader.received(packet(steps.get(i), at)).ifPresent(told::add);
                    }
                }
                at += 2_000;
            }
            assertThat(told)
                    .as("only packet %d came", kept)
                    .startsWith(Dtmf.D1, Dtmf.D1)
                    .contains(Dtmf.POUND);
        }
    }

    private static RtpPacket packet(EventStream.Step step, int at) {
        return step.packet(101, 1, at, 1);
    }

    private static int loudest(short[] sound, int[] tones) {
        int best = 0;
        for (int i = 1; i < tones.length; i++) {
            if (share(sound, tones[i]) > share(sound, tones[best])) {
                best = i;
            }
        }
        return best;
    }

    private static double share(short[] sound, int hertz) {
        return Sound.purity(sound, 0, sound.length, hertz, 48_000);
    }
}
