package org.lamplight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReceptionStatisticsTest {
    private static final long FRAME = 20_000_000;

    private final ReceptionStatistics statistics = new ReceptionStatistics(7, 8_000);

    @Test
    void countsLossOverTheWrap() {
        for (int i = 0; i < 100; i++) {
            if (i % 10 != 5) {
                receive(65_500 + i, i, 0);
            }
        }
        assertThat(statistics.expected()).isEqualTo(100);
        assertThat(statistics.lost()).isEqualTo(10);
        ReportBlock block = statistics.report(0);
        assertThat(block.fractionLost()).isEqualTo(25);
        assertThat(block.lost()).isEqualTo(10);
        assertThat(block.highest()).isEqualTo(65_599);
    }

    @Test
    void lossOfLateBeginsAnewWithEachReport() {
        receive(0, 0, 0);
        receive(3, 3, 0);
        assertThat(statistics.report(0).fractionLost()).isEqualTo(128);
        receive(4, 4, 0);
        assertThat(statistics.report(0).fractionLost()).isZero();
        assertThat(statistics.lost()).isEqualTo(2);
    }

    @Test
    void doublesCountAgainstLoss() {
        receive(0, 0, 0);
        receive(0, 0, 0);
        receive(0, 0, 0);
        assertThat(statistics.report(0).lost()).isEqualTo(-2);
        assertThat(statistics.report(0).fractionLost()).isZero();
    }

    @Test
    void oneStrayNumberIsIgnoredAndTwoInARowAreANewBeginning() {
        receive(10, 0, 0);
        assertThat(receive(40_000, 1, 0)).isFalse();
        assertThat(receive(11, 1, 0)).isTrue();
        assertThat(statistics.expected()).isEqualTo(2);
        assertThat(receive(50_000, 2, 0)).isFalse();
        assertThat(receive(50_001, 3, 0)).isTrue();
        assertThat(statistics.expected()).isEqualTo(1);
    }

    @Test
    void steadyPacketsHaveNoJitter() {
        for (int i = 0; i < 100; i++) {
            receive(i, i, 0);
        }
        assertThat(statistics.jitterMillis()).isEqualTo(0);
    }

    /** Packets that are late by 0 and 10 ms in turn differ by 10 ms each time, which the mean comes to. */
    @Test
    void jitterIsTheMeanChangeOfTransit() {
        for (int i = 0; i < 300; i++) {
            receive(i, i, i % 2 * 10);
        }
        assertThat(statistics.jitterMillis()).isCloseTo(10, within(0.1));
    }

    @Test
    void roundTripIsWhatTheOtherSideDidNotKeep() {
        Instant sent = Instant.parse("2026-01-02T03:04:05.250Z");
        long middle = NtpTime.middle(NtpTime.of(sent));
        statistics.senderReport(middle, 1_000);
        ReportBlock block = statistics.report(1_000 + Duration.ofMillis(2_500).toNanos());
        assertThat(block.lastReport()).isEqualTo(middle);
        assertThat(block.delay()).isCloseTo(163_840, within(1L));
        long now = NtpTime.middle(NtpTime.of(sent.plusMillis(2_580)));
        assertThat(block.roundTripMillis(now)).isCloseTo(80, within(0.1));
        assertThat(block.roundTripMillis(NtpTime.middle(NtpTime.of(sent)))).isNegative();
    }

    @Test
    void ntpTimeIsThatOfTheRecommendationsExample() {
        // RFC 3550, figure 2: 10 Nov 1995 11:33:25.125 UTC is b44d:b705.20000000
        long ntp = NtpTime.of(Instant.parse("1995-11-10T11:33:25.125Z"));
        assertThat(Long.toHexString(ntp)).isEqualTo("b44db70520000000");
        ReportBlock block = new ReportBlock(1, 0, 0, 0, 0, 0xb705_2000L, 0x0005_4000L);
        assertThat(block.roundTripMillis(0xb710_8000L)).isCloseTo(6_125, within(0.1));
    }

    @Test
    void numbersGoOnOverTheirWrap() {
        Extended sequence = Extended.sequence();
        long first = sequence.extend(65_534);
        assertThat(sequence.extend(1)).isEqualTo(first + 3);
        assertThat(sequence.extend(65_535)).isEqualTo(first + 1);
        assertThat(sequence.extend(2)).isEqualTo(first + 4);
        Extended timestamp = Extended.timestamp();
        long start = timestamp.extend(-160);
        assertThat(timestamp.extend(0)).isEqualTo(start + 160);
        assertThat(timestamp.extend(-320)).isEqualTo(start - 160);
    }

    @Test
    void anyNumbersAreCounted() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            receive(random.nextInt(65_536), random.nextInt(), random.nextInt(1_000));
            if (i % 100 == 0) {
                assertThat(statistics.report(random.nextLong()).fractionLost()).isBetween(0, 255);
            }
        }
    }

    private boolean receive(int sequence, int frame, long lateMillis) {
        RtpPacket packet = new RtpPacket(false, 0, sequence, frame * 160, 7, new byte[0]);
        return statistics.received(packet, frame * FRAME + lateMillis * 1_000_000);
    }
}
