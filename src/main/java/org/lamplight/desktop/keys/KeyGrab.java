package org.lamplight.desktop.keys;

import org.lamplight.call.Shortcut;

/** Takes keys from all other programs of a desktop. Confined to one thread. */
interface KeyGrab extends AutoCloseable {
    /** Whether it is ours from now on: false where somebody else has it, or there is no such key. */
    boolean grab(Shortcut key);

    void release(Shortcut key);

    @Override
    void close();
}
