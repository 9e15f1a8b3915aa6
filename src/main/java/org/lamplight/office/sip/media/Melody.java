package org.lamplight.office.sip.media;

/** A tune for those who wait: a slow walk up and down a few chords, of plucked notes. */
public final class Melody implements Sound {
    /** MIDI numbers, each a third of a second. */
    private static final int[] NOTES = {
        60, 64, 67, 72, 76, 72, 67, 64, 57, 60, 64, 69, 72, 69, 64, 60,
        53, 57, 60, 65, 69, 65, 60, 57, 55, 59, 62, 67, 71, 67, 62, 59
    };

    private static final int LENGTH = RATE / 3;
    private static final double LEVEL = 0.22;

    private long position;

    @Override
    public double next() {
        int note = NOTES[(int) (position / LENGTH % NOTES.length)];
        double seconds = (position % LENGTH) / (double) RATE;
        position++;
        double pitch = 440 * Math.pow(2, (note - 69) / 12.0);
        double attack = Math.min(1, seconds / 0.01);
        double wave = Math.sin(2 * Math.PI * pitch * seconds)
                + 0.35 * Math.sin(4 * Math.PI * pitch * seconds)
                + 0.12 * Math.sin(6 * Math.PI * pitch * seconds);
        return LEVEL * attack * Math.exp(-2.2 * seconds) * wave;
    }
}
