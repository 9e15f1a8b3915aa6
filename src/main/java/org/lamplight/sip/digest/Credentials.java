package org.lamplight.sip.digest;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers challenges for one account. One thread. The password itself is asked for when it is needed and wiped at once; what
 * stays in memory is its digest for a realm.
 */
public final class Credentials {
    private static final int OWN_BYTES = 12;

    private final String user;
    private final Supplier<Optional<char[]>> password;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> secrets = new HashMap<>();
    private final Map<Boolean, Nonce> current = new HashMap<>();
    private boolean missing;

    /** The nonce that a server gave last, and how often it was used. */
    private static final class Nonce {
        final Challenge challenge;
        int used;

        Nonce(Challenge challenge) {
            this.challenge = challenge;
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param password asked when needed, may block; the characters are wiped here
     */
    public Credentials(String user, Supplier<Optional<char[]>> password) {
        this.user = user;
        this.password = password;
    }

    /** Forgets what was derived from the password: it may have changed. */
    public void forget() {
        secrets.clear();
        current.clear();
    }

    /** Whether there was no password when one was last needed. */
    public boolean isMissing() {
        return missing;
    }

    /** What goes along from the start, by the nonce that was used last; empty before any challenge. */
    public List<Answer> ahead(String method, String uri) {
        return ahead(method, uri, "");
    }

    /** As {@link #ahead(String, String)}, but for what goes in this header anyway. */
    public List<Answer> ahead(String method, String uri, String header) {
        return current.values().stream()
                .filter(nonce -> !header(nonce.challenge).equals(header))
                .filter(nonce -> nonce.challenge.counts() && secrets.containsKey(key(nonce.challenge)))
                .map(nonce -> answer(nonce, secrets.getOrDefault(key(nonce.challenge), ""), method, uri))
                .toList();
    }

    /**
     * Answers the first challenge that can be answered; those of a server stand in its order of liking (RFC 8760, section
     * 2.4). Empty: none can, or no password is known.
     */
    public Optional<Answer> answer(List<Challenge> challenges, String method, String uri) {
        Optional<Challenge> first = challenges.stream().findFirst();
        return first.flatMap(this::secret).map(secret -> {
            Nonce nonce = new Nonce(first.orElseThrow());
            current.put(nonce.challenge.proxy(), nonce);
            return answer(nonce, secret, method, uri);
        });
    }

    private Optional<String> secret(Challenge challenge) {
        String known = secrets.get(key(challenge));
        if (known != null) {
            return Optional.of(known);
        }
        Optional<char[]> given = password.get();
        missing = given.isEmpty();
        return given.map(characters -> {
            try {
                String secret = Digests.secret(challenge.algorithm(), user, challenge.realm(), characters);
                secrets.put(key(challenge), secret);
                return secret;
            } finally {
                Arrays.fill(characters, '\0');
            }
        });
    }

    private static String key(Challenge challenge) {
        return challenge.algorithm().token() + ' ' + challenge.realm();
    }

    private Answer answer(Nonce nonce, String secret, String method, String uri) {
        Challenge challenge = nonce.challenge;
        String count = String.format("%08x", ++nonce.used);
        String own = own();
        String response = Digests.response(challenge, secret, count, own, method, uri);
        StringBuilder value = new StringBuilder("Digest username=").append(quoted(user));
        value.append(", realm=").append(quoted(challenge.realm()));
        value.append(", nonce=").append(quoted(challenge.nonce()));
        value.append(", uri=").append(quoted(uri));
        value.append(", response=\"").append(response).append('"');
        if (challenge.named()) {
            value.append(", algorithm=").append(challenge.algorithm().token());
        }
        if (challenge.counts()) {
            value.append(", qop=auth, nc=")
                    .append(count)
                    .append(", cnonce=\"")
                    .append(own)
                    .append('"');
        }
        String opaque = challenge.opaque();
        if (opaque != null) {
            value.append(", opaque=").append(quoted(opaque));
        }
        return new Answer(header(challenge), value.toString());
    }

    private static String header(Challenge challenge) {
        return challenge.proxy() ? "Proxy-Authorization" : "Authorization";
    }

    private String own() {
        byte[] bytes = new byte[OWN_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\r\\n]", "").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
