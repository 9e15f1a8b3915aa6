package org.lamplight.media.engine;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.lamplight.call.CallTone;
import org.lamplight.media.tone.Cadence;
import org.lamplight.media.tone.ProgressTone;
import org.lamplight.media.tone.RingTone;
import org.lamplight.media.tone.Tones;

/** A tone that goes on until it is taken away. */
final class TonePart implements Playout.Part {
    private static final int RATE = 48_000;
    private static final int FRAME = RATE / 100;

    /** Samples from this one on. */
    @FunctionalInterface
    private interface Sound {
        short[] samples(long from, int count);
    }

    private final Sound sound;
    private final BooleanSupplier aloud;
    /** Belongs to the playing thread. */
    private long position;

    private TonePart(Sound sound, BooleanSupplier aloud) {
        this.sound = sound;
        this.aloud = aloud;
    }

    /** As this country (ISO 3166, two letters) makes it; silent while not {@code aloud}. */
    static TonePart of(CallTone tone, String country, BooleanSupplier aloud) {
        if (tone == CallTone.RINGING) {
            return new TonePart(new RingTone(RATE)::samples, aloud);
        }
        Cadence cadence = new Tones().of(country, progress(tone));
        return new TonePart((from, count) -> cadence.samples(from, count, RATE), aloud);
    }

    private static ProgressTone progress(CallTone tone) {
        return switch (tone) {
            case BUSY -> ProgressTone.BUSY;
            case CONGESTION -> ProgressTone.CONGESTION;
            case WAITING -> ProgressTone.WAITING;
            case RING_BACK, RINGING -> ProgressTone.RINGBACK;
        };
    }

    @Override
    public Optional<short[]> next() {
        short[] frame = sound.samples(position, FRAME);
        position += FRAME;
        return aloud.getAsBoolean() ? Optional.of(frame) : Optional.empty();
    }
}
