package org.lamplight.app;

import java.util.logging.LogManager;

/** A log manager that goes on to the very end: the usual one falls silent when the JVM begins to shut down. */
public final class LateLogManager extends LogManager {
    @Override
    public void reset() {
        // at shutdown the last lines matter most
    }
}
