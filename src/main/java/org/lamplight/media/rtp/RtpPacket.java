package org.lamplight.media.rtp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One RTP packet (RFC 3550, section 5.1). Contributing sources, header extensions and padding are checked and left out:
 * nothing here needs them. Never changed; {@link #payload} is not to be written to.
 */
public final class RtpPacket {
    /** What a header has at least, in octets. */
    public static final int HEADER = 12;
    /** Larger datagrams are not taken: no audio or video packet is, for they would be fragmented. */
    public static final int LONGEST = 2_048;

    private static final int VERSION = 2;

    private final boolean marker;
    private final int payloadType;
    private final int sequence;
    private final int timestamp;
    private final int ssrc;
    private final byte[] payload;

    /** A packet to send; payload type below 128, sequence number below 65,536, times and sources as unsigned 32 bits. */
    public RtpPacket(boolean marker, int payloadType, int sequence, int timestamp, int ssrc, byte[] payload) {
        this.marker = marker;
        this.payloadType = payloadType & 0x7F;
        this.sequence = sequence & 0xFFFF;
        this.timestamp = timestamp;
        this.ssrc = ssrc;
        this.payload = payload;
    }

    /** Reads one datagram of {@code length} octets; empty if it is no RTP packet or contradicts itself. */
    public static Optional<RtpPacket> parse(byte[] data, int length) {
        if (length < HEADER || length > Math.min(data.length, LONGEST) || ((data[0] >> 6) & 3) != VERSION) {
            return Optional.empty();
        }
        int start = HEADER + 4 * (data[0] & 0x0F);
        boolean extended = (data[0] & 0x10) != 0;
        if (extended) {
            start = afterExtension(data, start, length);
        }
        int end = (data[0] & 0x20) != 0 ? length - padding(data, length) : length;
        return start < 0 || start > end ? Optional.empty() : Optional.of(read(data, start, end));
    }

    /** Extensions say their length in words after a word of their own (section 5.3.1). */
    private static int afterExtension(byte[] data, int start, int length) {
        if (start + 4 > length) {
            return -1;
        }
        int words = ((data[start + 2] & 0xFF) << 8) | (data[start + 3] & 0xFF);
        return start + 4 + 4 * words;
    }

    /** The last octet counts the padding with itself; none is a lie, which leaves no packet. */
    private static int padding(byte[] data, int length) {
        int count = data[length - 1] & 0xFF;
        return count == 0 ? length : count;
    }

    private static RtpPacket read(byte[] data, int start, int end) {
        ByteBuffer header = ByteBuffer.wrap(data, 0, HEADER);
        int flags = header.getShort();
        int sequence = header.getShort();
        int timestamp = header.getInt();
        int ssrc = header.getInt();
        return new RtpPacket(
                (flags & 0x80) != 0, flags, sequence, timestamp, ssrc, Arrays.copyOfRange(data, start, end));
    }

    /** The octets to send. */
    public byte[] write() {
        ByteBuffer data = ByteBuffer.allocate(HEADER + payload.length);
        data.put((byte) (VERSION << 6));
        data.put((byte) ((marker ? 0x80 : 0) | payloadType));
        data.putShort((short) sequence);
        data.putInt(timestamp).putInt(ssrc).put(payload);
        return data.array();
    }

    /** Whether a stretch of talk, or an event, begins here. */
    public boolean marker() {
        return marker;
    }

    /** 0 to 127. */
    public int payloadType() {
        return payloadType;
    }

    /** 0 to 65,535. */
    public int sequence() {
        return sequence;
    }

    /** In ticks of the codec's clock; wraps. */
    public int timestamp() {
        return timestamp;
    }

    /** Who sends. */
    public int ssrc() {
        return ssrc;
    }

    /** The codec's octets. */
    public byte[] payload() {
        return payload;
    }
}
