package org.lamplight.sip.message;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A request that is being written. What goes into a header is put on one line first, so that nothing given from outside can
 * begin another. Not thread-safe.
 */
public final class Draft {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 8;

    private final String method;
    private final String uri;
    private final List<String> headers = new ArrayList<>();
    private long sequence;
    private String type = "";
    private String body = "";

    public Draft(String method, String uri) {
        this.method = oneLine(method);
        this.uri = oneLine(uri);
    }

    public String method() {
        return method;
    }

    public String uri() {
        return uri;
    }

    public long sequence() {
        return sequence;
    }

    public Draft sequence(long number) {
        sequence = number;
        return this;
    }

    public Draft with(String name, String value) {
        headers.add(oneLine(name) + ": " + oneLine(value));
        return this;
    }

    /** A whole line: {@code Name: value}. */
    public Draft with(String line) {
        headers.add(oneLine(line));
        return this;
    }

    public Draft body(String kind, String text) {
        type = oneLine(kind);
        body = text;
        return this;
    }

    /** The same under another number, as it goes once more with an answer to a challenge. */
    public Draft again(long number) {
        Draft next = new Draft(method, uri).sequence(number).body(type, body);
        next.headers.addAll(headers);
        return next;
    }

    /** The same without the headers of this name. */
    public Draft without(String name) {
        headers.removeIf(line -> line.regionMatches(true, 0, name + ':', 0, name.length() + 1));
        return this;
    }

    /**
     * As it goes over the wire.
     *
     * @param via where answers go: {@code TCP 192.0.2.7:5060}
     * @param proofs complete header lines
     */
    public String text(String via, List<String> proofs) {
        StringBuilder text = new StringBuilder();
        line(text, method + ' ' + uri + " SIP/2.0");
        line(text, "Via: SIP/2.0/" + via + ";rport;branch=z9hG4bK" + token());
        line(text, "Max-Forwards: 70");
        line(text, "CSeq: " + sequence + ' ' + method);
        headers.forEach(one -> line(text, one));
        proofs.forEach(one -> line(text, oneLine(one)));
        line(text, "User-Agent: Lamplight");
        if (!type.isEmpty()) {
            line(text, "Content-Type: " + type);
        }
        line(text, "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
        return text.append("\r\n").append(body).toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }

    /** Without anything that could begin another line. */
    public static String oneLine(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.replaceAll("\\p{Cntrl}", " ").strip()
                : text;
    }

    /** Letters and digits that nobody guesses. */
    public static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
