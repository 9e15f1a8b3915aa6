package org.lamplight.call;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where calls of a line go instead, and when. Immutable. */
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

    /** The rules of all lines, as {@link #text} writes them; what can't be read is left out. */
    public static Map<String, Forwarding> rules(String text) {
        Map<String, Forwarding> rules = new LinkedHashMap<>();
        for (String one : text.split("\\|", -1)) {
            String[] words = one.strip().split(" ", 3);
            if (words.length == 3) {
                When.of(words[1]).ifPresent(when -> rules.put(words[0], new Forwarding(when, words[2])));
            }
        }
        return rules;
    }

    /** These rules with another one for this line, or none. */
    public static String text(String rules, String line, Optional<Forwarding> rule) {
        Map<String, Forwarding> all = rules(rules);
        rule.ifPresentOrElse(one -> all.put(line, one), () -> all.remove(line));
        return text(all);
    }

    /** {@code softphone:work all 6009|softphone:home no-answer 6002}. */
    public static String text(Map<String, Forwarding> rules) {
        return rules.entrySet().stream()
                .map(one -> one.getKey()
                        + ' '
                        + one.getValue().when().word()
                        + ' '
                        + one.getValue().target())
                .collect(Collectors.joining("|"));
    }
}
