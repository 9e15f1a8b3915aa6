package org.lamplight.directory;

import java.util.Optional;

/** Knows how numbers are written in the world. Any thread; never blocks. */
public interface Numbers {

    /** A world where only what begins with a plus is clear. */
    Numbers NONE = new Numbers() {
        @Override
        public Optional<String> e164(String written) {
            return Optional.empty();
        }

        @Override
        public Optional<String> national(String written) {
            return Optional.empty();
        }
    };

    /**
     * The number as E.164 with its plus; empty where it can't be told, such as for an extension, or for a number without its
     * country where none is set.
     */
    Optional<String> e164(String written);

    /** Its digits as they are dialled within its country; empty where they can't be told. */
    Optional<String> national(String written);
}
