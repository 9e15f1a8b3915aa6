package org.lamplight.office.sip.media;

import java.net.InetSocketAddress;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.transport.Loopback;

/** Offers and answers (RFC 3264) of one call, with the same origin and a new version each. */
final class Answers {
    private final int port;
    private final boolean anyCodec;
    private final long id = System.nanoTime() & 0xFFFF_FFFFL;
    private int version;

    /**
     * For sound at a port.
     *
     * @param anyCodec whether the first codec is taken, whatever it is
     */
    Answers(int port, boolean anyCodec) {
        this.port = port;
        this.anyCodec = anyCodec;
    }

    /** What an offer, or an answer to ours, leads to; null if there is no sound that we know. */
    @Nullable
    Agreement agree(@Nullable Description theirs) {
        Medium audio = theirs == null ? null : theirs.audio();
        if (theirs == null || audio == null) {
            return null;
        }
        String format = first(audio, this::isSound);
        if (format.isEmpty()) {
            return null;
        }
        String clock = audio.name(format).split("/", -1)[1];
        String event = first(audio, name -> name.equals("telephone-event/" + clock));
        return agreement(theirs, audio, format, event);
    }

    private boolean isSound(String name) {
        boolean law = name.equals("pcmu/8000") || name.equals("pcma/8000");
        return law || (anyCodec && !name.startsWith("cn/") && !name.startsWith("telephone-event/"));
    }

    private static Agreement agreement(Description theirs, Medium audio, String format, String event) {
        String direction = theirs.direction(audio);
        String address = theirs.address(audio);
        // the old way to hold a call: nothing is to be sent to that address
        boolean held = address.equals("0.0.0.0");
        InetSocketAddress peer = Loopback.peer(address, audio.port);
        boolean theyReceive = !held && (direction.equals("sendrecv") || direction.equals("recvonly"));
        boolean theySend = direction.equals("sendrecv") || direction.equals("sendonly");
        int eventType = event.isEmpty() ? -1 : Integer.parseInt(event);
        String name = audio.names.getOrDefault(format, audio.name(format));
        return new Agreement(Integer.parseInt(format), name, eventType, peer, theyReceive, theySend);
    }

    private static String first(Medium audio, Predicate<String> wanted) {
        return audio.formats.stream()
                .filter(format -> format.matches("\\d{1,3}") && Integer.parseInt(format) < 128)
                .filter(format -> audio.name(format).contains("/") && wanted.test(audio.name(format)))
                .findFirst()
                .orElse("");
    }

    /** Our answer: every medium has its line, those but the sound refused. */
    String answer(Description offer, Agreement agreed) {
        StringBuilder text = head();
        Medium audio = offer.audio();
        for (Medium medium : offer.media) {
            text.append(medium == audio ? sound(medium.protocol, agreed) : medium.refusal());
        }
        return text.toString();
    }

    /** Our offer: both laws, and digits. */
    String offer() {
        String formats = "m=audio " + port + " RTP/AVP 0 8 101\r\n";
        String names = "a=rtpmap:0 PCMU/8000\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\n";
        return head().append(formats)
                .append(names)
                .append("a=fmtp:101 0-15\r\na=ptime:20\r\n")
                .toString();
    }

    private StringBuilder head() {
        version++;
        return new StringBuilder("v=0\r\no=office ")
                .append(id)
                .append(' ')
                .append(version)
                .append(" IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n");
    }

    private String sound(String protocol, Agreement agreed) {
        StringBuilder text = new StringBuilder("m=audio " + port + " " + protocol + " " + agreed.payloadType());
        String maps = "a=rtpmap:" + agreed.payloadType() + " " + agreed.name() + "\r\n";
        if (agreed.eventType() >= 0) {
            text.append(' ').append(agreed.eventType());
            String clock = agreed.name().split("/", -1)[1];
            maps += "a=rtpmap:" + agreed.eventType() + " telephone-event/" + clock + "\r\na=fmtp:" + agreed.eventType()
                    + " 0-15\r\n";
        }
        return text.append("\r\n")
                .append(maps)
                .append("a=ptime:20\r\na=")
                .append(agreed.direction())
                .append("\r\n")
                .toString();
    }
}
