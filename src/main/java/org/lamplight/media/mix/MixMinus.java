package org.lamplight.media.mix;

import java.util.ArrayList;
import java.util.List;

/**
 * A conference mixed here: each party hears the sum of all others. Sums are made in 32 bits and bent softly towards the
 * limits of 16 bits, so that two loud voices do not crackle.
 */
public final class MixMinus {
    /** Up to here sound stays as it is; a party that speaks alone is not changed at all. */
    static final int KNEE = 26_000;

    private static final double ROOM = Short.MAX_VALUE - KNEE;

    private MixMinus() {}

    /** For each party, in the same order, what it hears. All pieces have the same length; silence is a piece of zeros. */
    public static List<short[]> mix(List<short[]> parties) {
        int[] total = total(parties);
        List<short[]> heard = new ArrayList<>(parties.size());
        for (short[] own : parties) {
            short[] others = new short[total.length];
            for (int i = 0; i < total.length; i++) {
                others[i] = limited(total[i] - own[i]);
            }
            heard.add(others);
        }
        return List.copyOf(heard);
    }

    /** What somebody hears who says nothing: a recorder, or a loudspeaker. */
    public static short[] all(List<short[]> parties) {
        int[] total = total(parties);
        short[] heard = new short[total.length];
        for (int i = 0; i < total.length; i++) {
            heard[i] = limited(total[i]);
        }
        return heard;
    }

    private static int[] total(List<short[]> parties) {
        int[] total = new int[parties.isEmpty() ? 0 : parties.get(0).length];
        for (short[] party : parties) {
            if (party.length != total.length) {
                throw new IllegalArgumentException(party.length + " samples beside " + total.length);
            }
            for (int i = 0; i < total.length; i++) {
                total[i] += party[i];
            }
        }
        return total;
    }

    /** Above the knee the rest of the range is approached and never reached. */
    static short limited(int sum) {
        int magnitude = Math.abs(sum);
        if (magnitude <= KNEE) {
            return (short) sum;
        }
        double bent = KNEE + ROOM * (1 - Math.exp(-(magnitude - KNEE) / ROOM));
        return (short) (sum < 0 ? -bent : bent);
    }
}
