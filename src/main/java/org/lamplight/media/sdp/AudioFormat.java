package org.lamplight.media.sdp;

import java.util.Locale;
import java.util.Optional;

/**
 * What a payload type stands for.
 *
 * @param payloadType 0 to 127
 * @param name such as {@code PCMA}
 * @param clockRate ticks per second
 * @param channels 1 unless the line says more
 * @param parameters of {@code a=fmtp}; empty if there are none
 */
public record AudioFormat(int payloadType, String name, int clockRate, int channels, String parameters) {
    /** The format of this payload type in a medium, by its {@code a=rtpmap} or by RFC 3551. */
    static Optional<AudioFormat> of(int payloadType, MediaDescription medium) {
        String parameters = find(medium, "fmtp", payloadType).orElse("");
        return find(medium, "rtpmap", payloadType)
                .or(() -> wellKnown(payloadType))
                .flatMap(map -> parse(payloadType, map, parameters));
    }

    private static Optional<String> find(MediaDescription medium, String attribute, int payloadType) {
        String start = payloadType + " ";
        return medium.attributes(attribute).stream()
                .filter(value -> value.startsWith(start))
                .map(value -> value.substring(start.length()).strip())
                .findFirst();
    }

    private static Optional<String> wellKnown(int payloadType) {
        return Optional.ofNullable(
                switch (payloadType) {
                    case 0 -> "PCMU/8000";
                    case 3 -> "GSM/8000";
                    case 8 -> "PCMA/8000";
                    case 9 -> "G722/8000";
                    case 13 -> "CN/8000";
                    case 18 -> "G729/8000";
                    default -> null;
                });
    }

    private static Optional<AudioFormat> parse(int payloadType, String map, String parameters) {
        String[] parts = map.split("/", -1);
        if (parts.length < 2 || parts.length > 3) {
            return Optional.empty();
        }
        Optional<Integer> channels = parts.length == 3 ? SdpLines.number(parts[2], 1, 255) : Optional.of(1);
        return SdpLines.number(parts[1], 1, 1_000_000)
                .flatMap(clock ->
                        channels.map(count -> new AudioFormat(payloadType, parts[0], clock, count, parameters)));
    }

    /** Whether this is the codec so called. Names are compared without case. */
    public boolean is(String codec, int clock, int count) {
        return name.toLowerCase(Locale.ROOT).equals(codec.toLowerCase(Locale.ROOT))
                && clockRate == clock
                && channels == count;
    }
}
