package org.lamplight.sip.stack;

import java.util.Locale;
import java.util.Optional;

/** What carries messages. */
public enum Transport {
    UDP(5060),
    TCP(5060),
    TLS(5061);

    private final int usualPort;

    Transport(int usualPort) {
        this.usualPort = usualPort;
    }

    public int usualPort() {
        return usualPort;
    }

    public boolean isReliable() {
        return this != UDP;
    }

    /** As URIs and account files say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Transport> of(String word) {
        for (Transport one : values()) {
            if (one.word().equalsIgnoreCase(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
