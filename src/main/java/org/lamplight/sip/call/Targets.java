package org.lamplight.sip.call;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.sip.message.SipUri;

/** Makes a SIP URI of what a person typed, or what another program gave. Pure. */
public final class Targets {
    private static final String UNRESERVED = "-_.!~*'()&=+$,;?/";

    private Targets() {}

    /**
     * Numbers, names, {@code user@domain}, {@code sip:}, {@code sips:}, {@code tel:} (RFC 3966), {@code callto:}. The header
     * part of a URI is dropped. Empty where nothing can be called by that.
     *
     * @param domain where numbers and names are
     */
    public static Optional<SipUri> uri(String typed, String domain) {
        String text = typed.strip();
        if (text.isEmpty() || text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sip:") || lower.startsWith("sips:")) {
            return sip(text, domain);
        }
        if (lower.startsWith("tel:")) {
            return number(text.substring(4).replaceFirst(";.*", ""), domain);
        }
        String bare = lower.startsWith("callto:") ? text.substring(7).replaceFirst("^//", "") : text;
        return isNumber(bare)
                ? number(bare, domain)
                : bare.indexOf('@') > 0 ? sip("sip:" + bare, domain) : name(bare, domain);
    }

    private static Optional<SipUri> sip(String text, String domain) {
        int colon = text.indexOf(':');
        int at = text.lastIndexOf('@');
        if (at < 0) {
            // sip:6001 means the number, sip:conference.example.com the host
            String rest = text.substring(colon + 1).replaceFirst("[;?].*", "");
            return isNumber(rest) ? number(rest, domain) : SipUri.of(text).map(Targets::safe);
        }
        String user = escaped(text.substring(colon + 1, at));
        return SipUri.of(text.substring(0, colon + 1) + user + text.substring(at))
                .map(Targets::safe);
    }

    /** A URI from elsewhere must not choose another host to send to than the one it shows. */
    private static SipUri safe(SipUri uri) {
        List<String> kept = uri.parameters().stream()
                .filter(one -> !one.toLowerCase(Locale.ROOT).matches("(maddr|method|ttl|received)(=.*)?"))
                .toList();
        return new SipUri(uri.secure(), uri.user(), uri.host(), uri.port(), kept);
    }

    private static boolean isNumber(String text) {
        return text.matches("\\+?[0-9*# ().\\-/\\u00a0]*[0-9*#][0-9*# ().\\-/\\u00a0]*")
                && !text.matches("\\d+(\\.\\d+){3}");
    }

    private static Optional<SipUri> number(String text, String domain) {
        String digits = text.replace("%2B", "+").replace("%2b", "+").replaceAll("[ ().\\-/\\u00a0]", "");
        if (!digits.matches("(?=.*[0-9*#])\\+?[0-9A-Da-d*#]+")) {
            return Optional.empty();
        }
        return of(escaped(digits), domain);
    }

    private static Optional<SipUri> name(String text, String domain) {
        return text.matches("[\\p{L}\\p{N}._~!$&'*+=\\-]{1,128}") ? of(escaped(text), domain) : Optional.empty();
    }

    private static Optional<SipUri> of(String user, String domain) {
        return SipUri.of("sip:" + user + '@' + domain);
    }

    /** With escapes for all that may not stand in a user part; what is escaped already stays. */
    private static String escaped(String user) {
        StringBuilder text = new StringBuilder();
        for (byte one : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0 || c == '%');
            text.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return text.toString();
    }
}
