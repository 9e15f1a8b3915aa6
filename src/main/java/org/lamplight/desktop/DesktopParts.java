package org.lamplight.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a desktop has that tells of input, lock and sleep. Confined to the watcher's thread but for its making. */
final class DesktopParts implements AutoCloseable {
    private final Map<String, String> environment;
    private final IdleClock lastResort;
    private final boolean linux;
    private final boolean windows;
    private @Nullable Bus session;
    private @Nullable Bus system;
    private @Nullable IdleClock idleClock;

    DesktopParts(Map<String, String> environment, String os, IdleClock lastResort) {
        this.environment = environment;
        this.lastResort = lastResort;
        this.windows = os.startsWith("Windows");
        this.linux = !windows && !os.startsWith("Mac");
    }

    static DesktopParts ofThisMachine() {
        return new DesktopParts(System.getenv(), System.getProperty("os.name", ""), new OwnWindowsIdleClock());
    }

    /** Connects, and has lock and sleep told from now on; what holds already is told at once. */
    void open(LockListener listener, Executor thread) {
        if (!linux) {
            return;
        }
        session = BusAddress.session(environment).flatMap(Bus::open).orElse(null);
        system = BusAddress.system(environment).flatMap(Bus::open).orElse(null);
        if (session != null) {
            new ScreenSavers(session, listener, thread).watch();
        }
        if (system != null) {
            new LoginSession(system, listener, thread, environment).watch();
        }
    }

    IdleClock idleClock() {
        if (idleClock == null) {
            idleClock = new FirstIdleClock(clocks());
        }
        return idleClock;
    }

    /** On Wayland the X server sees only what its own windows see, so it is not asked there. */
    private List<IdleClock> clocks() {
        if (!linux) {
            return List.of(windows ? new WindowsIdleClock() : new MacIdleClock(), lastResort);
        }
        Optional<Bus> bus = Optional.ofNullable(session);
        List<IdleClock> ofTheDesktop = bus.map(
                        there -> List.of(new MutterIdleClock(there), new ScreenSaverIdleClock(there)))
                .orElse(List.of());
        boolean wayland = "wayland".equals(environment.get("XDG_SESSION_TYPE"))
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        boolean x11 = !wayland && !environment.getOrDefault("DISPLAY", "").isEmpty();
        List<IdleClock> all = new ArrayList<>();
        if (x11) {
            all.add(new X11IdleClock(environment.get("DISPLAY")));
        }
        all.addAll(ofTheDesktop);
        all.add(lastResort);
        return all;
    }

    @Override
    public void close() {
        if (idleClock != null) {
            idleClock.close();
        }
        for (Bus bus : new Bus[] {session, system}) {
            if (bus != null) {
                bus.close();
            }
        }
    }
}
