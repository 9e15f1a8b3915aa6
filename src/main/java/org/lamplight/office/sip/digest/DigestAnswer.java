package org.lamplight.office.sip.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.Fields;

/** What a client says to a challenge (RFC 7616 section 3.4). Values without quotes; absent ones are empty. */
record DigestAnswer(
        String realm,
        String user,
        String nonce,
        String uri,
        String response,
        String algorithm,
        String qop,
        String count,
        String clientNonce) {

    /** Reads the header's value; null if it is not of the scheme. */
    static @Nullable DigestAnswer parse(String value) {
        String[] words = value.strip().split("\\s+", 2);
        if (words.length < 2 || !words[0].equalsIgnoreCase("Digest")) {
            return null;
        }
        Map<String, String> said = read(Fields.split(words[1], ','));
        return new DigestAnswer(
                said.getOrDefault("realm", ""),
                said.getOrDefault("username", ""),
                said.getOrDefault("nonce", ""),
                said.getOrDefault("uri", ""),
                said.getOrDefault("response", "").toLowerCase(Locale.ROOT),
                said.getOrDefault("algorithm", "MD5"),
                said.getOrDefault("qop", ""),
                said.getOrDefault("nc", ""),
                said.getOrDefault("cnonce", ""));
    }

    private static Map<String, String> read(List<String> parts) {
        Map<String, String> said = new HashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                said.putIfAbsent(name, Fields.unquote(part.substring(equals + 1).strip()));
            }
        }
        return said;
    }

    /** How often the nonce was used, this time included; 0 if it does not say so well. */
    long uses() {
        return count.matches("[0-9A-Fa-f]{8}") ? Long.parseLong(count, 16) : 0;
    }
}
