package org.lamplight.desktop;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import java.time.Duration;
import java.util.Optional;

/** Windows, by GetLastInputInfo: milliseconds of this session. Not tried by anybody yet. */
final class WindowsIdleClock implements IdleClock {
    private static final int INFO_BYTES = 8;
    private static final int TIME_AT = 4;

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface User32 extends StdCallLibrary {
        boolean GetLastInputInfo(Pointer info);
    }

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface Kernel32 extends StdCallLibrary {
        int GetTickCount();
    }

    @Override
    public Optional<Duration> idle() {
        try (Memory info = new Memory(INFO_BYTES)) {
            info.setInt(0, INFO_BYTES);
            if (!Native.load("user32", User32.class).GetLastInputInfo(info)) {
                return Optional.empty();
            }
            int now = Native.load("kernel32", Kernel32.class).GetTickCount();
            return Optional.of(Duration.ofMillis(Integer.toUnsignedLong(now - info.getInt(TIME_AT))));
        } catch (LinkageError missing) {
            return Optional.empty();
        }
    }
}
