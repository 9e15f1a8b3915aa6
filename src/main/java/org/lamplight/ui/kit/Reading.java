package org.lamplight.ui.kit;

import org.lamplight.chat.Spelling;

/** What one reads talks with, and writes in them. */
public record Reading(
        Zoom zoom, LinkOpener links, Portraits portraits, SharedFiles files, LoadedEmoji emoji, Spelling spelling) {

    /** How large texts of talks are. Called on the EDT: must not block. */
    public interface Zoom {
        /** In percent. */
        int percent();

        /** Remembers it over restarts. */
        void keep(int percent);
    }

    /** Remembers nothing, opens nothing and knows no pictures. */
    public static Reading plain() {
        return new Reading(
                new Forgetful(),
                (link, refused) -> {},
                Portraits.NONE,
                SharedFiles.NONE,
                new LoadedEmoji(),
                Spelling.NONE);
    }

    /** The same with these pictures. */
    public Reading with(Portraits others) {
        return new Reading(zoom, links, others, files, emoji, spelling);
    }

    /** The same with words looked up here. */
    public Reading with(Spelling other) {
        return new Reading(zoom, links, portraits, files, emoji, other);
    }

    private static final class Forgetful implements Zoom {
        private int percent = 100;

        @Override
        public int percent() {
            return percent;
        }

        @Override
        public void keep(int now) {
            percent = now;
        }
    }
}
