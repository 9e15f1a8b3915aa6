package org.lamplight.office.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.Party;
import org.lamplight.office.sip.digest.Digest;
import org.lamplight.office.sip.directory.Directory;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.line.Exchange;
import org.lamplight.office.sip.line.Lines;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.presence.CallStates;
import org.lamplight.office.sip.presence.PresenceAgent;
import org.lamplight.office.sip.proxy.Proxy;
import org.lamplight.office.sip.proxy.Target;
import org.lamplight.office.sip.proxy.Ways;
import org.lamplight.office.sip.registrar.Registrar;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transport.Flow;

/** Where every new request comes first, and who it is handed to. On the server's thread. */
final class Reception implements Transactions.RequestHandler {
    static final String ALLOW =
            "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, PRACK, UPDATE, INFO, REFER, NOTIFY, MESSAGE, SUBSCRIBE, PUBLISH";
    private static final String ASSERTED = "P-Asserted-Identity";

    private final Directory directory;
    private final Digest digest;
    private final Registrar registrar;
    private final Ways ways;
    private final Proxy proxy;
    private final Exchange exchange;
    private final Lines lines;
    private final CallStates calls;
    private final PresenceAgent agent;

    Reception(
            Directory directory,
            Digest digest,
            Registrar registrar,
            Ways ways,
            Proxy proxy,
            Exchange exchange,
            Lines lines,
            CallStates calls,
            PresenceAgent agent) {
        this.directory = directory;
        this.digest = digest;
        this.registrar = registrar;
        this.ways = ways;
        this.proxy = proxy;
        this.exchange = exchange;
        this.lines = lines;
        this.calls = calls;
        this.agent = agent;
    }

    @Override
    public void accepted(SipRequest ack, Flow from) {
        if (!exchange.takes(ack)) {
            proxy.forwardAck(ack);
        }
    }

    @Override
    public void request(ServerTransaction asked) {
        SipRequest request = asked.request();
        SipUri uri = SipUri.parse(request.uri());
        if (request.is("BYE")) {
            calls.ended(request.callId());
        }
        if (uri == null) {
            asked.reply(416, "Unsupported URI Scheme");
        } else if (!request.text("Proxy-Require").isEmpty()) {
            unsupported(asked);
        } else if (request.isInDialog() && (exchange.takes(asked) || agent.takes(asked))) {
            return;
        } else if (request.is("OPTIONS") && ways.isOurs(uri) && uri.user().isEmpty()) {
            options(asked);
        } else if (Proxy.hops(request) == 0) {
            asked.reply(483, "Too Many Hops");
        } else if (request.is("REGISTER")) {
            register(asked, uri);
        } else if (request.isInDialog()) {
            proxy.forwardAlongRoute(asked);
        } else {
            open(asked);
        }
    }

    private static void unsupported(ServerTransaction asked) {
        SipResponse response = asked.answer(420, "Bad Extension");
        asked.request().headers("Proxy-Require").forEach(value -> response.add("Unsupported", value));
        asked.respond(response);
    }

    private static void options(ServerTransaction asked) {
        SipResponse response = asked.answer(200, "OK");
        response.add("Allow", ALLOW);
        response.add("Accept", "application/sdp");
        response.add("Supported", "path, outbound");
        asked.respond(response);
    }

    private void register(ServerTransaction asked, SipUri uri) {
        if (!ways.isOurs(uri)) {
            asked.reply(404, "Not Found");
            return;
        }
        SipAccount account = digest.byRegistrar(asked);
        if (account != null) {
            registrar.register(asked, account);
        }
    }

    /** Something new between users, or for a line. */
    private void open(ServerTransaction asked) {
        SipAccount account = digest.byProxy(asked);
        if (account == null) {
            return;
        }
        SipAccount said = directory.find(asked.request().from().sipUri());
        if (said != null && !said.equals(account)) {
            asked.reply(403, "Not Your Address");
            return;
        }
        SipRequest request = asked.request().copy();
        request.remove(ASSERTED);
        request.add(
                ASSERTED,
                NameAddress.of(account.name(), directory.address(account)).toString());
        ways.popOwnRoutes(request);
        deliver(asked, request, account);
    }

    private void deliver(ServerTransaction asked, SipRequest request, SipAccount from) {
        SipUri uri = SipUri.parse(request.uri());
        SipAccount called = uri == null ? null : directory.find(uri.user());
        if (request.is("INVITE") && uri != null && ways.isOurs(uri)) {
            watch(asked, request, from, called);
        }
        if (uri == null || !ways.isOurs(uri) || !request.headers("Route").isEmpty()) {
            elsewhere(asked, request);
        } else if (!lines.toService(uri.user(), asked)) {
            toUser(asked, request, from, called);
        }
    }

    private void elsewhere(ServerTransaction asked, SipRequest request) {
        Target target = ways.next(request);
        if (target == null) {
            asked.reply(404, "Not In This Office");
        } else {
            proxy.forward(asked, request, List.of(target));
        }
    }

    /** Busy lamps tell of calls to users, and of users' calls to lines. */
    private void watch(ServerTransaction asked, SipRequest request, SipAccount from, @Nullable SipAccount to) {
        Party called = to == null ? new Party("", "", request.uri()) : party(to);
        String callId = request.callId();
        calls.began(callId, party(from), called);
        asked.whenAnswered(code -> calls.answered(callId, code));
    }

    private Party party(SipAccount account) {
        return new Party(account.user(), account.name(), directory.address(account));
    }

    private void toUser(ServerTransaction asked, SipRequest request, SipAccount from, @Nullable SipAccount account) {
        if (account == null) {
            asked.reply(404, "Not Found");
        } else if (request.is("SUBSCRIBE")) {
            agent.subscribe(asked, account);
        } else if (!request.is("PUBLISH")) {
            toTelephones(asked, request, account);
        } else if (account.equals(from)) {
            agent.publish(asked, account);
        } else {
            asked.reply(403, "Not Your Address");
        }
    }

    private void toTelephones(ServerTransaction asked, SipRequest request, SipAccount account) {
        List<Target> targets = ways.ofUser(account.user());
        if (!targets.isEmpty()) {
            proxy.forward(asked, request, targets);
        } else if (account.answers()) {
            lines.toColleague(account, asked);
        } else {
            asked.reply(480, "Temporarily Unavailable");
        }
    }
}
