package org.lamplight.ldap;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lamplight.backend.Account;
import org.lamplight.core.Texts;

/** How a connection is protected. */
enum Security {
    /** Encrypted before anything else is said (RFC 4511, section 4.14). */
    STARTTLS,

    /** Encrypted from the first byte. */
    TLS,

    /** Not at all. */
    NONE;

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d+){3}|\\[?::1]?");

    /**
     * As the account says, else as its URL does. What only says {@code ldap:} is encrypted too, unless it does not leave this
     * machine: nothing goes over a network in clear that was not meant to.
     */
    static Security of(Account account, boolean secureUrl, String host, Texts texts) {
        Optional<String> said = account.get("security").map(word -> word.toLowerCase(Locale.ROOT));
        if (said.isPresent() && !said.get().matches("starttls|tls|none")) {
            throw new Unusable(texts.get("security.wrong", said.get()));
        }
        if (secureUrl && said.filter(word -> !word.equals("tls")).isPresent()) {
            throw new Unusable(texts.get("security.url", said.get()));
        }
        boolean stays = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        Security usual = secureUrl ? TLS : stays ? NONE : STARTTLS;
        return said.map(word -> valueOf(word.toUpperCase(Locale.ROOT))).orElse(usual);
    }
}
