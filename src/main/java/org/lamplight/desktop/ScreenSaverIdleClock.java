package org.lamplight.desktop;

import java.time.Duration;
import java.util.Optional;

/**
 * The screen saver of the desktop (KDE, Xfce, Cinnamon and others). Whether it counts milliseconds, as KDE does, or seconds,
 * as its specification says, it shows by how fast its number grows; until then the shorter time is believed.
 */
final class ScreenSaverIdleClock implements IdleClock {
    static final Bus.Target SAVER = new Bus.Target(
            "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver");

    private final Bus bus;
    private final TimeUnitGuess unit = new TimeUnitGuess();

    ScreenSaverIdleClock(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Optional<Duration> idle() {
        return bus.call(SAVER, "GetSessionIdleTime", "")
                .filter(values -> values.size() == 1 && values.get(0) instanceof Number)
                .map(values -> unit.duration(((Number) values.get(0)).longValue(), System.nanoTime()));
    }
}
