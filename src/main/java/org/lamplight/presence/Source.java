package org.lamplight.presence;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where an observation comes from: a kind and, for most kinds, which one of them. Its text form is {@code kind} or
 * {@code kind:id}, as in {@code calendar:work}.
 */
public record Source(Kind kind, String id) {

    /** The kinds of sources, named as in rules and in the control interface. */
    public enum Kind {
        CHOICE(false),
        INPUT(false),
        LOCK(false),
        LINE(true),
        CALENDAR(true),
        SHARING(false),
        RESOURCE(true),
        SIP(true),
        LAMP(true),
        APP(true);

        private final boolean named;

        Kind(boolean named) {
            this.named = named;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private static final int LONGEST_ID = 3_200;

    public static final Source CHOICE = new Source(Kind.CHOICE, "");
    public static final Source INPUT = new Source(Kind.INPUT, "");
    public static final Source LOCK = new Source(Kind.LOCK, "");
    public static final Source SHARING = new Source(Kind.SHARING, "");

    public static Source resource(String id) {
        return new Source(Kind.RESOURCE, id);
    }

    public static Source sip(String id) {
        return new Source(Kind.SIP, id);
    }

    public static Source lamp(String address) {
        return new Source(Kind.LAMP, address);
    }

    /** The source of this text form, or empty if it names none. */
    public static Optional<Source> parse(String text) {
        int colon = text.indexOf(':');
        String word = colon < 0 ? text : text.substring(0, colon);
        String id = colon < 0 ? "" : text.substring(colon + 1);
        if (id.length() > LONGEST_ID || id.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.word().equals(word) && kind.named == !id.isBlank())
                .findFirst()
                .map(kind -> new Source(kind, id));
    }

    @Override
    public String toString() {
        return kind.named ? kind.word() + ":" + id : kind.word();
    }
}
