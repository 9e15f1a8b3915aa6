package org.lamplight.desktop;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether the screen is locked, of all that says so; a machine that sleeps counts as locked, and one that wakes up is so
 * only where the screen is. Confined to one thread.
 */
final class LockState {
    /** So long can nobody type at a lock screen without getting in. */
    private static final Duration INPUT_GOES_ON = Duration.ofMinutes(1);

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final Set<String> savers = new HashSet<>();
    private boolean hinted;
    private boolean asked;
    private boolean asleep;
    private Duration input = Duration.ZERO;

    boolean isLocked() {
        return asleep || hinted || asked || !savers.isEmpty();
    }

    boolean isAsleep() {
        return asleep;
    }

    /** The session was asked to lock itself. Whether anything does is another question. */
    void asked() {
        asked = true;
        input = Duration.ZERO;
    }

    void unlocked() {
        asked = false;
        hinted = false;
    }

    /** The session's own word. */
    void hinted(boolean locked) {
        if (hinted && !locked) {
            asked = false;
        }
        hinted = locked;
    }

    /** A screen saver covers the screen or no longer does. */
    void saver(String name, boolean active) {
        if (active) {
            savers.add(name);
        } else if (savers.remove(name)) {
            asked = false;
        }
    }

    void asleep(boolean sleeps) {
        asleep = sleeps;
    }

    /** Desktops without a lock screen are asked to lock and never unlock: there, input that goes on says that they don't. */
    void look(Duration idle, Duration sinceLastLook) {
        input = idle.compareTo(PAUSE) < 0 ? input.plus(sinceLastLook) : Duration.ZERO;
        if (asked && !hinted && savers.isEmpty() && input.compareTo(INPUT_GOES_ON) >= 0) {
            asked = false;
        }
    }
}
