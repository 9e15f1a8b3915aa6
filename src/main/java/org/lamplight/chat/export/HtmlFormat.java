package org.lamplight.chat.export;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;

/** One page, complete in itself. What others wrote is text and nothing else; the page may load and run nothing. */
final class HtmlFormat implements TalkFormat {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String HEAD = """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s</title>
            <style>
            body { font: 15px/1.5 sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em; }
            h2 { font-size: 1em; border-bottom: 1px solid #ccc; margin: 1.5em 0 .5em; }
            p { margin: .25em 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
            time, small, blockquote { color: #666; }
            blockquote { border-left: 3px solid #ccc; margin: .25em 0; padding-left: .5em; }
            .own b { color: #2a56c0; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            """;

    private final Appendable out;
    private final Heading heading;
    private @Nullable LocalDate day;

    HtmlFormat(Appendable out, Heading heading) {
        this.out = out;
        this.heading = heading;
    }

    @Override
    public void begin() throws IOException {
        out.append(HEAD.formatted(escaped(Wording.title(heading))));
    }

    @Override
    public void message(Message message) throws IOException {
        ZonedDateTime at = message.at().atZone(heading.zone());
        if (!at.toLocalDate().equals(day)) {
            day = at.toLocalDate();
            out.append("<h2>").append(day.toString()).append("</h2>\n");
        }
        out.append(message.direction() == Message.Direction.OUT ? "<div class=\"own\">" : "<div>");
        element("blockquote", Wording.reply(message));
        out.append("<p><time datetime=\"").append(message.at().toString()).append("\">");
        out.append(TIME.format(at)).append("</time> <b>");
        out.append(escaped(PlainText.line(heading.writer().apply(message)))).append("</b> ");
        out.append(escaped(Wording.text(message))).append("</p>");
        element("p", Wording.file(message));
        element("small", Wording.remarks(message));
        out.append("</div>\n");
    }

    private void element(String name, String words) throws IOException {
        if (!words.isEmpty()) {
            out.append('<').append(name).append('>');
            out.append(escaped(words)).append("</").append(name).append('>');
        }
    }

    @Override
    public void end() throws IOException {
        out.append("</body>\n</html>\n");
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        words.chars().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append((char) c);
            }
        });
        return safe.toString();
    }
}
