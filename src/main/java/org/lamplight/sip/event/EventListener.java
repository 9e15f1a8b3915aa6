package org.lamplight.sip.event;

import java.util.Locale;
import java.util.Optional;

/** Hears what becomes of one subscription. On the account's thread. */
public interface EventListener {
    /** What the Subscription-State of a NOTIFY says of our right to know (RFC 6665, section 4.1.3). */
    enum Right {
        ACTIVE,
        /** Nobody has decided yet: what comes with it says nothing. */
        PENDING,
        TERMINATED;

        static Optional<Right> of(String word) {
            try {
                return Optional.of(valueOf(word.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }
    }

    /** Something was told; {@code body} may be empty. */
    void notified(Right right, byte[] body);

    /** Nothing is known until the next word: the subscription ended, and may be tried again by itself. */
    void silent();

    /** It was refused for good, by this code or by a last NOTIFY (403). */
    void refused(int code);
}
