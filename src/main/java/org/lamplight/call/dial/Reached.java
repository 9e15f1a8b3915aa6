package org.lamplight.call.dial;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Whom a SIP URI reaches in the end, without any disguise. Immutable.
 *
 * @param user without escapes and what people put between digits; empty: nobody in particular there
 * @param host in lower case, without port
 */
public record Reached(String user, String host) {

    /** What stands behind the last {@code @} decides where a request goes. */
    public static Reached of(String uri) {
        String rest = uri.replaceFirst("(?i)^[a-z]+:", "");
        int at = rest.lastIndexOf('@');
        String host = rest.substring(at + 1).replaceFirst("[;?].*", "").replaceFirst(":\\d+$", "");
        return new Reached(at < 0 ? "" : Dialled.bare(decoded(rest.substring(0, at))), host.toLowerCase(Locale.ROOT));
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
