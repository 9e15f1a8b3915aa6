package org.lamplight.chat.export;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;

/** Lines for people: a day, then time, writer and text; what goes on stands under its beginning. */
final class TextFormat implements TalkFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String INDENT = "       ";

    private final Appendable out;
    private final Heading heading;
    private @Nullable LocalDate day;

    TextFormat(Appendable out, Heading heading) {
        this.out = out;
        this.heading = heading;
    }

    @Override
    public void begin() throws IOException {
        out.append(Wording.title(heading)).append('\n');
    }

    @Override
    public void message(Message message) throws IOException {
        ZonedDateTime at = message.at().atZone(heading.zone());
        if (!at.toLocalDate().equals(day)) {
            day = at.toLocalDate();
            out.append("\n-- ").append(day.toString()).append('\n');
        }
        out.append(TIME.format(at)).append("  ");
        out.append(PlainText.line(heading.writer().apply(message))).append(": ");
        String reply = Wording.reply(message);
        if (!reply.isEmpty()) {
            out.append("> ").append(reply).append('\n').append(INDENT);
        }
        out.append(Wording.text(message).replace("\n", "\n" + INDENT)).append('\n');
        line(Wording.file(message));
        String remarks = Wording.remarks(message);
        line(remarks.isEmpty() ? "" : "(" + remarks + ")");
    }

    private void line(String words) throws IOException {
        if (!words.isEmpty()) {
            out.append(INDENT).append(words).append('\n');
        }
    }

    @Override
    public void end() {}
}
