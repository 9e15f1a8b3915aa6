package org.lamplight.media.jitter;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.AudioCodec.Repair;
import org.lamplight.media.rtp.Extended;
import org.lamplight.media.rtp.RtpPacket;

/**
 * Puts packets in order, waits for the late ones as long as it pays, and gives a steady stream of samples whatever comes.
 *
 * <p>Sound is played so long after the quickest way that 97 of 100 packets are there, with 10 ms to spare, never less than
 * 20 nor more than 200 ms. What is missing comes from the copy in the next packet, from the codec, or from the last period
 * of the voice. When the wanted delay changes, silences are cut or stretched first and voices, period by period, later.
 *
 * <p>The network thread puts, the playing thread pulls; neither waits longer than the other decodes one frame.
 */
public final class JitterBuffer {
    /** The payload type of comfort noise (RFC 3389). */
    public static final int COMFORT_NOISE = 13;

    private static final int MOST_PACKETS = 250;
    private static final int LARGEST_STEP = 500;
    private static final int STRAYS = 3;
    private static final double SURPLUS_MILLIS = 40;
    private static final double SILENT_SURPLUS_MILLIS = 25;
    private static final double HALF_SURPLUS_MILLIS = 13;
    private static final double DEFICIT_MILLIS = 15;
    private static final double SILENT_DEFICIT_MILLIS = 5;
    private static final double LONGEST_GAP_MILLIS = 1_000;
    /** Voices are stretched at most once in so many frames. */
    private static final int STRETCH_EVERY = 4;
    /** For so many packets after a loss, time is kept for the copy in the next packet. */
    private static final int LOSS_MEMORY = 500;

    private record Held(long sequence, long timestamp, RtpPacket packet) {}

    private final AudioCodec codec;
    private final LongSupplier nanoTime;
    private final DelayWindow window = new DelayWindow();
    private final Loudness loudness = new Loudness();
    private final ComfortNoise noise = new ComfortNoise();
    private final TimeStretch stretch;
    private final SampleQueue queue = new SampleQueue();
    private final TreeMap<Long, Held> packets = new TreeMap<>();

    private AudioCodec.Decoder decoder;
    private @Nullable Repair repair;
    private Concealment concealment;
    private Extended sequences = Extended.sequence();
    private Extended timestamps = Extended.timestamp();
    private int ssrc;
    private boolean known;
    private int strays;

    private boolean playing;
    private long nextSequence;
    private long nextTimestamp;
    private int packetTicks;
    /** Ticks made up while nothing was there, which may turn out to have stood for a lost packet. */
    private long expandedTicks;

    private int sinceStretch;
    private int sinceLoss = LOSS_MEMORY;
    private long received;
    private long late;
    private long repaired;
    private long concealed;
    private long expanded;
    private long dropped;
    private double delay;

    /** For one stream of this codec. The clock may be a virtual one; it never goes back. */
    public JitterBuffer(AudioCodec codec, LongSupplier nanoTime) {
        this.codec = codec;
        this.nanoTime = nanoTime;
        this.stretch = new TimeStretch(codec.sampleRate());
        this.packetTicks = codec.frameTicks();
        this.decoder = codec.decoder();
        this.repair = decoder.repair().orElse(null);
        this.concealment = concealment();
    }

    private Concealment concealment() {
        return repair == null
                ? new PitchRepetition(codec.sampleRate(), decoder, loudness)
                : new CodecConcealment(repair);
    }

    /** Takes a packet of the stream, which arrives now. Doubles and strays are dropped. */
    public synchronized void put(RtpPacket packet) {
        if (!known || packet.ssrc() != ssrc) {
            begin(packet.ssrc());
        }
        long sequence = sequences.extend(packet.sequence());
        if (isStray(sequence)) {
            return;
        }
        Held held = new Held(sequence, timestamps.extend(packet.timestamp()), packet);
        received++;
        window.add(millis() - ticksToMillis(held.timestamp()));
        if (playing && sequence < nextSequence) {
            late++;
        } else if (packets.putIfAbsent(sequence, held) == null && packets.size() > MOST_PACKETS) {
            packets.pollFirstEntry();
        }
    }

    /** A number far from all others is an accident, three of them a sender that began anew. */
    private boolean isStray(long sequence) {
        long reference = playing ? nextSequence : packets.isEmpty() ? sequence : packets.firstKey();
        if (Math.abs(sequence - reference) <= LARGEST_STEP) {
            strays = 0;
            return false;
        }
        strays++;
        if (strays >= STRAYS) {
            begin(ssrc);
        }
        return true;
    }

    private void begin(int source) {
        known = true;
        ssrc = source;
        strays = 0;
        playing = false;
        packets.clear();
        sequences = Extended.sequence();
        timestamps = Extended.timestamp();
        decoder = codec.decoder();
        repair = decoder.repair().orElse(null);
        concealment = concealment();
    }

    /** The next samples to play, at the codec's rate; silence before the first packet. */
    public synchronized short[] pull(int samples) {
        while (queue.length() < samples) {
            queue.add(next());
        }
        return queue.take(samples);
    }

