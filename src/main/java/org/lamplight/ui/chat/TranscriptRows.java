package org.lamplight.ui.chat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.ui.kit.Moments;

/**
 * Makes rows of messages: a line between days, one head for a run of the same person within five minutes, a line before
 * what is new.
 */
record TranscriptRows(Moments moments, ToIntFunction<Message> parts) {
    private static final Duration RUN = Duration.ofMinutes(5);

    /**
     * @param fetching whether earlier ones are on their way
     * @param firstNew the key of the first message that was not seen before, null if there is none
     */
    List<TranscriptRow> of(List<Message> messages, boolean fetching, @Nullable String firstNew) {
        List<TranscriptRow> rows = new ArrayList<>();
        if (fetching) {
            rows.add(new TranscriptRow.Loading());
        }
        Message before = null;
        LocalDate day = null;
        for (Message message : messages) {
            LocalDate its = moments.dayOf(message.at());
            boolean breaks = !its.equals(day);
            if (breaks) {
                rows.add(new TranscriptRow.Day(its));
            }
            if (TalkStretch.key(message).equals(firstNew)) {
                rows.add(new TranscriptRow.New());
                breaks = true;
            }
            add(rows, message, breaks || !continues(before, message));
            before = message;
            day = its;
        }
        return rows;
    }

    private void add(List<TranscriptRow> rows, Message message, boolean head) {
        int count = message.details().retracted() ? 1 : parts.applyAsInt(message);
        for (int part = 0; part < count; part++) {
            rows.add(new TranscriptRow.Entry(message, head && part == 0, part, part == count - 1));
        }
    }

    private static boolean continues(@Nullable Message before, Message message) {
        return before != null
                && before.direction() == message.direction()
                && before.from().equals(message.from())
                && Duration.between(before.at(), message.at()).abs().compareTo(RUN) <= 0;
    }
}
