package org.lamplight.desktop.keys;

import java.util.Map;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;

/** Takes keys from all other programs of a desktop. Confined to one thread. */
interface KeyGrab extends AutoCloseable {
    /** Whether it is ours from now on: false where somebody else has it, or there is no such key. */
    boolean grab(Shortcut key);

    void release(Shortcut key);

    @Override
    void close();

    /** All modifiers of a shortcut in one number, where each is a bit of its own to the desktop. */
    static int modifiers(Shortcut key, Map<Modifier, Integer> bits) {
        return key.modifiers().stream()
                .mapToInt(one -> bits.getOrDefault(one, 0))
                .sum();
    }
}
