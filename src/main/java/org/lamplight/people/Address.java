package org.lamplight.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A way to reach a person.
 *
 * @param value {@code im}: a bare address without scheme; {@code sip}: a SIP URI; {@code phone}, {@code email}: as stored
 * @param label such as "work"; of an {@code im} address the network behind its gateway, such as "irc"; null if there is none
 */
public record Address(Kind kind, String value, @Nullable String label) {
    private static final Pattern BARE =
            Pattern.compile("[^@/\\s\\p{Cntrl}\"&'<>]{1,1023}@[^@/\\s\\p{Cntrl}\"&'<>]{1,1023}");

    /** What an address is for; the names are those of the control interface, in lower case. */
    public enum Kind {
        IM,
        SIP,
        PHONE,
        EMAIL
    }

    public static Address im(String bare) {
        return new Address(Kind.IM, bare, null);
    }

    /** The bare IM address in this text, with or without {@code xmpp:} and resource; empty if there is none (RFC 7622). */
    public static Optional<String> bareIm(String text) {
        String plain = text.strip().replaceFirst("^(?i:xmpp|im):", "");
        int slash = plain.indexOf('/');
        String bare = (slash < 0 ? plain : plain.substring(0, slash)).toLowerCase(Locale.ROOT);
        return BARE.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }
}
