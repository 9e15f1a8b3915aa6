package org.lamplight.sip.stack;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what old telephones leave out and the library insists on: Max-Forwards (which RFC 2543 did not ask for), and by
 * datagram Content-Length, where the body then goes to the end (RFC 3261, section 18.3). Made by the library, by name.
 */
public final class Lenient implements MessageParserFactory {
    private static final Pattern LENGTH = Pattern.compile("(?im)^(content-length|l)[ \\t]*:");
    private static final Pattern HOPS = Pattern.compile("(?im)^max-forwards[ \\t]*:");

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        return new Completing();
    }

    /** One for each way in, as the library's own. */
    private static final class Completing extends StringMsgParser {
        @Override
        public @Nullable SIPMessage parseSIPMessage(
                byte[] message, boolean withBody, boolean strict, @Nullable ParseExceptionListener listener)
                throws ParseException {
            return super.parseSIPMessage(completed(message, withBody), withBody, strict, listener);
        }
    }

    static byte[] completed(byte[] message, boolean withBody) {
        int end = end(message);
        int begin = begin(message);
        int first = line(message, begin);
        if (end < begin || first >= end) {
            return message;
        }
        String head = new String(message, begin, end - begin, StandardCharsets.ISO_8859_1);
        String missing = missing(head, withBody ? message.length - end - 2 : -1);
        return missing.isEmpty() ? message : inserted(message, first, missing);
    }

    private static String missing(String head, int body) {
        boolean request = !head.regionMatches(true, 0, "SIP/", 0, 4);
        String hops = request && !HOPS.matcher(head).find() ? "Max-Forwards: 70\r\n" : "";
        String length = body >= 0 && !LENGTH.matcher(head).find() ? "Content-Length: " + body + "\r\n" : "";
        return hops + length;
    }

    /** Line breaks before a message mean nothing (RFC 3261, section 7.5). */
    private static int begin(byte[] message) {
        int at = 0;
        while (at < message.length && (message[at] == '\r' || message[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** After the first line. */
    private static int line(byte[] message, int begin) {
        int at = begin;
        while (at < message.length && message[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Before the line break that ends the head; negative: it has no end. */
    private static int end(byte[] message) {
        for (int i = begin(message); i + 3 < message.length; i++) {
            if (message[i] == '\r' && message[i + 1] == '\n' && message[i + 2] == '\r' && message[i + 3] == '\n') {
                return i + 2;
            }
        }
        return -1;
    }

    private static byte[] inserted(byte[] message, int at, String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(message.length + text.length());
        all.write(message, 0, at);
        all.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        all.write(message, at, message.length - at);
        return all.toByteArray();
    }
}
