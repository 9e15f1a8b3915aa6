package org.lamplight.sip.account;

import java.util.Optional;
import org.lamplight.backend.Account;

/**
 * What is dialled at an account's server for more than a call.
 *
 * @param voicemail where one hears what callers said ({@code voicemail-number})
 * @param deposit where callers are sent to speak ({@code voicemail-deposit}); usually the same
 */
public record Services(Optional<String> voicemail, Optional<String> deposit) {

    static Services of(Account account) {
        Optional<String> voicemail = said(account, "voicemail-number");
        return new Services(voicemail, said(account, "voicemail-deposit").or(() -> voicemail));
    }

    private static Optional<String> said(Account account, String key) {
        return account.get(key).map(String::strip).filter(said -> !said.isEmpty());
    }
}
