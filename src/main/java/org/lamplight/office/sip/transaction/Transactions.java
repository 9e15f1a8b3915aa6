package org.lamplight.office.sip.transaction;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.message.Via;
import org.lamplight.office.sip.transport.Flow;
import org.lamplight.office.sip.transport.SipPorts;

/** All transactions, by their names. On the server's thread. */
public final class Transactions {
    private static final int MOST = 5_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SipThread thread;
    private final SipPorts ports;
    private @Nullable RequestHandler handler;
    private final Map<String, ServerTransaction> servers = new HashMap<>();
    private final Map<String, ClientTransaction> clients = new HashMap<>();

    /** Who does what requests ask for. */
    public interface RequestHandler {
        /** A new request, and where its answers go. */
        void request(ServerTransaction transaction);

        /** The end of an invitation that was accepted; it is never answered. */
        void accepted(SipRequest ack, Flow from);
    }

    public Transactions(SipThread thread, SipPorts ports) {
        this.thread = thread;
        this.ports = ports;
    }

    /** Until somebody is there, requests are dropped. */
    public void handler(RequestHandler newHandler) {
        handler = newHandler;
    }

    /** Text that nobody can guess, for tags, branches and calls. */
    public static String unique() {
        byte[] octets = new byte[9];
        RANDOM.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }

    /** How many are going on. */
    public int size() {
        return servers.size() + clients.size();
    }

    /** A response came; one that nobody waits for is dropped. */
    public void received(SipResponse response) {
        ClientTransaction client =
                clients.get(response.via().branch() + ' ' + response.cseq().method());
        if (client != null) {
            client.received(response);
        }
    }

    /** A request came, perhaps again. */
    public void received(SipRequest request, Flow from) {
        RequestHandler here = handler;
        if (here != null) {
            stamp(request, from);
            received(request, from, here);
        }
    }

    private void received(SipRequest request, Flow from, RequestHandler here) {
        String name = name(request);
        ServerTransaction known = servers.get(name);
        switch (request.method()) {
            case "ACK" -> acknowledged(known, request, from, here);
            case "CANCEL" -> cancelled(known, request, from);
            default -> {
                if (known != null) {
                    known.again();
                } else if (servers.size() < MOST) {
                    here.request(open(name, request, from));
                }
            }
        }
    }

    private static void acknowledged(
            @Nullable ServerTransaction known, SipRequest ack, Flow from, RequestHandler here) {
        if (known == null || known.isAccepted()) {
            here.accepted(ack, from);
        } else {
            known.acknowledged();
        }
    }

    /** A transaction of its own, beside the one that it ends (section 9.2). */
    private void cancelled(@Nullable ServerTransaction invitation, SipRequest cancel, Flow from) {
        String name = name(cancel) + " CANCEL";
        ServerTransaction known = servers.get(name);
        if (known != null) {
            known.again();
            return;
        }
        ServerTransaction own = open(name, cancel, from);
        own.reply(invitation == null ? 481 : 200, invitation == null ? "Call/Transaction Does Not Exist" : "OK");
        if (invitation != null) {
            invitation.cancelled(cancel);
        }
    }

    private ServerTransaction open(String name, SipRequest request, Flow from) {
        ServerTransaction opened =
                new ServerTransaction(thread, request, from, wayBack(request, from), () -> servers.remove(name));
        servers.put(name, opened);
        return opened;
    }

    /** Where it really came from (section 18.2.1, RFC 3581). */
    private static void stamp(SipRequest request, Flow from) {
        Via via = request.via();
        String address = from.remote().getAddress().getHostAddress();
        Via stamped = via.with("received", address);
        if (via.params().has("rport")) {
            stamped = stamped.with("rport", String.valueOf(from.remote().getPort()));
        }
        request.replaceTop("Via", stamped.toString());
    }

    private Flow wayBack(SipRequest request, Flow from) {
        Via via = request.via();
        if (from.isReliable() || via.params().has("rport")) {
            return from;
        }
        Flow asSaid = ports.to(
                "UDP",
                new InetSocketAddress(from.remote().getAddress(), via.sentBy().portOr(5060)));
        return asSaid == null ? from : asSaid;
    }

    /** A transaction's name (section 17.2.3); ACK and CANCEL have their invitation's. */
    private static String name(SipRequest request) {
        Via via = request.via();
        boolean ofInvitation = request.is("ACK") || request.is("CANCEL");
        String method = ofInvitation ? "INVITE" : request.method();
        String unique = via.branch().startsWith(Via.COOKIE)
                ? via.branch()
                : request.callId()
                        + ' '
                        + request.cseq().number()
                        + ' '
                        + request.from().tag();
        return unique + ' ' + via.sentBy() + ' ' + method;
    }

    /**
     * Sends a request with a new branch on top.
     *
     * @param asked gets all answers without that branch; one of them is made up if nobody answers
     */
    public ClientTransaction send(SipRequest request, Flow flow, Consumer<SipResponse> asked) {
        String branch = Via.COOKIE + unique();
        stampOwn(request, flow, branch);
        return begin(request, flow, branch, asked);
    }

    /** Ends an invitation: same branch, a transaction of its own (section 9.1). */
    void sendCancel(SipRequest cancel, Flow flow, String branch) {
        begin(cancel, flow, branch, ignored -> {});
    }

    private ClientTransaction begin(SipRequest request, Flow flow, String branch, Consumer<SipResponse> asked) {
        String name = branch + ' ' + request.method();
        ClientTransaction client = new ClientTransaction(this, thread, request, flow, asked);
        clients.put(name, client);
        client.whenDone(() -> clients.remove(name));
        client.start();
        return client;
    }

    /** Sends an ACK to a 2xx, which no transaction looks after (section 13.2.2.4). */
    public void sendAck(SipRequest ack, Flow flow) {
        stampOwn(ack, flow, Via.COOKIE + unique());
        flow.send(ack.write());
    }

    private void stampOwn(SipRequest request, Flow flow, String branch) {
        request.push(
                "Via", "SIP/2.0/" + flow.transport() + " " + ports.address(flow.transport()) + ";branch=" + branch);
    }
}
