package org.lamplight.call;

import java.util.Arrays;
import java.util.Optional;

/** Where calls of a line go instead, and when. */
public record Forwarding(When when, String target) {
    /** What stands between the rules of lines where they are text. */
    static final char BETWEEN = '|';

    /** What has to be so. */
    public enum When {
        ALL("unconditional"),
        BUSY("user-busy"),
        NO_ANSWER("no-answer");

        private final String reason;

        When(String reason) {
            this.reason = reason;
        }

        /** As the control interface says it. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** As it is told to whoever is called instead (RFC 5806, section 4). */
        public String reason() {
            return reason;
        }

        /** Empty: there is none of that name. */
        public static Optional<When> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }
}
