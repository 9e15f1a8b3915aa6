package org.lamplight.office.sip.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request or a response. Changeable, and for one thread at a time; to keep one, copy it. */
public abstract sealed class SipMessage permits SipRequest, SipResponse {
    private record Header(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private final List<Header> headers = new ArrayList<>();
    private byte[] body = {};

    /** The first line, without its end. */
    abstract String startLine();

    final void copyTo(SipMessage other) {
        other.headers.addAll(headers);
        other.body = body;
    }

    /** The first value of this name; null if there is none. */
    public final @Nullable String header(String name) {
        for (Header header : headers) {
            if (header.is(name)) {
                return header.value();
            }
        }
        return null;
    }

    /** The first value; the empty text if there is none. */
    public final String text(String name) {
        return Objects.requireNonNullElse(header(name), "");
    }

    /** All values of this name, from the top. */
    public final List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .toList();
    }

    /** Whether a header that lists tokens has this one, such as an option tag of Supported. */
    public final boolean lists(String name, String token) {
        return headers(name).stream()
                .flatMap(value -> Fields.split(value, ',').stream())
                .anyMatch(token::equalsIgnoreCase);
    }

    /** Replaces all of this name by one value. */
    public final void set(String name, String value) {
        remove(name);
        add(name, value);
    }

    /** One more, below all others. */
    public final void add(String name, String value) {
        headers.add(new Header(name, whole(value)));
    }

    /** One more, above all others. */
    public final void push(String name, String value) {
        headers.add(0, new Header(name, whole(value)));
    }

    /** Takes the topmost of this name away. */
    public final void pop(String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).is(name)) {
                headers.remove(i);
                return;
            }
        }
    }

    /** Puts another value in place of the topmost of this name. */
    public final void replaceTop(String name, String value) {
        pop(name);
        push(name, value);
    }

    public final void remove(String name) {
        headers.removeIf(header -> header.is(name));
    }

    /** Keeps only those values of this name that a text lies not in. */
    public final void removeContaining(String name, String text) {
        headers.removeIf(header -> header.is(name) && header.value().contains(text));
    }

    /** Takes over all values of these names. */
    public final void copy(SipMessage from, String... names) {
        for (String name : names) {
            from.headers(name).forEach(value -> add(name, value));
        }
    }

    private static String whole(String value) {
        if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a header has one line");
        }
        return value;
    }

    /** The topmost hop. */
    public final Via via() {
        return Objects.requireNonNull(Via.parse(text("Via")));
    }

    public final NameAddress from() {
        return Objects.requireNonNull(NameAddress.parse(text("From")));
    }

    public final NameAddress to() {
        return Objects.requireNonNull(NameAddress.parse(text("To")));
    }

    /** The first Contact; null if there is none that can be read. */
    public final @Nullable NameAddress contact() {
        String value = header("Contact");
        return value == null ? null : NameAddress.parse(value);
    }

    public final CSeq cseq() {
        return Objects.requireNonNull(CSeq.parse(header("CSeq")));
    }

    public final String callId() {
        return text("Call-ID");
    }

    /** What the body is, in lower case and without parameters; empty for nothing. */
    public final String contentType() {
        return text("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Not to be written to. */
    public final byte[] body() {
        return body;
    }

    public final String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    final void body(byte[] octets) {
        body = octets;
    }

    /** Gives it a body of this type. */
    public final void body(String type, String text) {
        set("Content-Type", type);
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The octets to send. */
    public final byte[] write() {
        StringBuilder head = new StringBuilder(512).append(startLine()).append("\r\n");
        for (Header header : headers) {
            if (!header.is("Content-Length")) {
                head.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length() + body.length);
        out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        out.writeBytes(body);
        return out.toByteArray();
    }

    @Override
    public final String toString() {
        return startLine();
    }
}
