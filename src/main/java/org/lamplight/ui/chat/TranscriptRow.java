package org.lamplight.ui.chat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.ui.kit.Moments;

/** A row of the transcript. */
sealed interface TranscriptRow {
    Duration RUN = Duration.ofMinutes(5);

    /** Stays the same when rows are made anew. */
    String key();

    /** A new day begins. */
    record Day(LocalDate date) implements TranscriptRow {
        @Override
        public String key() {
            return "day " + date;
        }
    }

    /** A message; {@code head}: with who and when, as the first of a run. */
    record Entry(Message message, boolean head) implements TranscriptRow {
        @Override
        public String key() {
            return TalkFeed.key(message);
        }
    }

    /** The rows of these messages: a line between days, one head for a run of the same person within five minutes. */
    static List<TranscriptRow> of(List<Message> messages, Moments moments) {
        List<TranscriptRow> rows = new ArrayList<>();
        Message before = null;
        LocalDate day = null;
        for (Message message : messages) {
            LocalDate its = moments.dayOf(message.at());
            boolean newDay = !its.equals(day);
            if (newDay) {
                rows.add(new Day(its));
            }
            rows.add(new Entry(message, newDay || !continues(before, message)));
            before = message;
            day = its;
        }
        return rows;
    }

    private static boolean continues(@Nullable Message before, Message message) {
        return before != null
                && before.direction() == message.direction()
                && before.from().equals(message.from())
                && Duration.between(before.at(), message.at()).abs().compareTo(RUN) <= 0;
    }
}
