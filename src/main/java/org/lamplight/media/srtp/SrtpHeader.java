package org.lamplight.media.srtp;

import java.nio.ByteBuffer;

/** What SRTP has to know of packets: where the part begins that is encrypted, and whose they are. */
final class SrtpHeader {
    static final int RTP = 12;
    static final int RTCP = 8;

    private SrtpHeader() {}

    /** The octets of an RTP header with sources and extension; more than {@code length} if it contradicts itself. */
    static int length(byte[] packet, int length) {
        int end = RTP + 4 * (packet[0] & 0x0F);
        boolean extended = (packet[0] & 0x10) != 0;
        if (!extended) {
            return end;
        }
        return end + 4 > length
                ? Integer.MAX_VALUE
                : end + 4 + 4 * (ByteBuffer.wrap(packet).getShort(end + 2) & 0xFFFF);
    }

    static int sequence(byte[] packet) {
        return ByteBuffer.wrap(packet).getShort(2) & 0xFFFF;
    }

    static int rtpSource(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(8);
    }

    static int rtcpSource(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(4);
    }

    static byte[] octets(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
