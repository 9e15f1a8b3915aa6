package org.lamplight.media.session;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.jitter.JitterBuffer;
import org.lamplight.media.jitter.JitterFigures;
import org.lamplight.media.rate.Resampler;
import org.lamplight.media.rtp.ReceptionStatistics;
import org.lamplight.media.rtp.ReportBlock;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.tone.Dtmf;
import org.lamplight.media.tone.EventReader;

/** Packets to sound at 48 kHz. The network thread takes, the playing thread pulls; reports come from any thread. */
final class Incoming {
    private volatile NegotiatedAudio audio;
    private final LongSupplier nanoTime;
    private final JitterBuffer buffer;
    private final Resampler resampler;
    private final EventReader keys = new EventReader();
    private @Nullable ReceptionStatistics statistics;

    Incoming(NegotiatedAudio audio, LongSupplier nanoTime) {
        this.audio = audio;
        this.nanoTime = nanoTime;
        this.buffer = new JitterBuffer(audio.codec(), nanoTime);
        this.resampler = new Resampler(audio.codec().sampleRate(), Outgoing.RATE);
    }

    /** The same stream under a new agreement about its flow. */
    Incoming flowing(NegotiatedAudio agreed) {
        audio = agreed;
        return this;
    }

    /** Whether a packet is of a kind that was agreed on. */
    boolean understands(RtpPacket packet) {
        int type = packet.payloadType();
        return type == audio.receiveType()
                || type == JitterBuffer.COMFORT_NOISE
                || audio.receiveEvents().filter(events -> events == type).isPresent();
    }

    /** Takes a packet; gives the key that it is the end of. */
    synchronized Optional<Dtmf> take(RtpPacket packet) {
        ReceptionStatistics counted = statistics;
        if (counted == null || counted.ssrc() != packet.ssrc()) {
            counted = new ReceptionStatistics(packet.ssrc(), audio.codec().clockRate());
            statistics = counted;
        }
        boolean event = audio.receiveEvents()
                .filter(type -> type == packet.payloadType())
                .isPresent();
        counted.received(packet, nanoTime.getAsLong());
        if (event) {
            return keys.received(packet);
        }
        buffer.put(packet);
        return Optional.empty();
    }

    /** 10 ms of sound at 48 kHz, silence while nothing comes or nothing is wanted. */
    short[] pull() {
        short[] sound = resampler.process(buffer.pull(audio.codec().sampleRate() / 100));
        return audio.direction().receives() ? sound : new short[sound.length];
    }

    /** A report of this sender came. */
    synchronized void senderReport(int ssrc, long ntpMiddle) {
        ReceptionStatistics counted = statistics;
        if (counted != null && counted.ssrc() == ssrc) {
            counted.senderReport(ntpMiddle, nanoTime.getAsLong());
        }
    }

    /** What to report, if anything came. */
    synchronized Optional<ReportBlock> report() {
        ReceptionStatistics counted = statistics;
        return counted == null ? Optional.empty() : Optional.of(counted.report(nanoTime.getAsLong()));
    }

    synchronized double jitterMillis() {
        return statistics == null ? 0 : statistics.jitterMillis();
    }

    synchronized long received() {
        return statistics == null ? 0 : statistics.received();
    }

    synchronized long lost() {
        return statistics == null ? 0 : Math.max(0, statistics.lost());
    }

    JitterFigures figures() {
        return buffer.figures();
    }
}
