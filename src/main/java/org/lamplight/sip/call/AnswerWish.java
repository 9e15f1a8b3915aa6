package org.lamplight.sip.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import org.lamplight.sip.message.Headers;

/**
 * Whether a call asks to be answered by itself: RFC 5373, and what telephones and servers use besides. A request that
 * insists ({@code require}) still rings where that is not allowed: whoever sits there may answer. Pure.
 */
final class AnswerWish {
    private static final Pattern AFTER = Pattern.compile("(?i);\\s*answer-after\\s*=\\s*\"?(\\d{1,4})");
    private static final Pattern ALERT =
            Pattern.compile("(?i)\\binfo\\s*=\\s*\"?alert-autoanswer\\b(?:\"?\\s*;\\s*delay\\s*=\\s*(\\d{1,4}))?");

    private AnswerWish() {}

    /** How long after it begins to ring; empty: it does not ask. */
    static Optional<Duration> of(Request invite) {
        List<String> modes = Headers.all(invite, "Answer-Mode");
        if (modes.stream().anyMatch(mode -> says(mode, "manual"))) {
            return Optional.empty();
        }
        boolean auto = modes.stream().anyMatch(mode -> says(mode, "auto"))
                || Headers.all(invite, "Priv-Answer-Mode").stream().anyMatch(mode -> says(mode, "auto"));
        return auto
                ? Optional.of(Duration.ZERO)
                : seconds(invite, "Call-Info", AFTER).or(() -> seconds(invite, "Alert-Info", ALERT));
    }

    private static boolean says(String mode, String word) {
        return mode.replaceFirst(";.*", "").strip().equalsIgnoreCase(word);
    }

    private static Optional<Duration> seconds(Request invite, String header, Pattern said) {
        return Headers.all(invite, header).stream()
                .map(said::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(found.group(1) == null ? 0 : Long.parseLong(found.group(1))))
                .findFirst();
    }
}
