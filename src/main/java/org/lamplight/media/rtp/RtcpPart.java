package org.lamplight.media.rtp;

import java.util.List;

/** One packet of a compound of RTCP (RFC 3550, section 6). */
public sealed interface RtcpPart {
    /**
     * From who sends: wall clock and timestamp of the same moment, what was sent, what was heard.
     *
     * @param ntp 64 bits of NTP time
     * @param timestamp of RTP, unsigned 32 bits
     * @param packets sent so far
     * @param octets of payload sent so far
     */
    record SenderReport(int ssrc, long ntp, int timestamp, long packets, long octets, List<ReportBlock> blocks)
            implements RtcpPart {}

    /** From who only listens. */
    record ReceiverReport(int ssrc, List<ReportBlock> blocks) implements RtcpPart {}

    /** Who a source is. Only the canonical name is read and written; it is empty if none came. */
    record SourceDescription(int ssrc, String canonicalName) implements RtcpPart {}

    /** These sources end. */
    record Goodbye(List<Integer> sources) implements RtcpPart {}

    /** Something that is not read here; feedback about video, for one. */
    record Other(int type) implements RtcpPart {}
}
