package org.lamplight.desktop;

import java.time.Duration;
import java.util.Optional;

/** Tells how long ago the last input of the person was. Asked on one thread, which it may block for a second. */
public interface IdleClock extends AutoCloseable {

    /** Empty where it can't tell now; it never throws. */
    Optional<Duration> idle();

    @Override
    default void close() {}
}
