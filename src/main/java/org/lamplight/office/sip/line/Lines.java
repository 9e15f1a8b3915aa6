package org.lamplight.office.sip.line;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.media.Melody;
import org.lamplight.office.sip.media.Murmur;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.proxy.Target;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who answers in the office: lines for trying things out, and colleagues without a telephone of their own. */
public final class Lines {
    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    /** Two rings, as most countries ring. */
    private static final Duration TWO_RINGS = Duration.ofSeconds(6);

    private static final Duration EARLY = Duration.ofSeconds(1);
    private static final String ECHO = "echo";
    private static final Map<String, Consumer<IncomingCall>> SERVICES = Map.of(
            ECHO,
            call -> call.answer(null),
            "music",
            call -> call.answer(new Melody()),
            "busy",
            call -> call.refuse(486, "Busy Here"),
            "decline",
            call -> call.refuse(603, "Decline"),
            "no-answer",
            IncomingCall::ring,
            "early",
            Lines::early);

    private final Exchange exchange;
    private final double pace;

    /**
     * Answers by this exchange.
     *
     * @param pace how long an office second takes the colleagues, in seconds
     */
    public Lines(Exchange exchange, double pace) {
        this.exchange = exchange;
        this.pace = pace;
    }

    private static void early(IncomingCall call) {
        call.early(new Melody());
        call.later(EARLY, () -> call.answer(new Melody()));
    }

    /** The user parts of all lines, in the order of the alphabet. */
    public static List<String> services() {
        return SERVICES.keySet().stream().sorted().toList();
    }

    /** Takes a request to a line; false if there is no such line. */
    public boolean toService(String name, ServerTransaction asked) {
        Consumer<IncomingCall> service = SERVICES.get(name);
        if (service == null) {
            return false;
        }
        take(asked, name, name.equals(ECHO), service);
        return true;
    }

    /** Takes a request to a colleague, who answers as people do and then talks. */
    public void toColleague(SipAccount colleague, ServerTransaction asked) {
        take(asked, colleague.user(), false, call -> {
            call.ring();
            call.later(scaled(TWO_RINGS), () -> call.answer(voice(colleague)));
        });
    }

    private static Murmur voice(SipAccount colleague) {
        return new Murmur(colleague.user().hashCode());
    }

    private Duration scaled(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() * pace));
    }

    private void take(ServerTransaction asked, String user, boolean echoes, Consumer<IncomingCall> service) {
        SipRequest request = asked.request();
        if (!request.text("Require").isEmpty()) {
            SipResponse response = asked.answer(420, "Bad Extension");
            request.headers("Require").forEach(value -> response.add("Unsupported", value));
            asked.respond(response);
        } else if (request.is("INVITE")) {
            invited(asked, user, echoes, service);
        } else if (request.is("MESSAGE") || request.is("OPTIONS")) {
            asked.reply(200, "OK");
        } else {
            asked.reply(405, "Method Not Allowed");
        }
    }

    private void invited(ServerTransaction asked, String user, boolean echoes, Consumer<IncomingCall> service) {
        if (exchange.isFull()) {
            asked.reply(486, "Too Many Calls");
            return;
        }
        asked.reply(100, "Trying");
        try {
            IncomingCall call = IncomingCall.take(exchange, exchange.media().open(echoes), user, asked);
            if (call != null) {
                service.accept(call);
            }
        } catch (IOException e) {
            LOG.warn("no port for sound", e);
            asked.reply(503, "No Ports");
        }
    }

    /** Has somebody call a user; the handle comes when the telephones have been told to ring. */
    public CompletableFuture<PlacedCall> call(SipAccount from, SipAccount to) {
        CompletableFuture<PlacedCall> placed = new CompletableFuture<>();
        exchange.thread().run(() -> place(from, to, placed));
        return placed;
    }

    private void place(SipAccount from, SipAccount to, CompletableFuture<PlacedCall> placed) {
        List<Target> targets = exchange.ways().ofUser(to.user());
        if (targets.isEmpty() || exchange.isFull()) {
            placed.completeExceptionally(new IllegalStateException(to.user() + " has no telephone now"));
            return;
        }
        try {
            OutgoingCall call = new OutgoingCall(exchange, exchange.media().open(false), from.user(), voice(from));
            call.place(from, to, targets, "");
            placed.complete(call.handle());
        } catch (IOException e) {
            placed.completeExceptionally(e);
        }
    }
}
