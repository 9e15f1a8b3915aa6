package org.lamplight.office.sip.message;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A SIP URI (RFC 3261 section 19.1), or a telephone number (RFC 3966) read as one. Immutable.
 *
 * @param scheme {@code sip}, {@code sips} or {@code tel}
 * @param user unescaped, without its password; empty for none
 * @param at the host; of a number, {@code localhost}
 */
public record SipUri(String scheme, String user, HostPort at, Params params) {
    /** Reads one; null if it is something else. */
    public static @Nullable SipUri parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.chars().anyMatch(Character::isWhitespace)) {
            return null;
        }
        String rest = text.substring(colon + 1);
        return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "sip" -> address("sip", rest);
            case "sips" -> address("sips", rest);
            case "tel" -> number(rest);
            default -> null;
        };
    }

    private static @Nullable SipUri address(String scheme, String rest) {
        int sign = rest.lastIndexOf('@');
        String user = sign < 0 ? "" : unescape(rest.substring(0, sign).split(":", 2)[0]);
        String after = rest.substring(sign + 1);
        int question = after.indexOf('?');
        var parts = Fields.split(question < 0 ? after : after.substring(0, question), ';');
        HostPort at = HostPort.parse(parts.get(0));
        return at == null || user == null
                ? null
                : new SipUri(scheme, user, at, Params.of(parts.subList(1, parts.size())));
    }

    private static @Nullable SipUri number(String rest) {
        String digits = rest.split(";", 2)[0].replaceAll("[-.() ]", "");
        return digits.isEmpty() ? null : new SipUri("tel", digits, new HostPort("localhost", -1), Params.NONE);
    }

    private static @Nullable String unescape(String user) {
        try {
            String plain = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8);
            // a line end in hiding would become one when the user is written somewhere else
            return plain.chars().anyMatch(Character::isISOControl) ? null : plain;
        } catch (IllegalArgumentException bad) {
            return null;
        }
    }

    /** Which transport it asks for; {@code udp} if it does not say. */
    public String transport() {
        String named = params.get("transport");
        if (scheme.equals("sips")) {
            return "tls";
        }
        return named == null ? "udp" : named.toLowerCase(Locale.ROOT);
    }

    /** The port that counts. */
    public int port() {
        return at.portOr(transport().equals("tls") ? 5061 : 5060);
    }

    /** Whether both lead to the same place; parameters other than the transport do not count here. */
    public boolean leadsTo(SipUri other) {
        return user.equals(other.user)
                && at.host().equals(other.at.host())
                && port() == other.port()
                && Objects.equals(transport(), other.transport());
    }
}
