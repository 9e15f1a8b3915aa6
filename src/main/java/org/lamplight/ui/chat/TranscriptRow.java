package org.lamplight.ui.chat;

import java.time.LocalDate;
import org.lamplight.chat.Message;

/** A row of the transcript. */
sealed interface TranscriptRow {
    /** Stays the same when rows are made anew. */
    String key();

    /** A new day begins. */
    record Day(LocalDate date) implements TranscriptRow {
        @Override
        public String key() {
            return "day " + date;
        }
    }

    /** What follows was not seen before. */
    record New() implements TranscriptRow {
        @Override
        public String key() {
            return "new";
        }
    }

    /** Earlier messages are being fetched. */
    record Loading() implements TranscriptRow {
        @Override
        public String key() {
            return "loading";
        }
    }

    /**
     * A message, or a part of a very long one.
     *
     * @param head with who and when, as the first of a run
     * @param part 0 for the first or only one
     */
    record Entry(Message message, boolean head, int part, boolean last) implements TranscriptRow {
        @Override
        public String key() {
            return part == 0 ? TalkStretch.key(message) : TalkStretch.key(message) + "#" + part;
        }
    }
}
