package org.lamplight.ui.call;

import java.util.function.BooleanSupplier;
import org.lamplight.ui.kit.Edt;

/** Runs something once a second while there is need. EDT. */
final class EachSecond {
    private static final int SECOND_MILLIS = 1_000;

    private final BooleanSupplier needed;
    private final Runnable does;
    private boolean running;

    EachSecond(BooleanSupplier needed, Runnable does) {
        this.needed = needed;
        this.does = does;
    }

    /** Goes on, or begins if there is need now. */
    void wish() {
        if (!running && needed.getAsBoolean()) {
            running = true;
            Edt.after(SECOND_MILLIS, this::tick);
        }
    }

    private void tick() {
        running = false;
        if (needed.getAsBoolean()) {
            does.run();
            wish();
        }
    }
}
