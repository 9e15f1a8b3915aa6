package org.lamplight.backend;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an account does.
 *
 * @param reason one sentence with what to do next, where something is wrong
 */
public record AccountState(
        Account account, Phase phase, @Nullable String reason, Instant since) {

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
