package org.lamplight.desktop;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.time.Duration;
import java.util.Optional;

/** macOS, by Quartz event services: seconds of this session. Not tried by anybody yet. */
final class MacIdleClock implements IdleClock {
    private static final int COMBINED_SESSION = 0;
    private static final int ANY_INPUT = ~0;

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface ApplicationServices extends Library {
        double CGEventSourceSecondsSinceLastEventType(int state, int type);
    }

    @Override
    public Optional<Duration> idle() {
        try {
            double seconds = Native.load("ApplicationServices", ApplicationServices.class)
                    .CGEventSourceSecondsSinceLastEventType(COMBINED_SESSION, ANY_INPUT);
            return Optional.of(Duration.ofMillis((long) (seconds * 1_000)));
        } catch (LinkageError missing) {
            return Optional.empty();
        }
    }
}
