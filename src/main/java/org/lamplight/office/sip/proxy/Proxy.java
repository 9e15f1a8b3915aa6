package org.lamplight.office.sip.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lamplight.office.sip.message.Fields;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transaction.SipThread;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transaction.Upstream;
import org.lamplight.office.sip.transport.Flow;

/** Passes requests on, and stays in their dialogs (RFC 3261 section 16). On the server's thread. */
public final class Proxy {
    private static final Set<String> MAKE_DIALOGS = Set.of("INVITE", "SUBSCRIBE", "REFER", "NOTIFY");

    private final SipThread thread;
    private final Transactions transactions;
    private final Ways ways;
    private final String realm;

    /**
     * Sends by these transactions.
     *
     * @param realm whose answers to challenges go no further
     */
    public Proxy(SipThread thread, Transactions transactions, Ways ways, String realm) {
        this.thread = thread;
        this.transactions = transactions;
        this.ways = ways;
        this.realm = realm;
    }

    /** Passes a request on to all targets; a CANCEL follows it. */
    public void forward(ServerTransaction asked, SipRequest request, List<Target> targets) {
        if (request.is("INVITE")) {
            asked.reply(100, "Trying");
        }
        Fork fork = fork(asked, request, asked.from().transport(), targets);
        asked.whenCancelled(cancel -> fork.cancel(cancel.text("Reason")));
    }

    /**
     * The same for whoever asks within the server.
     *
     * @param upstreamTransport how the asker is reached; empty for within the server
     */
    public Fork fork(Upstream asker, SipRequest request, String upstreamTransport, List<Target> targets) {
        Fork fork = new Fork(thread, asker, request.is("INVITE"));
        List<SipRequest> requests = new ArrayList<>();
        for (Target target : targets) {
            requests.add(onward(request, upstreamTransport, target));
        }
        fork.start(transactions, requests, targets);
        return fork;
    }

    private SipRequest onward(SipRequest request, String upstreamTransport, Target target) {
        SipRequest next = request.copy();
        next.uri(target.uri());
        next.set("Max-Forwards", String.valueOf(hops(request) - 1));
        next.removeContaining("Proxy-Authorization", "\"" + realm + "\"");
        List<String> routes = target.routes();
        for (int i = routes.size() - 1; i >= 0; i--) {
            next.push("Route", routes.get(i));
        }
        if (MAKE_DIALOGS.contains(request.method()) && !request.isInDialog()) {
            record(next, upstreamTransport, target.flow().transport());
        }
        return next;
    }

    /** Two steps where the transport changes, so that each side finds its own (RFC 5658 section 3). */
    private void record(SipRequest next, String here, String there) {
        if (!here.isEmpty() && !here.equals(there)) {
            next.push("Record-Route", ways.recordRoute(here));
        }
        next.push("Record-Route", ways.recordRoute(there));
    }

    /** How far a request may still go. */
    public static long hops(SipRequest request) {
        long said = Fields.number(request.text("Max-Forwards"), 255);
        return said < 0 ? 70 : said;
    }

    /** Passes a request of a dialog on along its route. */
    public void forwardAlongRoute(ServerTransaction asked) {
        SipRequest request = asked.request().copy();
        ways.popOwnRoutes(request);
        Target target = ways.next(request);
        if (target == null) {
            asked.reply(request.isInDialog() ? 481 : 404, request.isInDialog() ? "No Such Dialog" : "Not Found");
        } else {
            forward(asked, request, List.of(target));
        }
    }

    /** Passes an ACK on, which nobody answers. */
    public void forwardAck(SipRequest ack) {
        SipRequest request = ack.copy();
        ways.popOwnRoutes(request);
        Target target = ways.next(request);
        if (target != null && hops(ack) > 0) {
            Flow flow = target.flow();
            transactions.sendAck(onward(request, "", target), flow);
        }
    }
}
