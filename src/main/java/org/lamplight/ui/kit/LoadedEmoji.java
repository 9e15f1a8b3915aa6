package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.text.Emoji;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drawings of emoji, read beside the EDT when the first window wants them. EDT. */
public final class LoadedEmoji {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedEmoji.class);

    private final List<Consumer<Emoji>> waiting = new ArrayList<>();
    private @Nullable Emoji loaded;
    private boolean loading;

    /** Gives them at once if they are there, else as soon as they are. */
    public void whenLoaded(Consumer<Emoji> wants) {
        if (loaded != null) {
            wants.accept(loaded);
            return;
        }
        waiting.add(wants);
        if (!loading) {
            loading = true;
            new Beside("emoji").start(Emoji::load, this::loaded, e -> LOG.warn("Emoji stay letters", e));
        }
    }

    private void loaded(Emoji emoji) {
        loaded = emoji;
        waiting.forEach(wants -> wants.accept(emoji));
        waiting.clear();
    }
}
