package org.lamplight.office.sip.message;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the messages of a stream by their Content-Length (RFC 3261 section 18.3). For one thread. */
public final class MessageStream {
    private final InputStream in;
    private final Runnable pinged;
    private boolean lost;

    /**
     * Reads from this stream.
     *
     * @param pinged is called for each empty pair of lines between messages (RFC 5626 section 3.5.1)
     */
    public MessageStream(InputStream in, Runnable pinged) {
        this.in = new BufferedInputStream(in, 8_192);
        this.pinged = pinged;
    }

    /**
     * The next message; null at the end. Blocks.
     *
     * @throws BadMessage if what came is none
     */
    public @Nullable SipMessage next() throws IOException, BadMessage {
        lost = true;
        byte[] head = head();
        if (head == null) {
            return null;
        }
        long length = MessageRules.contentLength(lengths(new String(head, StandardCharsets.ISO_8859_1)));
        if (length < 0) {
            throw new BadMessage("on a stream nothing but Content-Length tells where a message ends");
        }
        byte[] body = in.readNBytes((int) length);
        lost = false;
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + body.length);
        whole.writeBytes(head);
        whole.writeBytes(body);
        return body.length < length ? null : MessageReader.read(whole.toByteArray());
    }

    /** Whether nobody can know where the next message begins. */
    public boolean isLost() {
        return lost;
    }

    private byte @Nullable [] head() throws IOException, BadMessage {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1_024);
        int breaks = 0;
        int c = in.read();
        while (c >= 0) {
            boolean empty = c == '\r' || c == '\n';
            if (head.size() > 0 || !empty) {
                head.write(c);
            }
            breaks = c == '\n' ? breaks + 1 : c == '\r' ? breaks : 0;
            if (breaks == 2 && head.size() > 0) {
                return head.toByteArray();
            }
            if (breaks == 2) {
                pinged.run();
                breaks = 0;
            }
            if (head.size() > MessageReader.LARGEST_HEAD) {
                throw new BadMessage("the head is too large");
            }
            c = in.read();
        }
        return null;
    }

    private static List<String> lengths(String head) {
        List<String> values = new ArrayList<>();
        for (String line : head.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            String name =
                    colon < 0 ? "" : HeaderNames.full(line.substring(0, colon).strip());
            if (name.equalsIgnoreCase("Content-Length")) {
                values.add(line.substring(colon + 1).strip());
            }
        }
        return values;
    }
}
