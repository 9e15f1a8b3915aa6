package org.lamplight.media.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Notices that somebody speaks who cannot be heard: sound well above the room for a quarter of a second. For one thread.
 */
final class MutedSpeech {
    /** About -36 dB of the loudest sound; rooms are below, voices at a microphone above. */
    private static final double LOUD = 500;

    private static final int LEAST_SAMPLES = 12_000;
    private static final long BETWEEN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LongSupplier nanoTime;
    private int loud;
    private boolean told;
    private long toldAt;

    MutedSpeech(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Takes sound that is not sent, at 48 kHz. Whether one is to be told now. */
    boolean heard(short[] sound) {
        loud = loudness(sound) > LOUD ? loud + sound.length : Math.max(0, loud - sound.length / 2);
        long now = nanoTime.getAsLong();
        if (loud < LEAST_SAMPLES || (told && now - toldAt < BETWEEN_NANOS)) {
            return false;
        }
        loud = 0;
        told = true;
        toldAt = now;
        return true;
    }

    private static double loudness(short[] sound) {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, sound.length));
    }
}
