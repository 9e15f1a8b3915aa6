package org.lamplight.desktop.headset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.desktop.headset.HeadsetReports.Field;

/** What the report descriptors of real headsets say, and what broken ones do not do. */
class HeadsetReportsTest {

    /** Each as number of the report, and place in it; found by another reading of the same bytes. */
    @ParameterizedTest
    @CsvSource({
        "Plantronics Poly BT700, 32 0, 32 1, 36 0, 33 0, 35 0",
        "Plantronics Poly Voyager Base CD, 1 0, 1 1, 4 0, 1 0, 3 0",
        "Plantronics Blackwire C5220, 8 1, 8 0, 23 0, 24 0, 9 0",
        "Jabra Evolve Link MS, 2 0, 2 2, 2 0, 2 2, 2 1",
        "Jabra BIZ 2400 II, 2 0, 2 2, 2 0, 2 2, 2 1",
        "Jabra Speak 810, 2 0, 2 2, 2 0, 2 2, 2 1",
        "Sennheiser SC 660, 8 1, 8 0, 9 1, 9 2, 9 0",
        "EPOS Impact D1, 2 0, 2 3, 3 0, 3 2, 3 3",
        "EPOS Impact DW, 2 2, 2 5, 3 1, 3 3, 3 4",
        "Yealink WH66, 2 0, 2 2, 2 0, 2 2, 2 1",
        "Anker PowerConf, 2 0, 2 2, 2 0, 2 2, 2 1"
    })
    void realOnesAreRead(String name, String hook, String mute, String offHook, String ring, String muted)
            throws IOException {
        HeadsetReports reports = HeadsetReports.parse(Descriptors.of(name));
        assertThat(reports.isHeadset()).isTrue();
        assertThat(reports.numbered()).isTrue();
        assertThat(place(reports, HeadsetReports.HOOK_SWITCH)).isEqualTo(hook);
        assertThat(place(reports, HeadsetReports.PHONE_MUTE)).isEqualTo(mute);
        assertThat(place(reports, HeadsetReports.LED_OFF_HOOK)).isEqualTo(offHook);
        assertThat(place(reports, HeadsetReports.LED_RING)).isEqualTo(ring);
        assertThat(place(reports, HeadsetReports.LED_MUTE)).isEqualTo(muted);
        assertThat(reports.field(HeadsetReports.HOOK_SWITCH).orElseThrow().relative())
                .isFalse();
        assertThat(reports.field(HeadsetReports.PHONE_MUTE).orElseThrow().relative())
                .isTrue();
    }

    private static String place(HeadsetReports reports, int usage) {
        Field field = reports.field(usage).orElseThrow();
        return field.report() + " " + field.at();
    }

    @Test
    void howLongReportsAreIsKnown() throws IOException {
        assertThat(HeadsetReports.parse(Descriptors.of("Jabra Speak 810")).outputBits())
                .containsEntry(2, 16);
        assertThat(HeadsetReports.parse(Descriptors.of("Anker PowerConf")).outputBits())
                .containsEntry(2, 8);
    }

    @Test
    void withoutButtonsForCallsItIsNone() throws IOException {
        assertThat(HeadsetReports.parse(Descriptors.of("Logitech G535")).isHeadset())
                .isFalse();
        assertThat(HeadsetReports.parse(new byte[0]).isHeadset()).isFalse();
    }

    /** Usages with their pages, a range, push and pop, a long item, and no numbers. */
    @Test
    void allWaysToSayItAreUnderstood() {
        HeadsetReports reports = HeadsetReports.parse(HexFormat.of()
                .parseHex("050b 0905 a101 1500 2501 7501 9501 fe02aabbcc 0b2f000b00 8122 a4 0509 1901 2903 9503 8102"
                        .concat(" b4 0920 8102 0508 1917 2918 9502 9102 c0")
                        .replace(" ", "")));
        assertThat(reports.numbered()).isFalse();
        assertThat(place(reports, HeadsetReports.PHONE_MUTE)).isEqualTo("0 0");
        assertThat(place(reports, HeadsetReports.HOOK_SWITCH)).isEqualTo("0 4");
        assertThat(place(reports, HeadsetReports.LED_OFF_HOOK)).isEqualTo("0 0");
        assertThat(place(reports, HeadsetReports.LED_RING)).isEqualTo("0 1");
        assertThat(reports.field(HeadsetReports.PHONE_MUTE).orElseThrow().latched())
                .isTrue();
        assertThat(reports.field(HeadsetReports.HOOK_SWITCH).orElseThrow().latched())
                .isFalse();
    }

    @Test
    void whatIsTooLargeIsLeftOut() {
        byte[] usages = HexFormat.of().parseHex("050b1a000027ffffff7f7501972000000081020920750196ffff8102c0");
        assertThat(HeadsetReports.parse(usages).fields()).hasSizeLessThanOrEqualTo(2);
        byte[] endless = HexFormat.of().parseHex("050b092077ffffffff97ffffffff810209207501950181027501950191ff");
        assertThat(HeadsetReports.parse(endless).fields()).hasSize(1);
        assertThat(HeadsetReports.parse(new byte[HeadsetReports.MOST_BYTES + 1]).fields())
                .isEmpty();
    }

    /** Whatever a device says of itself, nothing is thrown, and every place is within a report. */
    @Test
    void noiseHarmsNobody() throws IOException {
        Random random = new Random(11);
        Map<String, byte[]> real = Descriptors.all();
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            check(bytes);
        }
        for (byte[] descriptor : real.values()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] changed = java.util.Arrays.copyOf(descriptor, random.nextInt(descriptor.length + 1));
                for (int k = 0; k < 3 && changed.length > 0; k++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                check(changed);
            }
        }
    }

    private static void check(byte[] descriptor) {
        HeadsetReports reports = HeadsetReports.parse(descriptor);
        assertThat(reports.fields()).hasSizeLessThanOrEqualTo(5);
        reports.fields().forEach(field -> assertThat(field.at()).isBetween(0, HeadsetReports.MOST_BITS));
        HeadsetTalk talk = new HeadsetTalk(reports);
        talk.shows(new org.lamplight.call.CallActions.Stand(true, true, true));
        talk.heard(descriptor, new org.lamplight.call.CallActions.Stand(true, true, true));
    }
}
