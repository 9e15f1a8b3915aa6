package org.lamplight.media.session;

import java.util.OptionalInt;
import org.lamplight.media.jitter.Loudness;

/**
 * When one who speaks makes a pause, and what the peer is to know of the room meanwhile (RFC 3389). A pause begins only when
 * nothing was said for a while, so that no word loses its end. Time is the length of the sound. For one thread.
 */
final class SpeechPauses {
    private static final int HANGOVER_MILLIS = 240;
    /** Routers on the way forget who is silent for longer, and so do some peers. */
    private static final int AGAIN_MILLIS = 2_000;

    private static final int LEVEL_STEP = 4;
    private static final int SOFTEST = 127;

    private final Loudness loudness = new Loudness();
    private int quietMillis;
    private int sinceLevelMillis = AGAIN_MILLIS;
    private int lastLevel = -LEVEL_STEP;

    /** Takes the next sound; whether nobody speaks in it nor did so just before. */
    boolean pauses(short[] sound, int millis) {
        loudness.learn(sound);
        quietMillis = loudness.isSilent(sound) ? quietMillis + millis : 0;
        sinceLevelMillis += millis;
        if (quietMillis <= HANGOVER_MILLIS) {
            sinceLevelMillis = AGAIN_MILLIS;
            return false;
        }
        return true;
    }

    /** In a pause: how far the room is below the loudest sound that there is, in dB, if the peer is to hear that now. */
    OptionalInt level() {
        double room = loudness.floor() / Short.MAX_VALUE;
        int level = room <= 0 ? SOFTEST : (int) Math.min(SOFTEST, Math.round(-20 * Math.log10(room)));
        if (sinceLevelMillis < AGAIN_MILLIS && Math.abs(level - lastLevel) < LEVEL_STEP) {
            return OptionalInt.empty();
        }
        sinceLevelMillis = 0;
        lastLevel = level;
        return OptionalInt.of(level);
    }
}
