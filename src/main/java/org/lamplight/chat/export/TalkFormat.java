package org.lamplight.chat.export;

import java.io.IOException;
import org.lamplight.chat.Message;

/** Writes one talk, message by message, and keeps none of them. Not thread-safe. */
interface TalkFormat {

    void begin() throws IOException;

    void message(Message message) throws IOException;

    void end() throws IOException;

    /** The format, on its way into this. */
    static TalkFormat of(ExportFormat format, Appendable out, Heading heading) {
        return switch (format) {
            case TEXT -> new TextFormat(out, heading);
            case HTML -> new HtmlFormat(out, heading);
            case JSON -> new JsonFormat(out, heading);
        };
    }
}
