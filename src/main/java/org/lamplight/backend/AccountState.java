package org.lamplight.backend;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an account does.
 *
 * @param reason one sentence with what to do next, where something is wrong
 * @param wantsPassword whether giving the password again is what helps
 */
public record AccountState(
        Account account, Phase phase, @Nullable String reason, Instant since, boolean wantsPassword) {

    public AccountState(Account account, Phase phase, @Nullable String reason, Instant since) {
        this(account, phase, reason, since, false);
    }

    /** The words of the control interface, in lower case. */
    public enum Phase {
        ONLINE,
        CONNECTING,
        OFFLINE,
        FAILED,
        DISABLED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
