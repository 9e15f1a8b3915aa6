package org.lamplight.desktop;

import java.util.List;
import java.util.concurrent.Executor;

/** The lock screens of the desktops: each tells by a signal when it covers the screen. */
final class ScreenSavers {
    private static final List<Bus.Target> ALL = List.of(
            ScreenSaverIdleClock.SAVER,
            new Bus.Target("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
            new Bus.Target("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
            new Bus.Target("org.mate.ScreenSaver", "/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
            new Bus.Target("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"));

    private final Bus bus;
    private final LockListener listener;
    private final Executor thread;

    ScreenSavers(Bus bus, LockListener listener, Executor thread) {
        this.bus = bus;
        this.listener = listener;
        this.thread = thread;
    }

    void watch() {
        for (Bus.Target saver : ALL) {
            bus.listen(saver, "ActiveChanged", thread, values -> tell(saver, values));
            bus.call(saver, "GetActive", "").ifPresent(values -> tell(saver, values));
        }
    }

    private void tell(Bus.Target saver, List<Object> values) {
        if (values.size() == 1 && values.get(0) instanceof Boolean active) {
            listener.saver(saver.name(), active);
        }
    }
}
