package org.lamplight.sip.account;

import java.util.Optional;
import org.lamplight.backend.Account;
import org.lamplight.core.Texts;

/**
 * What is dialled at an account's server for more than a call.
 *
 * @param voicemail where one hears what callers said ({@code voicemail-number})
 * @param deposit where callers are sent to speak ({@code voicemail-deposit}); usually the same
 * @param forwardAll has the server send all calls to {@link #TARGET} ({@code feature-code.forward-all})
 * @param forwardOff ends that ({@code feature-code.forward-off}); there are both or none
 */
public record Services(
        Optional<String> voicemail,
        Optional<String> deposit,
        Optional<String> forwardAll,
        Optional<String> forwardOff) {
    /** Where a code has the number. */
    public static final String TARGET = "{target}";

    private static final String ALL = "feature-code.forward-all";
    private static final String OFF = "feature-code.forward-off";

    static Services of(Account account, Texts texts) {
        Optional<String> voicemail = said(account, "voicemail-number");
        Optional<String> all = said(account, ALL);
        Optional<String> off = said(account, OFF);
        // whoever can switch it on must be able to end it
        if (all.isPresent() != off.isPresent()
                || all.filter(code -> !code.contains(TARGET)).isPresent()) {
            throw new Unusable(texts.get("feature-code.wrong", ALL, OFF, TARGET));
        }
        return new Services(voicemail, said(account, "voicemail-deposit").or(() -> voicemail), all, off);
    }

    private static Optional<String> said(Account account, String key) {
        return account.get(key).map(String::strip).filter(said -> !said.isEmpty());
    }
}
