package org.lamplight.media.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.jitter.JitterBuffer;
import org.lamplight.media.rate.Resampler;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.media.sdp.NegotiatedAudio;
import org.lamplight.media.tone.Dtmf;
import org.lamplight.media.tone.EventStream;

/**
 * Sound at 48 kHz to packets: sequence numbers, timestamps, keys in place of sound. Time is what it is called with, so
 * that it can be tested without any. From any thread; only one asks for packets.
 */
final class Outgoing {
    static final int RATE = 48_000;

    private record Press(Dtmf key, int millis) {}

    private NegotiatedAudio audio;
    private final AudioCodec.Encoder encoder;
    /** Where the codec leaves pauses to us. */
    private final Optional<SpeechPauses> pauses;

    private final Resampler resampler;
    private final int frames;
    private final Deque<Press> waiting = new ArrayDeque<>();

    private int ssrc;
    private int sequence;
    private int timestamp;
    private boolean marker = true;
    private long packets;
    private long octets;

    private Deque<EventStream.Step> key = new ArrayDeque<>();
    private int keyTimestamp;
    private int keyMillis;
    private int pauseMillis;

    Outgoing(NegotiatedAudio audio, int ssrc, int sequence, int timestamp) {
        this.audio = audio;
        Optional<AudioCodec.Encoder> pausing =
                audio.suppressSilence() ? audio.codec().discontinuousEncoder() : Optional.empty();
        this.encoder = pausing.orElseGet(() -> audio.codec().encoder());
        this.pauses = audio.suppressSilence() && pausing.isEmpty() ? Optional.of(new SpeechPauses()) : Optional.empty();
        this.resampler = new Resampler(RATE, audio.codec().sampleRate());
        this.frames = Math.max(1, Math.min(3, audio.packetMillis() / 20));
        this.ssrc = ssrc;
        this.sequence = sequence;
        this.timestamp = timestamp;
    }

    /** Whether the stream can go on under this agreement: the same codec, numbers and packets. */
    synchronized boolean suits(NegotiatedAudio agreed) {
        return agreed.codec().equals(audio.codec())
                && agreed.sendType() == audio.sendType()
                && agreed.sendEvents().equals(audio.sendEvents())
                && agreed.packetMillis() == audio.packetMillis()
                && agreed.suppressSilence() == audio.suppressSilence();
    }

    /** The same stream under a new agreement about its flow. */
    synchronized Outgoing flowing(NegotiatedAudio agreed) {
        audio = agreed;
        return this;
    }

    /** Milliseconds of sound in a packet: 20, 40 or 60. */
    int packetMillis() {
        return frames * 20;
    }

    /** Samples at 48 kHz in a packet. */
    int packetSamples() {
        return RATE / 50 * frames;
    }

    /** Sends a key as soon as those before it are through. False if keys were not agreed on. */
    boolean press(Dtmf one, int millis) {
        if (sendsNoKeys()) {
            return false;
        }
        synchronized (waiting) {
            waiting.add(new Press(one, millis));
        }
        return true;
    }

    private synchronized boolean sendsNoKeys() {
        return audio.sendEvents().isEmpty();
    }

    /** The packets of the next {@link #packetMillis}; none while nothing is to be sent. */
    synchronized List<RtpPacket> next(short[] sound) {
        Optional<Integer> events = audio.sendEvents();
        List<RtpPacket> due = new ArrayList<>();
        begin();
        if (!audio.direction().sends()) {
            marker = true;
        } else if (!key.isEmpty() && events.isPresent()) {
            keyMillis += packetMillis();
            while (!key.isEmpty() && key.peek().dueMillis() <= keyMillis) {
                due.add(counted(key.pop().packet(events.get(), sequence++, keyTimestamp, ssrc)));
            }
            pauseMillis = EventStream.GAP_MILLIS;
            marker = true;
        } else {
            speech(sound).ifPresent(packet -> due.add(counted(packet)));
            pauseMillis -= packetMillis();
        }
        timestamp += audio.codec().frameTicks() * frames;
        return due;
    }

    /** The sound, or what stands for it in a pause; what comes after a pause is marked (RFC 3551, section 4.1). */
    private Optional<RtpPacket> speech(short[] sound) {
        byte[] payload = encoder.encode(resampler.process(sound));
        if (pauses.isPresent() && pauses.get().pauses(sound, packetMillis())) {
            marker = true;
            OptionalInt level = pauses.get().level();
            return level.isEmpty() ? Optional.empty() : Optional.of(noise(level.getAsInt()));
        }
        if (payload.length == 0) {
            marker = true;
            return Optional.empty();
        }
        RtpPacket packet = new RtpPacket(marker, audio.sendType(), sequence++, timestamp, ssrc, payload);
        marker = false;
        return Optional.of(packet);
    }

    private RtpPacket noise(int level) {
        return new RtpPacket(false, JitterBuffer.COMFORT_NOISE, sequence++, timestamp, ssrc, new byte[] {(byte) level});
    }

    private void begin() {
        synchronized (waiting) {
            if (key.isEmpty() && pauseMillis <= 0 && !waiting.isEmpty()) {
                Press press = waiting.pop();
                key = new ArrayDeque<>(EventStream.of(
                        press.key(), press.millis(), audio.codec().clockRate()));
                keyTimestamp = timestamp;
                keyMillis = 0;
            }
        }
    }

    private RtpPacket counted(RtpPacket packet) {
        packets++;
        octets += packet.payload().length;
        return packet;
    }

    /** So much time went by without any packet: the machine slept. */
    synchronized void skip(int packetsLeftOut) {
        timestamp += audio.codec().frameTicks() * frames * packetsLeftOut;
        marker = true;
    }

    /** Somebody else has our number (RFC 3550, section 8.2). */
    synchronized void renumber(int other) {
        ssrc = other;
        packets = 0;
        octets = 0;
        marker = true;
    }

    synchronized int ssrc() {
        return ssrc;
    }

    synchronized int sequence() {
        return sequence;
    }

    synchronized int timestamp() {
        return timestamp;
    }

    synchronized long packets() {
        return packets;
    }

    synchronized long octets() {
        return octets;
    }
}
