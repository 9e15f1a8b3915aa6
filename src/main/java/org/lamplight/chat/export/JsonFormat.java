package org.lamplight.chat.export;

import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;

/** One object (RFC 8259) with a message a line, as it is stored: nothing is left out and nothing made up. */
final class JsonFormat implements TalkFormat {
    private final Appendable out;
    private final Heading heading;
    private boolean isFirst = true;

    JsonFormat(Appendable out, Heading heading) {
        this.out = out;
        this.heading = heading;
    }

    @Override
    public void begin() throws IOException {
        out.append('{');
        field("talk", heading.peer(), true);
        field("name", heading.name(), false);
        out.append(",\"messages\":[");
    }

    @Override
    public void message(Message message) throws IOException {
        out.append(isFirst ? "\n{" : ",\n{");
        isFirst = false;
        field("id", message.id(), true);
        field("at", message.at().toString(), false);
        field("direction", message.direction().word(), false);
        field("from", message.from(), false);
        field("name", heading.writer().apply(message), false);
        field("text", message.text(), false);
        field("state", message.state().word(), false);
        field("reason", message.reason(), false);
        details(message.details());
        out.append('}');
    }

    private void details(Details details) throws IOException {
        field("corrected", details.correction(), false);
        if (details.retracted()) {
            out.append(",\"retracted\":true");
        }
        Details.Reply reply = details.reply();
        if (reply != null) {
            field("replyTo", reply.id(), false);
            field("quote", reply.quote(), false);
        }
        if (!details.reactions().isEmpty()) {
            out.append(",\"reactions\":[");
            out.append(details.reactions().stream()
                    .map(each -> "{\"from\":" + quoted(each.from()) + ",\"emoji\":["
                            + each.emoji().stream().map(JsonFormat::quoted).collect(Collectors.joining(",")) + "]}")
                    .collect(Collectors.joining(",")));
            out.append(']');
        }
        Details.SharedFile file = details.file();
        if (file != null) {
            out.append(",\"file\":{");
            field("name", file.name(), true);
            if (file.size() >= 0) {
                out.append(",\"size\":").append(Long.toString(file.size()));
            }
            field("type", file.type(), false);
            field("url", file.url(), false);
            out.append('}');
        }
    }

    private void field(String name, @Nullable String value, boolean first) throws IOException {
        if (value != null) {
            out.append(first ? "" : ",").append(quoted(name)).append(':').append(quoted(value));
        }
    }

    @Override
    public void end() throws IOException {
        out.append("\n]}\n");
    }

    private static String quoted(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 2).append('"');
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < words.length()
                    && Character.isLowSurrogate(words.charAt(i + 1));
            if (c == '"' || c == '\\') {
                safe.append('\\').append(c);
            } else if (pair) {
                safe.append(c).append(words.charAt(++i));
            } else if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || Character.isSurrogate(c)) {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.append('"').toString();
    }
}
