package org.lamplight.media.jitter;

/** The length of one period of a voice: where the sound is most like itself. */
final class Pitch {
    private Pitch() {}

    /**
     * The lag, between {@code shortest} and {@code longest} samples, at which {@code window} samples that end at
     * {@code end} are most like those before them. The array must reach back {@code window + longest} from the end.
     */
    static int lag(short[] sound, int end, int window, int shortest, int longest) {
        int best = shortest;
        double most = -1;
        for (int lag = shortest; lag <= longest; lag++) {
            double like = likeness(sound, end - window, lag, window);
            if (like > most) {
                most = like;
                best = lag;
            }
        }
        return best;
    }

    /** Likeness, -1 to 1, of {@code window} samples at {@code from} to those {@code lag} earlier. */
    static double likeness(short[] sound, int from, int lag, int window) {
        double both = 0;
        double now = 1;
        double before = 1;
        for (int i = from; i < from + window; i++) {
            both += (double) sound[i] * sound[i - lag];
            now += (double) sound[i] * sound[i];
            before += (double) sound[i - lag] * sound[i - lag];
        }
        return both / Math.sqrt(now * before);
    }
}
