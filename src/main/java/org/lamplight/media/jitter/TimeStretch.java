package org.lamplight.media.jitter;

import java.util.Arrays;

/** A frame made shorter or longer by one period of the voice, which keeps its pitch. */
final class TimeStretch {
    private static final int LOWEST_HERTZ = 100;
    private static final int HIGHEST_HERTZ = 400;
    private static final double LIKE_ENOUGH = 0.6;

    private final int rate;

    TimeStretch(int rate) {
        this.rate = rate;
    }

    /** The frame without one period, or as it was if it has none. */
    short[] shorter(short[] frame) {
        int lag = lag(frame);
        if (lag == 0) {
            return frame;
        }
        short[] result = Arrays.copyOfRange(frame, lag, frame.length);
        for (int i = 0; i < lag; i++) {
            result[i] = mixed(frame[i], frame[i + lag], (i + 0.5) / lag);
        }
        return result;
    }

    /** The frame with one period twice, or as it was if it has none. */
    short[] longer(short[] frame) {
        int lag = lag(frame);
        if (lag == 0) {
            return frame;
        }
        short[] result = new short[frame.length + lag];
        System.arraycopy(frame, 0, result, 0, lag);
        for (int i = 0; i < lag; i++) {
            result[lag + i] = mixed(frame[lag + i], frame[i], (i + 0.5) / lag);
        }
        System.arraycopy(frame, lag, result, 2 * lag, frame.length - lag);
        return result;
    }

    private static short mixed(short from, short to, double share) {
        return (short) Math.round(from + (to - from) * share);
    }

    /** 0 if there is no period that fits twice. */
    private int lag(short[] frame) {
        int longest = Math.min(rate / LOWEST_HERTZ, frame.length / 2);
        int shortest = rate / HIGHEST_HERTZ;
        if (longest < shortest) {
            return 0;
        }
        int best = 0;
        double most = LIKE_ENOUGH;
        for (int lag = shortest; lag <= longest; lag++) {
            double like = Pitch.likeness(frame, lag, lag, lag);
            if (like > most) {
                most = like;
                best = lag;
            }
        }
        return best;
    }
}
