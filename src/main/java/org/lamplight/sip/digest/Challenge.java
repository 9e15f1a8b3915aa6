package org.lamplight.sip.digest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server asks for (RFC 3261, section 22.4).
 *
 * @param proxy whether it came as Proxy-Authenticate
 * @param opaque to be given back as it is; null: there was none
 * @param counts whether {@code qop=auth} was offered: the answer is then counted
 * @param stale whether only the nonce was too old: the password was right
 */
public record Challenge(
        boolean proxy,
        String realm,
        String nonce,
        @Nullable String opaque,
        Algorithm algorithm,
        boolean named,
        boolean counts,
        boolean stale) {
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z][\\w-]*)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");

    /** Reads a header's value; empty for what can't be answered: another scheme, an unknown algorithm, auth-int alone. */
    public static Optional<Challenge> of(boolean proxy, String value) {
        String text = value.strip();
        if (!text.toLowerCase(Locale.ROOT).startsWith("digest ")) {
            return Optional.empty();
        }
        Map<String, String> parameters = parameters(text.substring(7));
        Optional<Algorithm> algorithm = Algorithm.of(parameters.getOrDefault("algorithm", "MD5"));
        String nonce = parameters.get("nonce");
        String realm = parameters.get("realm");
        boolean counts = offersAuth(parameters.get("qop"));
        boolean answerable = counts || !parameters.containsKey("qop");
        if (algorithm.isEmpty() || nonce == null || realm == null || !answerable) {
            return Optional.empty();
        }
        return Optional.of(new Challenge(
                proxy,
                realm,
                nonce,
                parameters.get("opaque"),
                algorithm.get(),
                parameters.containsKey("algorithm"),
                counts,
                "true".equalsIgnoreCase(parameters.get("stale"))));
    }

    private static boolean offersAuth(@Nullable String qop) {
        return qop != null && Arrays.stream(qop.split(",")).map(String::strip).anyMatch("auth"::equalsIgnoreCase);
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String plain = matcher.group(3);
            String value = quoted != null ? quoted.replaceAll("\\\\(.)", "$1") : plain == null ? "" : plain;
            found.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return found;
    }
}
