package org.lamplight.ui.kit;

import java.awt.Image;
import org.jspecify.annotations.Nullable;

/** Pictures that people chose for themselves. Called on the EDT while painting: must not block. */
public interface Portraits {
    /** Nobody has one. */
    Portraits NONE = new Portraits() {
        @Override
        public @Nullable Image of(String address, int pixels) {
            return null;
        }

        @Override
        public void listen(Runnable changed) {}
    };

    /** The picture of this bare address, a square of so many pixels; null as long as none is known. */
    @Nullable
    Image of(String address, int pixels);

    /** Hears, on the EDT, that some picture is known now or differs. */
    void listen(Runnable changed);
}
