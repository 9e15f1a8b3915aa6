package org.lamplight.office.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one whole message from octets (RFC 3261 section 7). Any octets may come; nothing here has state. */
public final class MessageReader {
    /** All lines of the head together, in octets. */
    static final int LARGEST_HEAD = 65_536;
    /** In octets. */
    static final int LARGEST_BODY = 262_144;

    private static final int MOST_LINES = 500;

    private MessageReader() {}

    /**
     * Reads what begins with a message; octets after its Content-Length are left out (section 18.3).
     *
     * @throws BadMessage if it is none, or one that contradicts itself
     */
    public static SipMessage read(byte[] data) throws BadMessage {
        int start = skipEmptyLines(data);
        int end = endOfHead(data, start);
        String head = new String(data, start, end - start, StandardCharsets.UTF_8);
        SipMessage message = lines(unfolded(head));
        byte[] rest = Arrays.copyOfRange(data, Math.min(afterBlank(data, end), data.length), data.length);
        try {
            MessageRules.check(message);
            message.body(body(message, rest));
        } catch (BadMessage bad) {
            throw MessageRules.answerable(message, bad);
        }
        return message;
    }

    private static int skipEmptyLines(byte[] data) {
        int start = 0;
        while (start < data.length && (data[start] == '\r' || data[start] == '\n')) {
            start++;
        }
        return start;
    }

    /** The index of the line end before the empty line; the whole, if there is no body at all. */
    private static int endOfHead(byte[] data, int start) throws BadMessage {
        for (int i = start; i + 1 < data.length; i++) {
            boolean crlf = data[i] == '\r' && i + 3 < data.length && data[i + 2] == '\r' && data[i + 3] == '\n';
            if ((crlf && data[i + 1] == '\n') || (data[i] == '\n' && data[i + 1] == '\n')) {
                return checked(i - start, i);
            }
        }
        return checked(data.length - start, data.length);
    }

    private static int checked(int length, int end) throws BadMessage {
        if (length > LARGEST_HEAD) {
            throw new BadMessage("the head is too large");
        }
        return end;
    }

    private static int afterBlank(byte[] data, int end) {
        return end < data.length && data[end] == '\r' ? end + 4 : end + 2;
    }

    /** Lines that begin with white space go on with the one before (section 7.3.1). */
    private static List<String> unfolded(String head) throws BadMessage {
        List<String> lines = new ArrayList<>();
        for (String line : head.split("\r\n|\n", -1)) {
            if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
                throw new BadMessage("a control character");
            }
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folded && lines.size() > 1) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
            } else if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new BadMessage("no lines, or too many");
        }
        return lines;
    }

    private static SipMessage lines(List<String> lines) throws BadMessage {
        SipMessage message = start(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!name.matches("[A-Za-z0-9.!%*_+`'~-]{1,100}")) {
                throw new BadMessage("a header without a name");
            }
            add(message, HeaderNames.full(name), line.substring(colon + 1).strip());
        }
        return message;
    }

    private static void add(SipMessage message, String name, String value) {
        if (!HeaderNames.isList(name)) {
            message.add(name, value);
            return;
        }
        for (String one : Fields.split(value, ',')) {
            if (!one.isEmpty()) {
                message.add(name, one);
            }
        }
    }

    private static SipMessage start(String line) throws BadMessage {
        String[] words = line.split(" ", 3);
        if (words.length < 2) {
            throw new BadMessage("no start line");
        }
        if (words[0].equalsIgnoreCase("SIP/2.0")) {
            long code = Fields.number(words[1], 699);
            if (code < 100 || words[1].length() != 3) {
                throw new BadMessage("no status code");
            }
            return new SipResponse((int) code, words.length < 3 ? "" : words[2]);
        }
        if (words.length < 3 || !words[0].matches("[A-Za-z0-9.!%*_+`'~-]{1,32}") || words[1].isEmpty()) {
            throw new BadMessage("no request line");
        }
        SipRequest request = new SipRequest(words[0], words[1]);
        if (!words[2].equalsIgnoreCase("SIP/2.0")) {
            throw new BadMessage(505, "Version Not Supported", words[2].startsWith("SIP/") ? request : null);
        }
        return request;
    }

    private static byte[] body(SipMessage message, byte[] rest) throws BadMessage {
        long length = MessageRules.contentLength(message.headers("Content-Length"));
        if (length > rest.length) {
            throw new BadMessage("the body is cut off");
        }
        return length < 0 || length == rest.length ? rest : Arrays.copyOf(rest, (int) length);
    }
}
