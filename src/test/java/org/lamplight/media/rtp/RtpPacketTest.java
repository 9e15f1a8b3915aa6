package org.lamplight.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    @Test
    void readsAPlainPacket() {
        RtpPacket packet = parse("80880001 00000010 DEADBEEF 0102").orElseThrow();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(8);
        assertThat(packet.sequence()).isEqualTo(1);
        assertThat(packet.timestamp()).isEqualTo(16);
        assertThat(packet.ssrc()).isEqualTo(0xDEADBEEF);
        assertThat(packet.payload()).containsExactly(1, 2);
    }

    @Test
    void leavesOutSourcesExtensionAndPadding() {
        String head = "B2 08 FFFF FFFFFFFF 00000001";
        String sources = "00000002 00000003";
        String extension = "BEDE 0001 10203040";
        assertThat(parse(head + sources + extension + "55 66 0000 03")
                        .orElseThrow()
                        .payload())
                .containsExactly(0x55, 0x66);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "8008000100000010DEADBE",
                "40080001 00000010 DEADBEEF 01",
                "8F080001 00000010 DEADBEEF 01020304",
                "90080001 00000010 DEADBEEF 0102",
                "90080001 00000010 DEADBEEF BEDE0002 01020304",
                "90080001 00000010 DEADBEEF BEDEFFFF 01020304",
                "A0080001 00000010 DEADBEEF 010200",
                "A0080001 00000010 DEADBEEF 010204"
            })
    void refusesWhatContradictsItself(String hex) {
        assertThat(parse(hex)).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        RtpPacket packet = new RtpPacket(true, 111, 65_535, -1, -2, new byte[] {9, 8, 7});
        byte[] octets = packet.write();
        RtpPacket again = RtpPacket.parse(octets, octets.length).orElseThrow();
        assertThat(again).usingRecursiveComparison().isEqualTo(packet);
    }

    @Test
    void noOctetsHurt() {
        Random random = new Random(1);
        byte[] whole = HexFormat.of().parseHex("b208ffffffffffff0000000100000002000000ffbede0001102030405566000003");
        for (int i = 0; i < 200_000; i++) {
            byte[] data = whole.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(data.length + 1);
            Optional<RtpPacket> packet = RtpPacket.parse(data, length);
            packet.ifPresent(read -> assertThat(read.payload().length).isLessThanOrEqualTo(length - 12));
        }
    }

    private static Optional<RtpPacket> parse(String hex) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));
        return RtpPacket.parse(data, data.length);
    }
}
