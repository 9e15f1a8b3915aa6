package org.lamplight.chat.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Moves files for one account. Called on core; returns at once, and tells what happens from any thread. */
public interface FileCarrier {

    /** A transfer that goes on. */
    interface Running {
        /** Ends it; nothing more is told. What came so far stays, unless it comes straight from the peer. */
        void stop();
    }

    /** Hears of one transfer. */
    interface Progress {
        /** So far, in bytes; {@code total} is negative where it is not known. */
        void moved(long done, long total);

        /**
         * It goes straight from one to the other, with no place between: it can't be paused, and of what is sent nothing moves
         * until the peer agrees.
         */
        void direct();

        /**
         * It is over.
         *
         * @param result of an upload: where the file can be had, null where the peer has it already; of a download: its
         *     media type, as far as it was said
         */
        void finished(@Nullable String result);

        /**
         * It is over, but not done.
         *
         * @param sentence for the user
         * @param mayPass whether trying again in a while may help
         */
        void failed(String sentence, boolean mayPass);
    }

    /**
     * A file that is to go out.
     *
     * @param peer who shall have it
     * @param words what is said with it; empty for nothing
     * @param size in bytes
     * @param type its media type
     */
    record Outgoing(String peer, String words, Path file, String name, long size, String type) {}

    /** Puts a file where the peer can have it, or gives it to the peer. */
    Running upload(Outgoing file, Progress progress);

    /**
     * Fetches a file, behind what the partial one holds already.
     *
     * @param most bytes that the whole file may have
     */
    Running fetch(String url, Path partial, long most, Progress progress);

    /** Says no to a file that the peer offers at this address. */
    default void decline(String url) {}
}
