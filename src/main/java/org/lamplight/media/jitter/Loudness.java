package org.lamplight.media.jitter;

/** How loud sound is, and how loud the room behind it. For one thread. */
public final class Loudness {
    private static final double SILENT = 60;
    private static final double OVER_FLOOR = 3;
    private static final double LOUDEST_FLOOR = 300;

    private double floor;
    private boolean heard;

    /** Root of the mean square of the samples. */
    public static double of(short[] sound) {
        double sum = 0;
        for (short sample : sound) {
            sum += (double) sample * sample;
        }
        return sound.length == 0 ? 0 : Math.sqrt(sum / sound.length);
    }

    /** Follows what the quietest frames leave: down at once, up by 0.4 % with each. */
    public void learn(short[] sound) {
        double now = of(sound);
        floor = heard ? Math.min(now, floor * 1.004 + 0.1) : now;
        floor = Math.min(floor, LOUDEST_FLOOR);
        heard = true;
    }

    void floor(double loudness) {
        floor = Math.min(loudness, LOUDEST_FLOOR);
        heard = true;
    }

    /** Loudness of the room in which nobody speaks; 0 before anything was heard. */
    public double floor() {
        return floor;
    }

    /** Whether nobody speaks in this piece. */
    public boolean isSilent(short[] sound) {
        return of(sound) < Math.max(SILENT, OVER_FLOOR * floor);
    }
}
