package org.lamplight.desktop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;

/** Lock and sleep as login1 (systemd-logind, elogind) tells them for the session of this process. */
final class LoginSession {
    static final String NAME = "org.freedesktop.login1";
    static final Bus.Target MANAGER = new Bus.Target(NAME, "/org/freedesktop/login1", "org.freedesktop.login1.Manager");
    static final String SESSION = "org.freedesktop.login1.Session";

    private final Bus bus;
    private final LockListener listener;
    private final Executor thread;
    private final Map<String, String> environment;

    LoginSession(Bus bus, LockListener listener, Executor thread, Map<String, String> environment) {
        this.bus = bus;
        this.listener = listener;
        this.thread = thread;
        this.environment = environment;
    }

    void watch() {
        Optional<Bus.Target> session = path().map(path -> new Bus.Target(NAME, path, SESSION));
        session.ifPresent(this::watch);
        bus.listen(MANAGER, "PrepareForSleep", thread, values -> {
            // What happened while it slept may never have been told
            session.ifPresent(this::ask);
            if (values.size() == 1 && values.get(0) instanceof Boolean sleeps) {
                listener.asleep(sleeps);
            }
        });
    }

    private void watch(Bus.Target session) {
        bus.listen(session, "Lock", thread, values -> listener.asked());
        bus.listen(session, "Unlock", thread, values -> listener.unlocked());
        Bus.Target properties = new Bus.Target(NAME, session.path(), "org.freedesktop.DBus.Properties");
        bus.listen(properties, "PropertiesChanged", thread, values -> ask(session));
        ask(session);
    }

    private void ask(Bus.Target session) {
        if (bus.property(session, "LockedHint").orElse(false) instanceof Boolean locked) {
            listener.hinted(locked);
        }
    }

    /** A program that the desktop starts as a service of its own belongs to no session: then it is the one on the screen. */
    private Optional<String> path() {
        String id = environment.getOrDefault("XDG_SESSION_ID", "");
        Optional<List<Object>> found = id.isEmpty() ? Optional.empty() : bus.call(MANAGER, "GetSession", "s", id);
        return found.or(() -> bus.call(
                        MANAGER,
                        "GetSessionByPID",
                        "u",
                        new UInt32(ProcessHandle.current().pid())))
                .or(() -> bus.call(MANAGER, "GetSession", "s", "auto"))
                .filter(values -> values.size() == 1)
                .map(values -> values.get(0) instanceof DBusPath path
                        ? path.getPath()
                        : values.get(0).toString());
    }
}
