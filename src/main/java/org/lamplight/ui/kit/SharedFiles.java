package org.lamplight.ui.kit;

import java.awt.Image;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;

/** Files that messages share. Called on the EDT: must not block. */
public interface SharedFiles {
    /** Shows names and sizes only. */
    SharedFiles NONE = new SharedFiles() {
        @Override
        public @Nullable Image picture(String path, int width, int height, Runnable ready) {
            return null;
        }

        @Override
        public void open(Message message) {}
    };

    /**
     * A small picture of the file, that fits into so many pixels of the screen; null if there is none, or not yet: then
     * {@code ready} runs once it is there.
     */
    @Nullable
    Image picture(String path, int width, int height, Runnable ready);

    /** Fetches the file if it is not here, and shows it or where it lies. */
    void open(Message message);
}
