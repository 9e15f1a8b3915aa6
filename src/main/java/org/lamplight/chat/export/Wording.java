package org.lamplight.chat.export;

import java.util.stream.Collectors;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/** What is said of a message besides its text, for people to read. Pure. */
final class Wording {
    private static final Texts TEXTS = Texts.of(Wording.class);

    private Wording() {}

    static String title(Heading heading) {
        String name = PlainText.line(heading.name());
        return TEXTS.get("title", name.equals(heading.peer()) ? name : name + " (" + heading.peer() + ")");
    }

    /** The text as it stands now; that it was taken back where nothing of it is left. */
    static String text(Message message) {
        return message.details().retracted() ? TEXTS.get("retracted") : PlainText.lines(message.text());
    }

    /** What was answered, on one line; empty where nothing was. */
    static String reply(Message message) {
        Details.Reply reply = message.details().reply();
        return reply == null || reply.quote().isBlank() ? "" : PlainText.line(reply.quote());
    }

    /** The file that is shared; empty where there is none. */
    static String file(Message message) {
        Details.SharedFile file = message.details().file();
        if (file == null) {
            return "";
        }
        String url = file.url() == null || file.isOffered() ? "" : " " + PlainText.line(file.url());
        return TEXTS.get("file", PlainText.line(file.name())) + url;
    }

    /** Changes, reactions and whether it was sent; empty where there is nothing to say. */
    static String remarks(Message message) {
        Details details = message.details();
        String corrected = details.correction() != null && !details.retracted() ? TEXTS.get("corrected") : "";
        String reactions = details.reactions().stream()
                .map(each -> String.join(" ", each.emoji()) + " " + PlainText.line(each.from()))
                .collect(Collectors.joining(", "));
        String failed = message.state() == Message.State.FAILED ? TEXTS.get("failed") : "";
        return java.util.stream.Stream.of(corrected, PlainText.line(reactions), failed)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
