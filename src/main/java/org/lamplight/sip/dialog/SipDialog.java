package org.lamplight.sip.dialog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Place;

/** What two ends know of each other during a call or a subscription (RFC 3261, section 12). On the account's thread. */
public final class SipDialog {
    private final Flow flow;
    private final boolean ours;
    private final String callId;
    private final String localTag;
    private final String local;
    private final String remoteTag;
    private final String remote;
    private final List<String> routes;
    private String target;
    private long localSequence;
    private long remoteSequence;

    private SipDialog(
            Flow flow,
            boolean ours,
            Message message,
            String localSide,
            String remoteSide,
            String localTag,
            List<String> routes,
            String otherwise) {
        this.flow = flow;
        this.ours = ours;
        this.callId = Headers.callId(message);
        this.localTag = localTag;
        this.local = side(message, localSide);
        this.remoteTag = Headers.tag(message, remoteSide);
        this.remote = side(message, remoteSide);
        this.routes = routes;
        this.target = Headers.address(message, "Contact").map(NameAddress::uri).orElse(otherwise);
    }

    /** A side's address without its tag. */
    private static String side(Message message, String header) {
        return Headers.address(message, header)
                .map(one -> NameAddress.text(one.name(), one.uri()))
                .orElse("<sip:anonymous@anonymous.invalid>");
    }

    /**
     * Of the one who called, by a response with a tag.
     *
     * @param asked where the INVITE was for, and {@code next} where it went: for who does not say where it is
     */
    public static SipDialog calling(Flow flow, Response response, long sequence, SipUri asked, Place next) {
        List<String> routes = new ArrayList<>(Headers.all(response, "Record-Route"));
        Collections.reverse(routes);
        String otherwise = routes.isEmpty() ? at(asked.user(), next.address(), next.port()) : asked.toString();
        SipDialog dialog = new SipDialog(
                flow, true, response, "From", "To", Headers.tag(response, "From"), List.copyOf(routes), otherwise);
        dialog.localSequence = sequence;
        return dialog;
    }

    /** Of the one who was called. */
    public static SipDialog called(Flow flow, Request invite, String localTag) {
        List<String> routes = List.copyOf(Headers.all(invite, "Record-Route"));
        String caller = Headers.address(invite, "From").map(NameAddress::uri).orElse("");
        SipDialog dialog = new SipDialog(flow, false, invite, "To", "From", localTag, routes, caller);
        dialog.remoteSequence = Headers.sequence(invite);
        return dialog;
    }

    /** Of the one who subscribed, by the first NOTIFY (RFC 6665, section 4.4.1). */
    public static SipDialog subscribed(Flow flow, Request notify, String localTag, long sequence) {
        SipDialog dialog = called(flow, notify, localTag);
        dialog.localSequence = sequence;
        return dialog;
    }

    private static String at(String user, InetAddress address, int port) {
        String host = address.getHostAddress();
        String written = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
        return new SipUri(false, user, written, port, List.of()).toString();
    }

    /** Whether we began it, and so chose its Call-ID. */
    public boolean isOurs() {
        return ours;
    }

    public String callId() {
        return callId;
    }

    public String localTag() {
        return localTag;
    }

    public String remoteTag() {
        return remoteTag;
    }

    /** Where the peer's telephone is. */
    public String target() {
        return target;
    }

    /** Whether a request is part of it. */
    public boolean has(Request request) {
        return callId.equals(Headers.callId(request))
                && localTag.equals(Headers.tag(request, "To"))
                && remoteTag.equals(Headers.tag(request, "From"));
    }

    /** Whether a response is to a request of it. */
    public boolean has(Response response) {
        return callId.equals(Headers.callId(response))
                && localTag.equals(Headers.tag(response, "From"))
                && remoteTag.equals(Headers.tag(response, "To"));
    }

    /** Whether a request comes after those before, and notes it (section 12.2.2). */
    public boolean isInOrder(Request request) {
        long number = Headers.sequence(request);
        if (number <= remoteSequence) {
            return false;
        }
        remoteSequence = number;
        return true;
    }

    /** The peer may have moved (section 12.2.1.2). */
    public void refresh(Message message) {
        Headers.address(message, "Contact").map(NameAddress::uri).ifPresent(uri -> target = uri);
    }

    public long next() {
        return ++localSequence;
    }

    public Draft request(String method) {
        return draft(method, next());
    }

    /** The ACK to a 2xx: under the number of its INVITE (section 13.2.2.4). */
    public Draft acknowledgement(long sequence) {
        return draft("ACK", sequence);
    }

    private Draft draft(String method, long sequence) {
        String to = remoteTag.isEmpty() ? remote : remote + ";tag=" + remoteTag;
        Draft draft = new Draft(method, target)
                .sequence(sequence)
                .with("Call-ID", callId)
                .with("From", local + ";tag=" + localTag)
                .with("To", to);
        routes.forEach(route -> draft.with("Route", route));
        return draft;
    }

    /** Where its requests go. */
    public Place next(Flow way) throws UnknownHostException {
        Optional<String> first =
                routes.stream().findFirst().flatMap(NameAddress::of).map(NameAddress::uri);
        return way.next(first.or(() -> Optional.of(target)));
    }

    public Flow flow() {
        return flow;
    }
}
