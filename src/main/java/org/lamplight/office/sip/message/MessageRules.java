package org.lamplight.office.sip.message;

import java.util.List;
import java.util.Set;

/** What every message must have (RFC 3261 section 8.1.1), and be consistent in. */
final class MessageRules {
    private static final Set<String> ONLY_ONCE = Set.of("From", "To", "Call-ID", "CSeq", "Max-Forwards");
    private static final int LONGEST_ID = 1_000;
    private static final int MOST_HOPS = 70;

    private MessageRules() {}

    static void check(SipMessage message) throws BadMessage {
        for (String name : ONLY_ONCE) {
            require(message.headers(name).size() <= 1, name + " twice");
        }
        hops(message);
        require(NameAddress.parse(message.text("From")) != null, "no From");
        require(NameAddress.parse(message.text("To")) != null, "no To");
        String id = message.callId();
        require(!id.isEmpty() && id.length() <= LONGEST_ID && id.indexOf(' ') < 0, "no Call-ID");
        CSeq cseq = CSeq.parse(message.header("CSeq"));
        require(cseq != null, "no CSeq");
        if (cseq != null && message instanceof SipRequest request) {
            require(cseq.method().equals(request.method()), "the method of CSeq is another");
            checkTarget(request);
        }
    }

    private static void hops(SipMessage message) throws BadMessage {
        List<String> vias = message.headers("Via");
        require(!vias.isEmpty() && vias.size() <= MOST_HOPS, "no Via, or too many");
        for (String via : vias) {
            require(Via.parse(via) != null, "a Via that says nothing");
        }
    }

    private static void checkTarget(SipRequest request) throws BadMessage {
        String hops = request.header("Max-Forwards");
        require(hops == null || Fields.number(hops, 255) >= 0, "no number of hops");
        boolean known = request.uri().matches("(?i)(sips?|tel):.+");
        if (!known && request.uri().matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            throw new BadMessage(416, "Unsupported URI Scheme", request);
        }
        require(known && SipUri.parse(request.uri()) != null, "no Request-URI");
    }

    private static void require(boolean sound, String reason) throws BadMessage {
        if (!sound) {
            throw new BadMessage(reason);
        }
    }

    /** -1 if nothing says; several must agree, as whoever reads them must. */
    static long contentLength(List<String> values) throws BadMessage {
        require(values.stream().distinct().count() <= 1, "Content-Length twice, and not the same");
        if (values.isEmpty()) {
            return -1;
        }
        long length = Fields.number(values.get(0).strip(), MessageReader.LARGEST_BODY);
        require(length >= 0, "a Content-Length that is none, or too great");
        return length;
    }

    /** The same complaint, with the request if an answer to it could find its way and its transaction. */
    static BadMessage answerable(SipMessage message, BadMessage bad) {
        boolean way = message instanceof SipRequest request
                && !request.is("ACK")
                && Via.parse(message.text("Via")) != null
                && message.headers("Via").size() <= MOST_HOPS
                && !message.callId().isEmpty();
        if (!way) {
            return new BadMessage(bad.code(), String.valueOf(bad.getMessage()), null);
        }
        return new BadMessage(bad.code(), String.valueOf(bad.getMessage()), (SipRequest) message);
    }
}
