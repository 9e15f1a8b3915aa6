package org.lamplight.media.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamplight.media.rtp.RtcpPart.Goodbye;
import org.lamplight.media.rtp.RtcpPart.Other;
import org.lamplight.media.rtp.RtcpPart.ReceiverReport;
import org.lamplight.media.rtp.RtcpPart.SenderReport;
import org.lamplight.media.rtp.RtcpPart.SourceDescription;

/** Datagrams of RTCP: several packets in a row. What contradicts its own lengths is dropped with all that follows. */
public final class RtcpCompound {
    private static final int SENDER = 200;
    private static final int RECEIVER = 201;
    private static final int DESCRIPTION = 202;
    private static final int GOODBYE = 203;
    private static final int CANONICAL_NAME = 1;
    private static final int MOST_BLOCKS = 31;
    private static final int LONGEST = 1_500;

    private RtcpCompound() {}

    /** Whether a datagram on a port shared with RTP is RTCP (RFC 5761, section 4). */
    public static boolean isRtcp(byte[] data, int length) {
        int type = length < 8 ? 0 : data[1] & 0xFF;
        return type >= 192 && type <= 223 && ((data[0] >> 6) & 3) == 2;
    }

    /** What could be read, in its order; empty for what is no RTCP. */
    public static List<RtcpPart> parse(byte[] data, int length) {
        List<RtcpPart> parts = new ArrayList<>();
        int at = 0;
        int end = Math.min(length, Math.min(data.length, LONGEST));
        while (at + 4 <= end && ((data[at] >> 6) & 3) == 2) {
            int words = ((data[at + 2] & 0xFF) << 8) | (data[at + 3] & 0xFF);
            int next = at + 4 + 4 * words;
            int padded = (data[at] & 0x20) == 0 || next > end ? 0 : data[next - 1] & 0xFF;
            if (next > end || padded > 4 * words) {
                break;
            }
            part(data, at, 4 * words - padded, parts);
            at = next;
        }
        return List.copyOf(parts);
    }

    private static void part(byte[] data, int at, int length, List<RtcpPart> parts) {
        int count = data[at] & 0x1F;
        int type = data[at + 1] & 0xFF;
        ByteBuffer body = ByteBuffer.wrap(data, at + 4, length).slice();
        switch (type) {
            case SENDER -> senderReport(body, count, parts);
            case RECEIVER -> receiverReport(body, count, parts);
            case DESCRIPTION -> description(body, count, parts);
            case GOODBYE -> goodbye(body, count, parts);
            default -> parts.add(new Other(type));
        }
    }

    private static void senderReport(ByteBuffer body, int count, List<RtcpPart> parts) {
        if (body.remaining() >= 24) {
            int ssrc = body.getInt();
            long ntp = body.getLong();
            int timestamp = body.getInt();
            long packets = body.getInt() & 0xFFFFFFFFL;
            long octets = body.getInt() & 0xFFFFFFFFL;
            parts.add(new SenderReport(ssrc, ntp, timestamp, packets, octets, blocks(body, count)));
        }
    }

    private static void receiverReport(ByteBuffer body, int count, List<RtcpPart> parts) {
        if (body.remaining() >= 4) {
            parts.add(new ReceiverReport(body.getInt(), blocks(body, count)));
        }
    }

    private static List<ReportBlock> blocks(ByteBuffer body, int count) {
        List<ReportBlock> blocks = new ArrayList<>();
        for (int i = 0; i < count && body.remaining() >= ReportBlock.LENGTH; i++) {
            blocks.add(ReportBlock.read(body));
        }
        return List.copyOf(blocks);
    }

    private static void description(ByteBuffer body, int count, List<RtcpPart> parts) {
        for (int i = 0; i < count && body.remaining() >= 4; i++) {
            int ssrc = body.getInt();
            parts.add(new SourceDescription(ssrc, canonicalName(body)));
        }
    }

    /** Items end with a zero octet; the next chunk begins at a whole word. */
    private static String canonicalName(ByteBuffer body) {
        String name = "";
        while (body.hasRemaining()) {
            int type = body.get();
            if (type == 0) {
                break;
            }
            byte[] text = new byte[body.hasRemaining() ? Math.min(body.get() & 0xFF, body.remaining()) : 0];
            body.get(text);
            name = type == CANONICAL_NAME ? new String(text, StandardCharsets.UTF_8) : name;
        }
        body.position(Math.min(body.limit(), (body.position() + 3) & ~3));
        return name;
    }

    private static void goodbye(ByteBuffer body, int count, List<RtcpPart> parts) {
        List<Integer> sources = new ArrayList<>();
        for (int i = 0; i < count && body.remaining() >= 4; i++) {
            sources.add(body.getInt());
        }
        parts.add(new Goodbye(List.copyOf(sources)));
    }

    /** The octets to send. At most 31 blocks of a report go out; {@link Other} cannot be written. */
    public static byte[] write(List<RtcpPart> parts) {
        ByteBuffer to = ByteBuffer.allocate(LONGEST);
        for (RtcpPart part : parts) {
            int start = to.position();
            to.putInt(0);
            int header = body(part, to);
            to.put(start, (byte) (0x80 | (header & 0x1F))).put(start + 1, (byte) (header >> 8));
            to.putShort(start + 2, (short) ((to.position() - start) / 4 - 1));
        }
        return Arrays.copyOf(to.array(), to.position());
    }

    /** Writes all but the header; returns type and count. */
    private static int body(RtcpPart part, ByteBuffer to) {
        if (part instanceof SenderReport report) {
            to.putInt(report.ssrc()).putLong(report.ntp()).putInt(report.timestamp());
            to.putInt((int) report.packets()).putInt((int) report.octets());
            return (SENDER << 8) | blocks(report.blocks(), to);
        } else if (part instanceof ReceiverReport report) {
            to.putInt(report.ssrc());
            return (RECEIVER << 8) | blocks(report.blocks(), to);
        } else if (part instanceof SourceDescription source) {
            name(source, to);
            return (DESCRIPTION << 8) | 1;
        } else if (part instanceof Goodbye goodbye) {
            goodbye.sources().forEach(to::putInt);
            return (GOODBYE << 8) | goodbye.sources().size();
        }
        throw new IllegalArgumentException(part.toString());
    }

    private static int blocks(List<ReportBlock> blocks, ByteBuffer to) {
        int count = Math.min(blocks.size(), MOST_BLOCKS);
        blocks.subList(0, count).forEach(block -> block.write(to));
        return count;
    }

    private static void name(SourceDescription source, ByteBuffer to) {
        byte[] name = source.canonicalName().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(name.length, 255);
        to.putInt(source.ssrc()).put((byte) CANONICAL_NAME).put((byte) length).put(name, 0, length);
        do {
            to.put((byte) 0);
        } while (to.position() % 4 != 0);
    }
}
