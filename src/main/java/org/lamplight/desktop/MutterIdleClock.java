package org.lamplight.desktop;

import java.time.Duration;
import java.util.Optional;

/** GNOME's compositor, on Wayland and X11: milliseconds over all input devices. */
final class MutterIdleClock implements IdleClock {
    static final Bus.Target MONITOR = new Bus.Target(
            "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor");

    private final Bus bus;

    MutterIdleClock(Bus bus) {
        this.bus = bus;
    }

    @Override
    public Optional<Duration> idle() {
        return bus.call(MONITOR, "GetIdletime", "")
                .filter(values -> values.size() == 1 && values.get(0) instanceof Number)
                .map(values -> Duration.ofMillis(((Number) values.get(0)).longValue()));
    }
}