    /** What happened so far. From any thread. */
    public synchronized JitterFigures figures() {
        return new JitterFigures(received, late, repaired, concealed, expanded, dropped, target(), delay);
    }

    private short[] next() {
        Held first = first();
        if (!playing) {
            if (first == null || delay(first) < target()) {
                return new short[codec.sampleRate() / 100];
            }
            playing = true;
            expect(first);
        }
        if (first == null) {
            return expansion();
        }
        return first.sequence() > nextSequence ? instead(first) : due(first);
    }

    private @Nullable Held first() {
        return Optional.ofNullable(packets.firstEntry())
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private void expect(Held packet) {
        nextSequence = packet.sequence();
        nextTimestamp = packet.timestamp();
        expandedTicks = 0;
    }

    /** Nothing is there: a lost packet, a late one, or the other side is silent. */
    private short[] expansion() {
        expanded++;
        expandedTicks += codec.frameTicks();
        return concealment.missing(codec.frameSamples());
    }

    /** Packets are missing before the first one there is. */
    private short[] instead(Held first) {
        nextTimestamp += expandedTicks;
        expandedTicks = 0;
        sinceLoss = 0;
        long missing = first.timestamp() - nextTimestamp;
        if (missing <= 0 || ticksToMillis(missing) > LONGEST_GAP_MILLIS) {
            concealed++;
            expect(first);
            return due(first);
        }
        Repair means = repair;
        if (means != null
                && missing <= packetTicks
                && means.carriesPrevious(first.packet().payload())) {
            repaired++;
            expect(first);
            return means.previous(first.packet().payload(), samples(missing));
        }
        concealed++;
        long step = Math.min(packetTicks, missing);
        nextTimestamp += step;
        if (step == missing) {
            expect(first);
        }
        return concealment.missing(samples(step));
    }

    /** The next packet is there; unless the other side was silent before it, its time has come. */
    private short[] due(Held first) {
        delay = delay(first);
        if (first.timestamp() > nextTimestamp + expandedTicks && delay < target()) {
            expandedTicks += codec.frameTicks() / 2;
            return silence(codec.frameSamples() / 2);
        }
        packets.pollFirstEntry();
        sinceLoss = Math.min(sinceLoss + 1, LOSS_MEMORY);
        short[] sound = decoded(first);
        packetTicks = Math.max(1, (int) ((long) sound.length * codec.clockRate() / codec.sampleRate()));
        nextSequence = first.sequence() + 1;
        nextTimestamp = first.timestamp() + packetTicks;
        expandedTicks = 0;
        return fitted(sound);
    }

    private short[] decoded(Held packet) {
        byte[] payload = packet.packet().payload();
        if (packet.packet().payloadType() == COMFORT_NOISE) {
            loudness.floor(payload.length == 0 ? 0 : 32_767 * Math.pow(10, -(payload[0] & 0x7F) / 20.0));
            return silence(codec.frameSamples());
        }
        short[] sound = decoder.decode(payload);
        if (sound.length == 0) {
            concealed++;
            return concealment.missing(samples(packetTicks));
        }
        loudness.learn(sound);
        return concealment.present(sound);
    }

    private short[] silence(int samples) {
        return repair == null ? noise.make(samples, loudness.floor()) : concealment.missing(samples);
    }

    /** The frame, or what is left of it, or more, to come nearer to the wanted delay. */
    private short[] fitted(short[] sound) {
        double surplus = delay - target();
        boolean silent = loudness.isSilent(sound);
        sinceStretch++;
        if (silent && surplus > SILENT_SURPLUS_MILLIS) {
            dropped++;
            return new short[0];
        }
        if (silent && surplus > HALF_SURPLUS_MILLIS) {
            return Arrays.copyOf(sound, sound.length / 2);
        }
        if (silent && surplus < -SILENT_DEFICIT_MILLIS) {
            queue.add(sound);
            return silence(codec.frameSamples() / 2);
        }
        if (sinceStretch < STRETCH_EVERY || (surplus <= SURPLUS_MILLIS && surplus >= -DEFICIT_MILLIS)) {
            return sound;
        }
        sinceStretch = 0;
        return surplus > 0 ? stretch.shorter(sound) : stretch.longer(sound);
    }

    /** How long after the quickest way this packet's first sample would be played if it were next. */
    private double delay(Held packet) {
        double waiting = queue.length() * 1_000.0 / codec.sampleRate();
        return millis() + waiting - ticksToMillis(packet.timestamp()) - window.least();
    }

    /** With copies in next packets and losses about, there must be time for the next packet on a quick way at least. */
    private double target() {
        boolean waitForCopy = repair != null && sinceLoss < LOSS_MEMORY;
        double copy = waitForCopy ? DelayWindow.LEAST_MILLIS + ticksToMillis(packetTicks) : 0;
        return Math.max(window.target(), copy);
    }

    private double millis() {
        return nanoTime.getAsLong() / 1e6;
    }

    private double ticksToMillis(long ticks) {
        return ticks * 1_000.0 / codec.clockRate();
    }

    private int samples(long ticks) {
        return (int) (ticks * codec.sampleRate() / codec.clockRate());
    }
}
