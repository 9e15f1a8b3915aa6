package org.lamplight.desktop.keys;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Shortcut;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys of an X server, by passive grabs on the root window of its first screen, over a connection of its own. One thread
 * asks, another one waits for what is pressed.
 */
final class X11KeyGrab implements KeyGrab {
    private static final Logger LOG = LoggerFactory.getLogger(X11KeyGrab.class);

    private static final int ASYNC = 1;
    private static final int BOTH_WAYS = 2;
    private static final int REPLY_BYTES = 32;
    private static final int KEY_PRESS = 2;
    private static final int KEY_RELEASE = 3;
    private static final int SENT = 0x80;

    // xcb_setup_t
    private static final int VENDOR_LENGTH_AT = 24;
    private static final int FORMATS_AT = 29;
    private static final int FIRST_KEY_AT = 34;
    private static final int LAST_KEY_AT = 35;
    private static final int SETUP_BYTES = 40;
    private static final int FORMAT_BYTES = 8;

    // xcb_key_press_event_t
    private static final int TIME_AT = 4;
    private static final int STATE_AT = 28;

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface Sockets extends Library {
        int shutdown(int descriptor, int how);
    }

    /** A key with its modifiers, as events tell it. */
    private record Stroke(int code, int state) {}

    private final Xcb xcb;
    private final Pointer connection;
    private final int root;
    private final int descriptor;
    private final Consumer<Shortcut> pressed;
    private final Map<Stroke, Shortcut> heard = new ConcurrentHashMap<>();
    private final Map<Shortcut, List<Stroke>> grabbed = new HashMap<>();
    private volatile int locks;
    private volatile boolean closed;

    private X11KeyGrab(Xcb xcb, Pointer connection, Consumer<Shortcut> pressed) {
        this.xcb = xcb;
        this.connection = connection;
        this.pressed = pressed;
        this.descriptor = xcb.xcb_get_file_descriptor(connection);
        this.root = root(xcb.xcb_get_setup(connection));
    }

    /** Throws where there is no such server, or no libxcb. */
    static X11KeyGrab open(String display, Consumer<Shortcut> pressed) {
        Xcb xcb = Native.load("xcb", Xcb.class);
        Pointer connection = xcb.xcb_connect(display, null);
        if (xcb.xcb_connection_has_error(connection) != 0) {
            xcb.xcb_disconnect(connection);
            throw new IllegalStateException("there is no X server at " + display);
        }
        X11KeyGrab made = new X11KeyGrab(xcb, connection, pressed);
        Threads.daemon("pressed keys", made::listen);
        return made;
    }

    private static int root(Pointer setup) {
        int vendor = (Short.toUnsignedInt(setup.getShort(VENDOR_LENGTH_AT)) + 3) & ~3;
        int formats = Byte.toUnsignedInt(setup.getByte(FORMATS_AT)) * FORMAT_BYTES;
        return setup.getInt(SETUP_BYTES + vendor + formats);
    }

    @Override
    public boolean grab(Shortcut key) {
        XKeyboard keyboard = closed ? null : keyboard();
        if (keyboard == null) {
            return false;
        }
        locks = keyboard.anyLock();
        int mask = keyboard.mask(key.modifiers());
        List<Stroke> taken = new ArrayList<>();
        grabbed.put(key, taken);
        for (int code : keyboard.codes(key)) {
            heard.put(new Stroke(code, mask), key);
            for (int lock : keyboard.locks()) {
                if (!grab(code, mask | lock)) {
                    release(key);
                    return false;
                }
                taken.add(new Stroke(code, mask | lock));
            }
        }
        return !taken.isEmpty();
    }

    private boolean grab(int code, int state) {
        return done(xcb.xcb_grab_key_checked(connection, 0, root, state, code, ASYNC, ASYNC));
    }

    private boolean done(int cookie) {
        Pointer error = xcb.xcb_request_check(connection, cookie);
        free(error);
        return error == null && xcb.xcb_connection_has_error(connection) == 0;
    }

    @Override
    public void release(Shortcut key) {
        heard.values().removeIf(key::equals);
        List<Stroke> taken = grabbed.remove(key);
        if (taken == null || closed) {
            return;
        }
        for (Stroke one : taken) {
            done(xcb.xcb_ungrab_key_checked(connection, one.code(), root, one.state()));
        }
    }

    /** As it is now: it may have another layout since the last time. */
    private @Nullable XKeyboard keyboard() {
        Pointer setup = xcb.xcb_get_setup(connection);
        int first = Byte.toUnsignedInt(setup.getByte(FIRST_KEY_AT));
        int count = Byte.toUnsignedInt(setup.getByte(LAST_KEY_AT)) - first + 1;
        Pointer keys = xcb.xcb_get_keyboard_mapping_reply(
                connection, xcb.xcb_get_keyboard_mapping(connection, first, count), null);
        Pointer modifiers =
                xcb.xcb_get_modifier_mapping_reply(connection, xcb.xcb_get_modifier_mapping(connection), null);
        try {
            return keys == null || modifiers == null
                    ? null
                    : new XKeyboard(first, symbols(keys, count), holders(modifiers));
        } finally {
            free(keys);
            free(modifiers);
        }
    }

    private static List<int[]> symbols(Pointer reply, int count) {
        int each = Byte.toUnsignedInt(reply.getByte(1));
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(reply.getIntArray(REPLY_BYTES + (long) i * each * Integer.BYTES, each));
        }
        return all;
    }

    private static List<int[]> holders(Pointer reply) {
        int each = Byte.toUnsignedInt(reply.getByte(1));
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < Byte.SIZE; i++) {
            int[] codes = new int[each];
            for (int k = 0; k < each; k++) {
                codes[k] = Byte.toUnsignedInt(reply.getByte(REPLY_BYTES + (long) i * each + k));
            }
            all.add(codes);
        }
        return all;
    }

    private static void free(@Nullable Pointer answer) {
        if (answer != null) {
            Native.free(Pointer.nativeValue(answer));
        }
    }

    // ---- the thread that waits

    private void listen() {
        Repeats repeats = new Repeats();
        for (Pointer event = xcb.xcb_wait_for_event(connection);
                event != null;
                event = xcb.xcb_wait_for_event(connection)) {
            try {
                hear(event, repeats);
            } finally {
                free(event);
            }
        }
        if (closed) {
            xcb.xcb_disconnect(connection);
        } else {
            // whoever asks may still hold the connection
            LOG.info("The X server went away, and with it the keys");
        }
    }

    private void hear(Pointer event, Repeats repeats) {
        int type = Byte.toUnsignedInt(event.getByte(0)) & ~SENT;
        int code = Byte.toUnsignedInt(event.getByte(1));
        int time = event.getInt(TIME_AT);
        if (type == KEY_RELEASE) {
            repeats.released(code, time);
        } else if (type == KEY_PRESS && !repeats.isRepeated(code, time)) {
            int state = Short.toUnsignedInt(event.getShort(STATE_AT)) & 0xFF & ~locks;
            Shortcut key = heard.get(new Stroke(code, state));
            if (key != null) {
                pressed.accept(key);
            }
        }
    }

    /** A key that is held down is told by the server as let go and pressed again in the same millisecond. */
    static final class Repeats {
        private int code = -1;
        private int time;

        void released(int which, int when) {
            code = which;
            time = when;
        }

        boolean isRepeated(int which, int when) {
            return which == code && when == time;
        }
    }

    /** The server lets go of all grabs with the connection, which the waiting thread closes. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            heard.clear();
            Native.load("c", Sockets.class).shutdown(descriptor, BOTH_WAYS);
        }
    }
}
