package org.lamplight.office.sip.dialog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipMessage;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transport.Flow;

/** One end of a dialog (RFC 3261 section 12). On the server's thread. */
public final class Dialog {
    private final String callId;
    private final NameAddress local;
    private final NameAddress remote;
    private final List<String> routes;
    private String target;
    private @Nullable Flow flow;
    private long number;
    private long theirNumber = -1;

    private Dialog(String callId, NameAddress local, NameAddress remote, List<String> routes, String target) {
        this.callId = callId;
        this.local = local;
        this.remote = remote;
        this.routes = routes;
        this.target = target;
    }

    /** As the one who was asked; {@code tag} is our own. */
    public static Dialog called(SipRequest request, Flow flow, String tag) {
        Dialog dialog = new Dialog(
                request.callId(),
                request.to().with("tag", tag),
                request.from(),
                request.headers("Record-Route"),
                target(request, request.from()));
        dialog.flow = flow;
        dialog.theirNumber = request.cseq().number();
        return dialog;
    }

    /** As the one who called. */
    public static Dialog calling(SipResponse accepted) {
        List<String> routes = new ArrayList<>(accepted.headers("Record-Route"));
        Collections.reverse(routes);
        Dialog dialog =
                new Dialog(accepted.callId(), accepted.from(), accepted.to(), routes, target(accepted, accepted.to()));
        dialog.number = accepted.cseq().number();
        return dialog;
    }

    private static String target(SipMessage message, NameAddress otherwise) {
        NameAddress contact = message.contact();
        return contact == null ? otherwise.uri() : contact.uri();
    }

    /** What this end is called among all dialogs. */
    public String name() {
        return name(callId, local.tag());
    }

    /** The same, by what a request says. */
    public static String name(String callId, String localTag) {
        return callId + ' ' + localTag;
    }

    /** Whose request it is that came; false if it is older than one before (section 12.2.2). */
    public boolean follows(SipRequest request) {
        long next = request.cseq().number();
        boolean later = next > theirNumber && request.from().tag().equals(remote.tag());
        theirNumber = Math.max(next, theirNumber);
        return later;
    }

    /** The other end has moved. */
    public void moved(SipRequest request, Flow from) {
        target = target(request, NameAddress.of("", target));
        flow = from;
    }

    /** The way that its last request came; null if none has. */
    public @Nullable Flow flow() {
        return flow;
    }

    public String callId() {
        return callId;
    }

    /** A new request to the other end. */
    public SipRequest request(String method) {
        number++;
        return request(method, number);
    }

    /** The ACK of an invitation of ours. */
    public SipRequest ack(long invited) {
        return request("ACK", invited);
    }

    private SipRequest request(String method, long cseq) {
        SipRequest request = new SipRequest(method, target);
        routes.forEach(route -> request.add("Route", route));
        request.add("Max-Forwards", "70");
        request.add("From", local.toString());
        request.add("To", remote.toString());
        request.add("Call-ID", callId);
        request.add("CSeq", cseq + " " + method);
        return request;
    }
}
