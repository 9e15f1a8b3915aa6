package org.lamplight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtcpCompoundTest {
    private static final ReportBlock BLOCK =
            new ReportBlock(-5, 255, -3, 0xFFFF_FFFFL, 4_000_000_000L, 0x8000_0000L, 65_536);

    private static final List<RtcpPart> WHOLE = List.of(
            new RtcpPart.SenderReport(1, -1, -2, 4_000_000_000L, 3_000_000_000L, List.of(BLOCK, BLOCK)),
            new RtcpPart.ReceiverReport(2, List.of(BLOCK)),
            new RtcpPart.SourceDescription(3, "ünter@desk"),
            new RtcpPart.Goodbye(List.of(3, 4)));

    @Test
    void readsWhatItWrites() {
        byte[] octets = RtcpCompound.write(WHOLE);
        assertThat(RtcpCompound.isRtcp(octets, octets.length)).isTrue();
        assertThat(RtcpCompound.parse(octets, octets.length)).isEqualTo(WHOLE);
    }

    @Test
    void readsSeveralChunksOfOneDescription() {
        byte[] octets = hex("82CA0005 00000001 01026162 02017800 00000002 01016300 ");
        assertThat(RtcpCompound.parse(octets, octets.length))
                .containsExactly(new RtcpPart.SourceDescription(1, "ab"), new RtcpPart.SourceDescription(2, "c"));
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        byte[] octets = hex("81CE0002 00000001 00000002 81CB0001 00000009");
        assertThat(RtcpCompound.parse(octets, octets.length))
                .containsExactly(new RtcpPart.Other(206), new RtcpPart.Goodbye(List.of(9)));
    }

    @Test
    void padsAreLeftOutAndFalseLengthsEndTheReading() {
        byte[] padded = hex("A1CB0002 00000009 00000004");
        assertThat(RtcpCompound.parse(padded, padded.length)).containsExactly(new RtcpPart.Goodbye(List.of(9)));
        byte[] over = hex("A1CB0001 000000FF 81CB0001 00000009");
        assertThat(RtcpCompound.parse(over, over.length)).isEmpty();
        byte[] longer = hex("81CB0001 00000009 81CB0100 00000009");
        assertThat(RtcpCompound.parse(longer, longer.length)).hasSize(1);
    }

    @Test
    void rtpIsNotRtcp() {
        byte[] rtp = new RtpPacket(true, 8, 1, 1, 1, new byte[20]).write();
        assertThat(RtcpCompound.isRtcp(rtp, rtp.length)).isFalse();
    }

    @Test
    void noOctetsHurt() {
        Random random = new Random(2);
        byte[] whole = RtcpCompound.write(WHOLE);
        for (int i = 0; i < 100_000; i++) {
            byte[] data = whole.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt();
            }
            assertThat(RtcpCompound.parse(data, random.nextInt(data.length + 1)).size())
                    .isLessThan(100);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
