package org.lamplight.sip.message;

import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.message.Message;

/** Reads headers as text, so that nothing depends on what the library makes of them. */
public final class Headers {
    private Headers() {}

    /** The values of all headers of this name, in order. */
    public static List<String> all(Message message, String name) {
        List<String> values = new ArrayList<>();
        Iterator<SIPHeader> found = ((SIPMessage) message).getHeaders(name);
        while (found.hasNext()) {
            String line = found.next().encode();
            int colon = line.indexOf(':');
            values.add(line.substring(colon + 1).strip());
        }
        return values;
    }

    public static Optional<String> first(Message message, String name) {
        return all(message, name).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /** The first one's address. */
    public static Optional<NameAddress> address(Message message, String name) {
        return first(message, name)
                .flatMap(value -> NameAddress.all(value).stream().findFirst());
    }

    /** All addresses of all headers of this name. */
    public static List<NameAddress> addresses(Message message, String name) {
        return all(message, name).stream()
                .flatMap(value -> NameAddress.all(value).stream())
                .toList();
    }

    /** Whether a list of tokens, as Supported or Allow have it, holds this one. */
    public static boolean lists(Message message, String name, String token) {
        return all(message, name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(one -> one.strip().equalsIgnoreCase(token));
    }

    /** The number that a header begins with; negative: none. */
    public static long number(Message message, String name) {
        String digits = first(message, name).orElse("").replaceFirst("(?s)^(\\d{1,10}).*", "$1");
        return digits.matches("\\d{1,10}") ? Long.parseLong(digits) : -1;
    }

    public static String callId(Message message) {
        return first(message, "Call-ID").orElse("");
    }

    /** The tag of From or To; empty: none. */
    public static String tag(Message message, String name) {
        return address(message, name).flatMap(one -> one.parameter("tag")).orElse("");
    }

    public static long sequence(Message message) {
        return number(message, "CSeq");
    }

    /** The method that CSeq names. */
    public static String sequenceMethod(Message message) {
        return first(message, "CSeq").orElse("").replaceFirst("^\\d+\\s+", "").toUpperCase(Locale.ROOT);
    }

    /** As text; empty: none. */
    public static String body(Message message) {
        byte[] raw = message.getRawContent();
        return raw == null ? "" : new String(raw, StandardCharsets.UTF_8);
    }

    /** The body if it is of this type, or, in a multipart body, the part that is. */
    public static Optional<String> body(Message message, String type) {
        String kind = first(message, "Content-Type").orElse("");
        String body = body(message);
        if (body.isBlank()) {
            return Optional.empty();
        }
        return kind.toLowerCase(Locale.ROOT).startsWith("multipart/")
                ? Multipart.part(kind, body, type)
                : Optional.of(body).filter(any -> kind.toLowerCase(Locale.ROOT).startsWith(type));
    }
}
