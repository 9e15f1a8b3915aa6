package org.lamplight.desktop.keys;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The numbers that X has for keys (X11/keysymdef.h, XF86keysym.h). */
final class KeySyms {
    static final int NUM_LOCK = 0xFF7F;
    static final int SCROLL_LOCK = 0xFF14;
    static final int ALT_LEFT = 0xFFE9;
    static final int META_LEFT = 0xFFE7;
    static final int SUPER_LEFT = 0xFFEB;
    private static final int F1 = 0xFFBE;
    private static final int KEYPAD_0 = 0xFFB0;

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("HOME", 0xFF50),
            Map.entry("LEFT", 0xFF51),
            Map.entry("UP", 0xFF52),
            Map.entry("RIGHT", 0xFF53),
            Map.entry("DOWN", 0xFF54),
            Map.entry("PAGE_UP", 0xFF55),
            Map.entry("PAGE_DOWN", 0xFF56),
            Map.entry("END", 0xFF57),
            Map.entry("INSERT", 0xFF63),
            Map.entry("DELETE", 0xFFFF),
            Map.entry("PAUSE", 0xFF13),
            Map.entry("SCROLL_LOCK", SCROLL_LOCK),
            Map.entry("SPACE", 0x20),
            Map.entry("MULTIPLY", 0xFFAA),
            Map.entry("ADD", 0xFFAB),
            Map.entry("SUBTRACT", 0xFFAD),
            Map.entry("DIVIDE", 0xFFAF),
            Map.entry("MIC_MUTE", 0x1008FFB2),
            Map.entry("MEDIA_PLAY", 0x1008FF14),
            Map.entry("MEDIA_STOP", 0x1008FF15));

    private KeySyms() {}

    /** Of the key that a shortcut names. */
    static OptionalInt of(String key) {
        if (key.matches("[A-Z0-9]")) {
            return OptionalInt.of(key.toLowerCase(Locale.ROOT).charAt(0));
        }
        if (key.matches("F\\d{1,2}")) {
            return OptionalInt.of(F1 - 1 + Integer.parseInt(key.substring(1)));
        }
        if (key.matches("NUMPAD\\d")) {
            return OptionalInt.of(KEYPAD_0 + key.charAt(key.length() - 1) - '0');
        }
        Integer named = NAMED.get(key);
        return named == null ? OptionalInt.empty() : OptionalInt.of(named);
    }
}
