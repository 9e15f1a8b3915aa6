package org.lamplight.desktop.keys;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;

/**
 * Keys of a Mac, by Carbon's RegisterEventHotKey; they come on the main thread, whose events AWT runs. Letters are where an
 * American keyboard has them. Not tried by anybody yet.
 */
final class MacKeyGrab implements KeyGrab {
    /** The letters and digits by their codes, from 0 on; a blank is a code for something else. */
    private static final String PLACES = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM";

    private static final int SIGNATURE = four("LAMP");
    private static final int KEY_CLASS = four("keyb");
    private static final int HOT_KEY_PRESSED = 5;
    private static final int DIRECT_OBJECT = four("----");
    private static final int HOT_KEY_ID = four("hkid");
    private static final int ID_BYTES = 8;

    private static final Map<Modifier, Integer> MODIFIERS =
            Map.of(Modifier.META, 0x100, Modifier.SHIFT, 0x200, Modifier.ALT, 0x800, Modifier.CTRL, 0x1000);

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("SPACE", 49),
            Map.entry("F1", 122),
            Map.entry("F2", 120),
            Map.entry("F3", 99),
            Map.entry("F4", 118),
            Map.entry("F5", 96),
            Map.entry("F6", 97),
            Map.entry("F7", 98),
            Map.entry("F8", 100),
            Map.entry("F9", 101),
            Map.entry("F10", 109),
            Map.entry("F11", 103),
            Map.entry("F12", 111),
            Map.entry("F13", 105),
            Map.entry("F14", 107),
            Map.entry("F15", 113),
            Map.entry("HOME", 115),
            Map.entry("END", 119),
            Map.entry("PAGE_UP", 116),
            Map.entry("PAGE_DOWN", 121),
            Map.entry("DELETE", 117),
            Map.entry("LEFT", 123),
            Map.entry("RIGHT", 124),
            Map.entry("DOWN", 125),
            Map.entry("UP", 126));

    /** Names are the library's. */
    @SuppressWarnings("MethodName")
    interface Carbon extends Library {
        /** {@code EventHandlerProcPtr}. */
        interface Handler extends Callback {
            int invoke(Pointer next, Pointer event, @Nullable Pointer data);
        }

        Pointer GetApplicationEventTarget();

        int InstallEventHandler(
                Pointer target,
                Handler handler,
                NativeLong count,
                Pointer types,
                @Nullable Pointer data,
                @Nullable PointerByReference installed);

        /** {@code id} is a struct of two ints, which goes in one register: the signature in its lower half. */
        int RegisterEventHotKey(
                int key, int modifiers, long id, Pointer target, int options, PointerByReference registered);

        int UnregisterEventHotKey(Pointer registered);

        int GetEventParameter(
                Pointer event,
                int name,
                int type,
                @Nullable Pointer actualType,
                NativeLong bytes,
                @Nullable Pointer actualBytes,
                Pointer data);
    }

    private final Carbon carbon = Native.load("Carbon", Carbon.class);
    private final Consumer<Shortcut> pressed;
    private final Map<Integer, Shortcut> heard = new ConcurrentHashMap<>();
    private final Map<Shortcut, Pointer> registered = new HashMap<>();
    /** Carbon keeps no hold on it. */
    private final Carbon.Handler handler = (next, event, data) -> hear(event);

    private int last;

    MacKeyGrab(Consumer<Shortcut> pressed) {
        this.pressed = pressed;
        try (Memory type = new Memory(2L * Integer.BYTES)) {
            type.setInt(0, KEY_CLASS);
            type.setInt(Integer.BYTES, HOT_KEY_PRESSED);
            carbon.InstallEventHandler(
                    carbon.GetApplicationEventTarget(), handler, new NativeLong(1), type, null, null);
        }
    }

    private static int four(String letters) {
        return letters.charAt(0) << 24 | letters.charAt(1) << 16 | letters.charAt(2) << 8 | letters.charAt(3);
    }

    /** The number that a Mac has for the key that a shortcut names; null for none. */
    static @Nullable Integer code(String key) {
        int place = key.length() == 1 ? PLACES.indexOf(key) : -1;
        return place < 0 ? NAMED.get(key) : Integer.valueOf(place);
    }

    @Override
    public boolean grab(Shortcut key) {
        Integer code = code(key.key());
        if (code == null) {
            return false;
        }
        int modifiers = key.modifiers().stream()
                .mapToInt(one -> MODIFIERS.getOrDefault(one, 0))
                .sum();
        int number = ++last;
        PointerByReference made = new PointerByReference();
        long id = (long) number << Integer.SIZE | Integer.toUnsignedLong(SIGNATURE);
        int wrong = carbon.RegisterEventHotKey(code, modifiers, id, carbon.GetApplicationEventTarget(), 0, made);
        if (wrong != 0) {
            return false;
        }
        registered.put(key, made.getValue());
        heard.put(number, key);
        return true;
    }

    @Override
    public void release(Shortcut key) {
        heard.values().removeIf(key::equals);
        Pointer made = registered.remove(key);
        if (made != null) {
            carbon.UnregisterEventHotKey(made);
        }
    }

    private int hear(Pointer event) {
        try (Memory id = new Memory(ID_BYTES)) {
            int wrong = carbon.GetEventParameter(
                    event, DIRECT_OBJECT, HOT_KEY_ID, null, new NativeLong(ID_BYTES), null, id);
            Shortcut key = wrong == 0 ? heard.get(id.getInt(Integer.BYTES)) : null;
            if (key != null) {
                pressed.accept(key);
            }
        }
        return 0;
    }

    @Override
    public void close() {
        Set.copyOf(registered.keySet()).forEach(this::release);
    }
}
