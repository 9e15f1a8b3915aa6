package org.lamplight.ui.chat;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.chat.Message;
import org.lamplight.ui.chat.TranscriptSelection.Letters;
import org.lamplight.ui.kit.Moments;

/**
 * What is selected, as text to be pasted elsewhere: letters of one message as they are, several messages with when and by
 * whom each was written. EDT.
 */
record CopiedText(
        TranscriptLayout layout,
        TranscriptSelection selection,
        Bodies bodies,
        TranscriptPainter painter,
        Moments moments) {

    /** Empty if nothing is selected. */
    String text() {
        List<Message> messages = messages();
        StringBuilder text = new StringBuilder();
        Message before = null;
        for (int row = Math.max(0, selection.first()); row <= selection.last(); row++) {
            if (layout.rows().get(row) instanceof TranscriptRow.Entry entry) {
                boolean next = !entry.message().equals(before);
                if (next && messages.size() > 1) {
                    text.append(text.isEmpty() ? "" : "\n").append(head(entry.message(), painter.names(), moments));
                }
                text.append(letters(row, entry));
                before = entry.message();
            }
        }
        return text.toString();
    }

    /** All messages of which something is selected. */
    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        if (selection.isEmpty()) {
            return messages;
        }
        for (int row = Math.max(0, selection.first()); row <= selection.last(); row++) {
            boolean first = messages.isEmpty();
            if (layout.rows().get(row) instanceof TranscriptRow.Entry entry
                    && (first || !messages.get(messages.size() - 1).equals(entry.message()))) {
                messages.add(entry.message());
            }
        }
        return messages;
    }

    /** When and by whom a message was written, before its text. From any thread. */
    static String head(Message message, TalkNames names, Moments moments) {
        return "[" + moments.stamp(message.at()) + "] " + names.name(message) + ": ";
    }

    private String letters(int row, TranscriptRow.Entry entry) {
        Body body = bodies.of(entry.message());
        if (selection.isWhole() && body.folded()) {
            // who copies a message wants all of it
            return Body.of(body.written(), true).text();
        }
        Letters letters = selection.letters(row, body.start(entry.part()), body.end(entry.part()));
        return body.text().substring(letters.from(), letters.to());
    }
}
