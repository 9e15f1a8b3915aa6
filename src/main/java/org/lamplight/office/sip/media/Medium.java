package org.lamplight.office.sip.media;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One medium of a description (RFC 8866 section 5.14), as far as the office reads it. Filled while reading. */
final class Medium {
    final String kind;
    final int port;
    final String protocol;
    final List<String> formats;
    final Map<String, String> names = new HashMap<>();

    @Nullable
    String address;

    @Nullable
    String direction;

    Medium(String kind, int port, String protocol, List<String> formats) {
        this.kind = kind;
        this.port = port;
        this.protocol = protocol;
        this.formats = formats;
    }

    /** Whether it is sound by RTP in clear. */
    boolean isPlainAudio() {
        return kind.equals("audio") && port > 0 && (protocol.equals("RTP/AVP") || protocol.equals("RTP/AVPF"));
    }

    /** What a payload type stands for, as {@code name/clock}, in lower case; empty if nothing says so. */
    String name(String format) {
        String usual = switch (format) {
            case "0" -> "PCMU/8000";
            case "8" -> "PCMA/8000";
            case "9" -> "G722/8000";
            case "18" -> "G729/8000";
            default -> "";
        };
        return names.getOrDefault(format, usual).toLowerCase(Locale.ROOT);
    }

    /** A refusal of it (RFC 3264 section 6). */
    String refusal() {
        return "m=" + kind + " 0 " + protocol + " " + String.join(" ", formats) + "\r\n";
    }
}
