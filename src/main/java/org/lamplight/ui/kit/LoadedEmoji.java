package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.text.Emoji;
import org.lamplight.ui.text.EmojiNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The drawings of emoji, their names and which were taken last; read beside the EDT when a window wants them. EDT. */
public final class LoadedEmoji {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedEmoji.class);
    private static final int MOST_RECENT = 18;

    /** Which were taken last. Called on the EDT: must not block. */
    public interface Recent {
        /** The last one first. */
        List<String> recentEmoji();

        /** Remembers them over restarts. */
        void keepRecentEmoji(List<String> emoji);
    }

    private final Recent recent;
    private final Beside beside = new Beside("emoji");
    private final List<Consumer<Emoji>> waiting = new ArrayList<>();
    private @Nullable Emoji loaded;
    private @Nullable EmojiNames names;
    private boolean loading;

    /** Forgets with the program which were taken. */
    public LoadedEmoji() {
        this(new Forgetful());
    }

    public LoadedEmoji(Recent recent) {
        this.recent = recent;
    }

    /** Those that were taken last, the last one first. */
    public List<String> recent() {
        return recent.recentEmoji();
    }

    /** This one was taken. */
    public void took(String emoji) {
        Set<String> now = new LinkedHashSet<>(List.of(emoji));
        now.addAll(recent());
        recent.keepRecentEmoji(now.stream().limit(MOST_RECENT).toList());
    }

    /** Gives them at once if they are there, else as soon as they are. */
    public void whenLoaded(Consumer<Emoji> wants) {
        if (loaded != null) {
            wants.accept(loaded);
            return;
        }
        waiting.add(wants);
        if (!loading) {
            loading = true;
            beside.start(Emoji::load, this::loaded, e -> LOG.warn("Emoji stay letters", e));
        }
    }

    private void loaded(Emoji emoji) {
        loaded = emoji;
        waiting.forEach(wants -> wants.accept(emoji));
        waiting.clear();
    }

    /** Gives the names in this language at once if they are there, else as soon as they are. */
    public void whenNamed(Locale locale, Consumer<EmojiNames> wants) {
        if (names != null) {
            wants.accept(names);
            return;
        }
        beside.start(
                () -> EmojiNames.load(locale),
                read -> {
                    names = read;
                    wants.accept(read);
                },
                e -> LOG.warn("Emoji have no names", e));
    }

    private static final class Forgetful implements Recent {
        private List<String> recent = List.of();

        @Override
        public List<String> recentEmoji() {
            return recent;
        }

        @Override
        public void keepRecentEmoji(List<String> emoji) {
            recent = emoji;
        }
    }
}
