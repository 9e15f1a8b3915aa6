package org.lamplight.desktop;

/** Hears of lock and sleep as the desktop tells them. On the watcher's thread. */
interface LockListener {

    /** The session was asked to lock. */
    void asked();

    /** The session was asked to unlock. */
    void unlocked();

    /** The session says itself whether it is locked. */
    void hinted(boolean locked);

    /** This screen saver covers the screen, or does not. */
    void saver(String name, boolean active);

    /** The machine is about to sleep, or woke up. */
    void asleep(boolean sleeps);
}
