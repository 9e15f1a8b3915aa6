package org.lamplight.desktop;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import java.time.Duration;
import java.util.Optional;

/** Input into our own windows, for desktops that tell nothing: who works elsewhere looks idle. */
final class OwnWindowsIdleClock implements IdleClock {
    private static final long INPUT = AWTEvent.KEY_EVENT_MASK
            | AWTEvent.MOUSE_EVENT_MASK
            | AWTEvent.MOUSE_MOTION_EVENT_MASK
            | AWTEvent.MOUSE_WHEEL_EVENT_MASK;

    private volatile long lastInput = System.nanoTime();
    private boolean listens;

    @Override
    public Optional<Duration> idle() {
        if (!listens) {
            listens = true;
            Toolkit.getDefaultToolkit().addAWTEventListener(event -> lastInput = System.nanoTime(), INPUT);
        }
        return Optional.of(Duration.ofNanos(System.nanoTime() - lastInput));
    }
}
