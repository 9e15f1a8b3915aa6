package org.lamplight.media.quality;

import java.util.Locale;

/**
 * What coding costs on the scale of the E-model, and how well it bears losses (ITU-T G.113, appendix I). Wideband codecs
 * are put on the narrow-band scale with no cost, so they never look worse than a plain telephone; the scale cannot show
 * that they sound better. The value of Opus is our estimate.
 *
 * @param cost equipment impairment factor (Ie), 0 to 95
 * @param robustness packet-loss robustness factor (Bpl); larger is better
 */
public record CodecImpairment(double cost, double robustness) {
    private static final CodecImpairment G711 = new CodecImpairment(0, 25.1);
    private static final CodecImpairment G722 = new CodecImpairment(0, 20);
    private static final CodecImpairment G729 = new CodecImpairment(11, 19);
    private static final CodecImpairment OPUS = new CodecImpairment(0, 25);

    /** For what SDP calls the codec; those that are not known are taken for G.711 with concealment. */
    public static CodecImpairment of(String payloadName) {
        return switch (payloadName.toLowerCase(Locale.ROOT)) {
            case "g722" -> G722;
            case "g729" -> G729;
            case "opus" -> OPUS;
            default -> G711;
        };
    }
}
