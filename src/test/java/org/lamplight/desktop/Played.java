package org.lamplight.desktop;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/** The services of a desktop under their real names, played by the test. */
public final class Played {
    static final String SESSION_PATH = "/org/freedesktop/login1/session/_37";

    private Played() {}

    /** GNOME's compositor. */
    @DBusInterfaceName("org.gnome.Mutter.IdleMonitor")
    public interface IdleMonitor extends DBusInterface {
        UInt64 GetIdletime();
    }

    /** A desktop's screen saver. */
    @DBusInterfaceName("org.freedesktop.ScreenSaver")
    public interface ScreenSaver extends DBusInterface {
        UInt32 GetSessionIdleTime();

        boolean GetActive();
    }

    /** The login manager. */
    @DBusInterfaceName("org.freedesktop.login1.Manager")
    public interface Manager extends DBusInterface {
        DBusPath GetSession(String id);

        DBusPath GetSessionByPID(UInt32 pid);
    }

    /** Plays {@link IdleMonitor}. */
    public static final class Mutter implements IdleMonitor {
        final AtomicInteger asked = new AtomicInteger();
        volatile long idleMs;

        @Override
        public UInt64 GetIdletime() {
            asked.incrementAndGet();
            return new UInt64(idleMs);
        }

        @Override
        public String getObjectPath() {
            return MutterIdleClock.MONITOR.path();
        }
    }

    /** Plays {@link ScreenSaver}. */
    public static final class Saver implements ScreenSaver {
        volatile long idle;
        volatile boolean active;

        @Override
        public UInt32 GetSessionIdleTime() {
            return new UInt32(idle);
        }

        @Override
        public boolean GetActive() {
            return active;
        }

        @Override
        public String getObjectPath() {
            return ScreenSaverIdleClock.SAVER.path();
        }
    }

    /** Plays {@link Manager}; knows only some ways to find the session. */
    public static final class Login implements Manager {
        private final String knownId;

        Login(String knownId) {
            this.knownId = knownId;
        }

        @Override
        public DBusPath GetSession(String id) {
            if (!id.equals(knownId)) {
                throw new DBusExecutionException("No session '" + id + "' known");
            }
            return new DBusPath(SESSION_PATH);
        }

        @Override
        public DBusPath GetSessionByPID(UInt32 pid) {
            throw new DBusExecutionException("PID does not belong to any known session");
        }

        @Override
        public String getObjectPath() {
            return LoginSession.MANAGER.path();
        }
    }

    /** Plays a session's properties. */
    public static final class Session implements Properties {
        volatile boolean lockedHint;

        @Override
        @SuppressWarnings("unchecked")
        public <A> A Get(String type, String property) {
            return (A) Boolean.valueOf(lockedHint);
        }

        @Override
        public <A> void Set(String type, String property, A value) {
            throw new DBusExecutionException("not in this test");
        }

        @Override
        public Map<String, Variant<?>> GetAll(String type) {
            return Map.of("LockedHint", new Variant<>(lockedHint));
        }

        @Override
        public String getObjectPath() {
            return SESSION_PATH;
        }
    }
}
