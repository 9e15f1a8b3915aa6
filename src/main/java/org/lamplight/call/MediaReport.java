package org.lamplight.call;

/**
 * How the sound of a call does.
 *
 * @param audio codec and clock, as {@code opus/48000}; empty while nothing is agreed
 * @param secure how it is protected
 * @param lossPercent of what came here
 * @param peerLossPercent of what went there; negative: not known
 * @param roundTripMillis negative: not known
 * @param opinion mean opinion score of what is heard here, 1 to 4.5
 * @param silentMillis since anything came
 * @param secret whether nobody in between can listen: the sound is protected, and so is what agreed on its keys
 */
public record MediaReport(
        String audio,
        MediaSecurity secure,
        double lossPercent,
        double peerLossPercent,
        double jitterMillis,
        double roundTripMillis,
        double opinion,
        long silentMillis,
        boolean secret) {

    /** Agreed on in secret, if it is protected at all. */
    public MediaReport(
            String audio,
            MediaSecurity secure,
            double lossPercent,
            double peerLossPercent,
            double jitterMillis,
            double roundTripMillis,
            double opinion,
            long silentMillis) {
        this(
                audio,
                secure,
                lossPercent,
                peerLossPercent,
                jitterMillis,
                roundTripMillis,
                opinion,
                silentMillis,
                secure != MediaSecurity.NONE);
    }
}
