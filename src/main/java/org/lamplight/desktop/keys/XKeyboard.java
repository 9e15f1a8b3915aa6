package org.lamplight.desktop.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;

/**
 * Which keys a keyboard of X has and what they mean, as the server said it (X protocol, GetKeyboardMapping and
 * GetModifierMapping). Immutable.
 *
 * @param first the code of the first key
 * @param symbols for each key from the first on: what it means, in all its groups and levels
 * @param holders for each of the eight modifiers, from Shift on: the codes of the keys that hold it down
 */
record XKeyboard(int first, List<int[]> symbols, List<int[]> holders) {
    private static final int SHIFT = 1;
    private static final int LOCK = 2;
    private static final int CONTROL = 4;
    private static final int MOD1 = 8;
    private static final int MOD4 = 64;
    private static final int MODIFIERS = 8;

    /** The codes of the keys that mean this, in whichever group and on whichever level. */
    List<Integer> codes(int symbol) {
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            for (int one : symbols.get(i)) {
                if (one == symbol && !codes.contains(first + i)) {
                    codes.add(first + i);
                }
            }
        }
        return codes;
    }

    /** What the event's state has while these are held down. */
    int mask(Set<Modifier> modifiers) {
        int mask = 0;
        for (Modifier one : modifiers) {
            mask |= switch (one) {
                case SHIFT -> SHIFT;
                case CTRL -> CONTROL;
                case ALT -> holds(KeySyms.ALT_LEFT, MOD1);
                case META -> holds(KeySyms.SUPER_LEFT, holds(KeySyms.META_LEFT, MOD4));
            };
        }
        return mask;
    }

    /** What locks add to the state, none to all of them: a grab is of one state only. */
    Set<Integer> locks() {
        int num = holds(KeySyms.NUM_LOCK, 0);
        int scroll = holds(KeySyms.SCROLL_LOCK, 0);
        Set<Integer> all = new TreeSet<>();
        for (int bits = 0; bits < MODIFIERS; bits++) {
            all.add(((bits & 1) != 0 ? LOCK : 0) | ((bits & 2) != 0 ? num : 0) | ((bits & 4) != 0 ? scroll : 0));
        }
        return all;
    }

    /** All that locks may add. */
    int anyLock() {
        return locks().stream().reduce(0, (one, other) -> one | other);
    }

    private int holds(int symbol, int otherwise) {
        List<Integer> keys = codes(symbol);
        for (int i = 0; i < holders.size(); i++) {
            for (int code : holders.get(i)) {
                if (keys.contains(code)) {
                    return 1 << i;
                }
            }
        }
        return otherwise;
    }

    /** The codes of the keys that are meant; none where this keyboard has none. */
    List<Integer> codes(Shortcut shortcut) {
        return KeySyms.of(shortcut.key()).stream()
                .boxed()
                .flatMap(symbol -> codes(symbol).stream())
                .toList();
    }
}
