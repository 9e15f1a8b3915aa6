package org.lamplight.media.session;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.media.rtp.NtpTime;
import org.lamplight.media.rtp.ReportBlock;
import org.lamplight.media.rtp.RtcpPart;

/** What RTCP says and hears (RFC 3550, section 6). For any thread. */
final class Reports {
    private final String canonicalName;
    private final Clock clock;
    private volatile double peerLossPercent = -1;
    private volatile double roundTripMillis = -1;
    private volatile boolean left;

    Reports(String canonicalName, Clock clock) {
        this.canonicalName = canonicalName;
        this.clock = clock;
    }

    /** Our report; {@code last} adds the goodbye. */
    List<RtcpPart> write(Outgoing out, Incoming in, boolean last) {
        List<ReportBlock> blocks = in.report().stream().toList();
        List<RtcpPart> parts = new ArrayList<>();
        long ntp = NtpTime.of(clock.instant());
        parts.add(
                out.packets() == 0
                        ? new RtcpPart.ReceiverReport(out.ssrc(), blocks)
                        : new RtcpPart.SenderReport(
                                out.ssrc(), ntp, out.timestamp(), out.packets(), out.octets(), blocks));
        parts.add(new RtcpPart.SourceDescription(out.ssrc(), canonicalName));
        if (last) {
            parts.add(new RtcpPart.Goodbye(List.of(out.ssrc())));
        }
        return parts;
    }

    /** Reports of the other side. */
    void read(List<RtcpPart> parts, int ownSsrc, Incoming in) {
        long now = NtpTime.middle(NtpTime.of(clock.instant()));
        for (RtcpPart part : parts) {
            if (part instanceof RtcpPart.SenderReport report) {
                in.senderReport(report.ssrc(), NtpTime.middle(report.ntp()));
                report.blocks().forEach(block -> read(block, ownSsrc, now));
            } else if (part instanceof RtcpPart.ReceiverReport report) {
                report.blocks().forEach(block -> read(block, ownSsrc, now));
            } else if (part instanceof RtcpPart.Goodbye) {
                left = true;
            }
        }
    }

    private void read(ReportBlock block, int ownSsrc, long nowMiddle) {
        if (block.ssrc() == ownSsrc) {
            peerLossPercent = block.fractionLost() * 100.0 / 256;
            double trip = block.roundTripMillis(nowMiddle);
            roundTripMillis = trip < 0 ? roundTripMillis : trip;
        }
    }

    double peerLossPercent() {
        return peerLossPercent;
    }

    double roundTripMillis() {
        return roundTripMillis;
    }

    boolean left() {
        return left;
    }
}
