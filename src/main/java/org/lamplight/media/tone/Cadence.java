package org.lamplight.media.tone;

import java.util.ArrayList;
import java.util.List;

/**
 * Pieces of sound that repeat for ever, as the data file of tones writes them.
 *
 * @param pieces at least one
 */
public record Cadence(List<Piece> pieces) {
    /**
     * Some tones for some time.
     *
     * @param first frequency in Hz, 0 for silence
     * @param second frequency in Hz, 0 for none
     * @param swelling whether the second is not heard itself but makes the first swell
     */
    public record Piece(int first, int second, boolean swelling, int millis) {
        private static final double AMPLITUDE = 5_000;

        private double at(double seconds) {
            double main = Math.sin(2 * Math.PI * first * seconds);
            double beside = Math.sin(2 * Math.PI * second * seconds);
            if (swelling) {
                return AMPLITUDE * main * (1 + 0.85 * beside) / 1.85 * 2;
            }
            return AMPLITUDE * (main + beside);
        }
    }

    /** As {@code 400+450/400, 0/200}; throws {@link IllegalArgumentException} for anything else. */
    public static Cadence parse(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String piece : text.split(",", -1)) {
            pieces.add(piece(piece.strip()));
        }
        return new Cadence(List.copyOf(pieces));
    }

    private static Piece piece(String text) {
        String[] parts = text.split("/", -1);
        String[] tones = parts[0].split("[+*]", -1);
        if (parts.length != 2 || tones.length > 2) {
            throw new IllegalArgumentException(text);
        }
        int second = tones.length == 2 ? Integer.parseInt(tones[1]) : 0;
        return new Piece(Integer.parseInt(tones[0]), second, parts[0].contains("*"), Integer.parseInt(parts[1]));
    }

    /** How long it takes until it begins again. */
    public int millis() {
        return pieces.stream().mapToInt(Piece::millis).sum();
    }

    /** So many samples from this one on, counted from the very beginning. */
    public short[] samples(long from, int count, int rate) {
        long round = (long) millis() * rate / 1_000;
        short[] sound = new short[count];
        for (int i = 0; i < count; i++) {
            sound[i] = (short) Math.round(at((from + i) % round, rate));
        }
        return sound;
    }

    private double at(long sample, int rate) {
        long start = 0;
        for (Piece piece : pieces) {
            long end = start + (long) piece.millis() * rate / 1_000;
            if (sample < end) {
                return piece.at((double) (sample - start) / rate);
            }
            start = end;
        }
        return 0;
    }
}
