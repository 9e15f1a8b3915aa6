package org.lamplight.media.jitter;

/**
 * What a jitter buffer has done so far.
 *
 * @param received packets taken in
 * @param late packets that came after their place was played
 * @param repaired packets replaced from a copy in the next one
 * @param concealed packets replaced by a guess
 * @param expanded frames made up because nothing was there to be played
 * @param dropped frames left out to get nearer to the present
 * @param targetMillis how long after the quickest way sound should be played
 * @param delayMillis how long after the quickest way it is played
 */
public record JitterFigures(
        long received,
        long late,
        long repaired,
        long concealed,
        long expanded,
        long dropped,
        double targetMillis,
        double delayMillis) {}
