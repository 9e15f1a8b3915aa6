package org.lamplight.media.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.media.codec.AudioCodec;
import org.lamplight.media.codec.G711;
import org.lamplight.media.codec.G722;
import org.lamplight.media.codec.OpusAudio;

/** The codecs that there are, by the names that settings use: those of SDP in small letters. */
final class Codecs {
    /** In the order of preference. */
    private static final List<AudioCodec> ALL = List.of(new OpusAudio(), new G722(), G711.A_LAW, G711.MU_LAW);

    private Codecs() {}

    /** Those with these names, in this order; all if none of them is known. */
    static List<AudioCodec> named(List<String> names) {
        List<AudioCodec> known = new ArrayList<>();
        for (String name : names) {
            ALL.stream()
                    .filter(codec ->
                            codec.payloadName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                    .filter(codec -> !known.contains(codec))
                    .forEach(known::add);
        }
        return known.isEmpty() ? ALL : List.copyOf(known);
    }

    static List<AudioCodec> all() {
        return ALL;
    }
}
