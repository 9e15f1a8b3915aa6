package org.lamplight.desktop;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The X server, by its extension MIT-SCREEN-SAVER: milliseconds over all input devices. Needs libXss. */
final class X11IdleClock implements IdleClock {
    private static final Logger LOG = LoggerFactory.getLogger(X11IdleClock.class);

    /** Where {@code idle} stands in XScreenSaverInfo: behind window, state, kind and til_or_since. */
    private static final long IDLE_AT = 2L * Native.LONG_SIZE + 2L * Integer.BYTES;

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface X11 extends Library {
        @Nullable
        Pointer XOpenDisplay(@Nullable String name);

        NativeLong XDefaultRootWindow(Pointer display);

        int XFree(Pointer data);

        int XCloseDisplay(Pointer display);
    }

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface ScreenSaver extends Library {
        int XScreenSaverQueryExtension(Pointer display, IntByReference event, IntByReference error);

        @Nullable
        Pointer XScreenSaverAllocInfo();

        int XScreenSaverQueryInfo(Pointer display, NativeLong window, Pointer info);
    }

    /** An open display and what is asked of it. */
    private record Connection(X11 x11, ScreenSaver saver, Pointer display, Pointer info) {}

    private final @Nullable String displayName;
    private @Nullable Connection connection;
    private boolean broken;

    X11IdleClock(@Nullable String displayName) {
        this.displayName = displayName;
    }

    @Override
    public Optional<Duration> idle() {
        Connection open = connection();
        if (open == null
                || open.saver()
                                .XScreenSaverQueryInfo(
                                        open.display(), open.x11().XDefaultRootWindow(open.display()), open.info())
                        == 0) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(open.info().getNativeLong(IDLE_AT).longValue()));
    }

    private @Nullable Connection connection() {
        if (connection == null && !broken) {
            try {
                connection = connect();
            } catch (LinkageError missing) {
                LOG.info("Idle time can't be asked of the X server: {}", missing.toString());
            }
            broken = connection == null;
        }
        return connection;
    }

    private @Nullable Connection connect() {
        X11 x11 = Native.load("X11", X11.class);
        ScreenSaver saver = Native.load("Xss", ScreenSaver.class);
        Pointer display = x11.XOpenDisplay(displayName);
        if (display == null) {
            return null;
        }
        boolean known = saver.XScreenSaverQueryExtension(display, new IntByReference(), new IntByReference()) != 0;
        Pointer info = known ? saver.XScreenSaverAllocInfo() : null;
        if (info == null) {
            x11.XCloseDisplay(display);
            return null;
        }
        return new Connection(x11, saver, display, info);
    }

    @Override
    public void close() {
        Connection open = connection;
        if (open != null) {
            open.x11().XFree(open.info());
            open.x11().XCloseDisplay(open.display());
            connection = null;
            broken = true;
        }
    }
}
