package org.lamplight.media.jitter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.lamplight.media.Sound;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.rtp.RtpPacket;

/** A stream through a network with loss and jitter into a jitter buffer, in virtual time. */
final class Journey {
    private static final double BASE_MILLIS = 30;

    private record Arrival(double millis, RtpPacket packet) {}

    private final AudioCodec codec;
    private final double loss;
    private final double jitter;
    /** How much faster the sender's clock goes. */
    private final double drift;

    /** Mean length of a loss, in packets. */
    private double burst = 1;

    final AtomicLong nanos = new AtomicLong();
    final JitterBuffer buffer;
    final List<Double> delays = new ArrayList<>();
    long sent;
    long arrived;

    Journey(AudioCodec codec, double loss, double jitter, double drift) {
        this.codec = codec;
        this.loss = loss;
        this.jitter = jitter;
        this.drift = drift;
        this.buffer = new JitterBuffer(codec, nanos::get);
    }

    /** The same losses, but so many in a row on average. */
    Journey inBursts(double packets) {
        burst = packets;
        return this;
    }

    /** What is heard at the other end; it begins when the first packet is sent. */
    short[] run(List<byte[]> payloads, long seed) {
        List<Arrival> arrivals = arrivals(payloads, new Random(seed));
        List<short[]> heard = new ArrayList<>();
        int next = 0;
        double end = payloads.size() * 20 + 300;
        for (int tick = 0; tick * 10 < end; tick++) {
            while (next < arrivals.size() && arrivals.get(next).millis() <= tick * 10) {
                nanos.set((long) (arrivals.get(next).millis() * 1e6));
                buffer.put(arrivals.get(next++).packet());
            }
            nanos.set(tick * 10_000_000L);
            heard.add(buffer.pull(codec.frameSamples() / 2));
            delays.add(buffer.figures().delayMillis());
        }
        return Sound.joined(heard);
    }

    /** Packets of 20 ms each. */
    static List<byte[]> coded(AudioCodec codec, short[] sound) {
        AudioCodec.Encoder encoder = codec.encoder();
        List<byte[]> payloads = new ArrayList<>();
        int frame = codec.frameSamples();
        for (int at = 0; at + frame <= sound.length; at += frame) {
            payloads.add(encoder.encode(Sound.piece(sound, at, frame)));
        }
        return payloads;
    }

    private List<Arrival> arrivals(List<byte[]> payloads, Random random) {
        List<Arrival> arrivals = new ArrayList<>();
        boolean lost = false;
        for (int i = 0; i < payloads.size(); i++) {
            double late = Math.min(jitter, Math.abs(random.nextGaussian()) * jitter / 2);
            lost = random.nextDouble() < (lost ? 1 - 1 / burst : loss / burst);
            sent++;
            if (!lost) {
                arrived++;
                arrivals.add(new Arrival(
                        i * 20 * (1 - drift) + BASE_MILLIS + late,
                        new RtpPacket(i == 0, 96, 65_000 + i, i * codec.frameTicks(), 5, payloads.get(i))));
            }
        }
        arrivals.sort((one, other) -> Double.compare(one.millis(), other.millis()));
        return arrivals;
    }
}
