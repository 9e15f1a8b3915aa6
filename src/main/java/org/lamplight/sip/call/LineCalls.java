package org.lamplight.sip.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.lamplight.call.Calls;
import org.lamplight.call.Remote;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.sip.message.Allowed;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Logged;

/** All calls of a line: what people do to them, and what comes in for them. On the account's thread. */
public final class LineCalls implements Desk {
    private static final Texts TEXTS = Texts.of(LineCalls.class);

    /** How long a call is remembered, for what is still on its way. */
    private static final long REMEMBERED_SECONDS = 64;

    private final Phone phone;
    private final Map<String, Talk> current = new LinkedHashMap<>();
    private final List<Talk> others = new ArrayList<>();
    private boolean settled;

    public LineCalls(Phone phone) {
        this.phone = phone;
    }

    // ---- what people do

    /** Calls there; what can't be called ends at once, with a sentence. */
    public void dial(String id, String target) {
        Optional<SipUri> uri = uri(target);
        Talk talk = new Talk(id, phone, phone.teller(id), this);
        current.put(id, talk);
        if (uri.isEmpty()) {
            talk.end(Endings.undialable(target));
            return;
        }
        OutgoingCall call = new OutgoingCall(talk, uri.get(), List.of(), null);
        talk.begin(call);
        call.start();
    }

    private Optional<SipUri> uri(String target) {
        return Targets.uri(target, phone.keys().domain());
    }

    public void answer(String id) {
        incoming(id, IncomingCall::answer);
    }

    /**
     * Does not take it.
     *
     * @param target where it is sent on; empty: nowhere
     */
    public void decline(String id, int code, Optional<String> target) {
        Optional<SipUri> there = target.flatMap(this::uri);
        incoming(
                id,
                call -> there.ifPresentOrElse(
                        uri -> call.sendOn(uri, "deflection", Endings.forwarded()), () -> call.decline(code)));
    }

    /** Sends it on there; where nothing can be called by that, it rings on. */
    public void sendOn(String id, String target, String reason) {
        uri(target)
                .ifPresentOrElse(
                        there -> incoming(id, call -> call.sendOn(there, reason, Endings.forwarded())),
                        () -> find(id).ifPresent(talk -> {
                            talk.teller().ringing();
                            talk.teller().notice(TEXTS.get("cause.undialable", target));
                        }));
    }

    /** Has whoever calls speak to voicemail; a plain no, if there is none that can be called. */
    public void toVoicemail(String id) {
        Optional<SipUri> there = phone.keys().services().deposit().flatMap(this::uri);
        incoming(
                id,
                call -> there.ifPresentOrElse(
                        uri -> call.sendOn(uri, "deflection", Endings.voicemail()), () -> call.decline(603)));
    }

    private void incoming(String id, Consumer<IncomingCall> deed) {
        find(id).flatMap(Talk::setup).ifPresent(setup -> {
            if (setup instanceof IncomingCall call) {
                deed.accept(call);
            }
        });
    }

    public void hangUp(String id) {
        all().stream().filter(talk -> talk.id().equals(id) && !talk.isOver()).forEach(Talk::hangUp);
    }

    public void hold(String id, boolean on) {
        find(id).ifPresent(talk -> talk.offers().hold(on));
    }

    public void transfer(String id, String target) {
        find(id).filter(Talk::isEstablished)
                .ifPresent(talk -> uri(target)
                        .ifPresentOrElse(
                                there -> talk.referrals().blind(there),
                                () -> talk.teller().notice(TEXTS.get("cause.undialable", target))));
    }

    public void transferTo(String id, String other) {
        Optional<Talk> second = find(other).filter(Talk::isEstablished);
        find(id).filter(Talk::isEstablished).ifPresent(first -> second.ifPresent(first.referrals()::attended));
    }

    public void press(String id, String keys) {
        find(id).ifPresent(talk -> talk.keys().press(keys));
    }

    /**
     * The line is registered, maybe from another address than before: each peer that has not heard of that is told, and what
     * could not be asked meanwhile is asked.
     */
    public void settle() {
        settled = true;
        follow();
    }

    /** Calls whose way is gone look for another. */
    public void follow() {
        for (Talk talk : all()) {
            // what is wrong with one leaves no other behind
            new Logged(() -> settle(talk)).run();
        }
    }

    private static void settle(Talk talk) {
        if (talk.isOver()) {
            return;
        }
        if (talk.isEstablished()) {
            talk.offers().settle();
        } else if (talk.isElsewhere() && talk.isCutOff()) {
            talk.setup().ifPresent(Setup::cutOff);
        }
    }

    /** The line is not registered any more: nothing that is not answered says anything about a peer. */
    public void unsettle() {
        settled = false;
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    /** Ends all calls; the line is going. */
    public void endAll() {
        all().forEach(Talk::hangUp);
    }

    private Optional<Talk> find(String id) {
        return Optional.ofNullable(current.get(id));
    }

    private List<Talk> all() {
        List<Talk> all = new ArrayList<>(current.values());
        all.addAll(others);
        return all;
    }

    // ---- what comes in

    /** Serves whatever is for a call, or begins one. */
    public void request(Arrival arrival) {
        if (arrival.method().equals(Request.CANCEL)) {
            cancel(arrival);
        } else if (all().stream().noneMatch(talk -> talk.request(arrival))) {
            begin(arrival);
        }
    }

    private void cancel(Arrival arrival) {
        Optional<IncomingCall> meant = all().stream()
                .flatMap(talk -> talk.setup().stream())
                .filter(IncomingCall.class::isInstance)
                .map(IncomingCall.class::cast)
                .filter(call -> call.isFor(arrival.request()))
                .findFirst();
        meant.ifPresentOrElse(call -> call.cancelled(arrival), () -> arrival.reply(481));
    }

    private void begin(Arrival arrival) {
        boolean inDialog = !Headers.tag(arrival.request(), "To").isEmpty();
        switch (arrival.method()) {
            case Request.ACK -> {}
            case Request.INVITE -> {
                if (inDialog) {
                    arrival.reply(481);
                } else {
                    invited(arrival);
                }
            }
            case Request.OPTIONS ->
                arrival.reply(
                        200,
                        List.of(
                                "Allow: " + Allowed.METHODS,
                                "Accept: " + Talk.SDP,
                                "Supported: " + Allowed.EXTENSIONS));
            case Request.REFER -> arrival.reply(inDialog ? 481 : 603);
            case Request.BYE, Request.PRACK, Request.UPDATE, Request.INFO -> arrival.reply(481);
            case Request.NOTIFY -> arrival.reply(inDialog ? 481 : 489);
            default -> Desk.unknown(arrival);
        }
    }

    private void invited(Arrival arrival) {
        Request request = arrival.request();
        List<String> unknown = unknownRequirements(request);
        if (!unknown.isEmpty()) {
            arrival.reply(420, List.of("Unsupported: " + String.join(", ", unknown)));
        } else if (isMerged(request)) {
            arrival.reply(482);
        } else if (!Headers.body(request).isBlank()
                && Headers.body(request, Talk.SDP).isEmpty()) {
            arrival.reply(415, List.of("Accept: " + Talk.SDP));
        } else if (!SessionTimer.refused(arrival)) {
            Replaced.by(request).ifPresentOrElse(replaced -> replace(arrival, replaced), () -> ring(arrival));
        }
    }

    private static List<String> unknownRequirements(Request request) {
        return Headers.all(request, "Require").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.matches("(?i)replaces|timer|100rel"))
                .toList();
    }

    /** The same call came another way (section 8.2.2.2). */
    private boolean isMerged(Request request) {
        return all().stream()
                .filter(talk ->
                        talk.setup().filter(IncomingCall.class::isInstance).isPresent())
                .flatMap(talk -> talk.setup().stream())
                .map(IncomingCall.class::cast)
                .anyMatch(call -> call.isFor(request));
    }

    private void ring(Arrival arrival) {
        String id = Calls.newId();
        Talk talk = new Talk(id, phone, phone.teller(id), this);
        IncomingCall call = new IncomingCall(talk, arrival);
        talk.begin(call);
        current.put(id, talk);
        Remote remote = caller(arrival);
        Optional<Duration> wish =
                phone.flow().isServer(arrival.from()) ? AnswerWish.of(arrival.request()) : Optional.empty();
        String from =
                Headers.address(arrival.request(), "From").map(NameAddress::uri).orElse("");
        phone.core().execute(() -> {
            boolean rings = phone.calls().incoming(id, phone.line(), remote);
            Threads.post(phone.thread(), () -> told(talk, call, rings));
            wish.ifPresent(after -> phone.calls().answerWanted(id, from, after));
        });
    }

    private static void told(Talk talk, IncomingCall call, boolean rings) {
        if (talk.isOver()) {
            return;
        }
        if (rings) {
            call.ring();
        } else {
            call.turnAway();
        }
    }

    private Remote caller(Arrival arrival) {
        return Identity.caller(arrival.request(), phone.flow().isServer(arrival.from()));
    }

    /**
     * Takes the place of a call that is there, without ringing: its peer transferred it. One that only rings must be ours
     * (RFC 3891, section 3).
     */
    private void replace(Arrival arrival, Replaced replaced) {
        Optional<OutgoingCall> rings = ringing(replaced);
        Optional<Talk> meant = current.values().stream()
                .filter(talk -> !talk.isOver())
                .filter(talk -> talk.knownDialog().filter(replaced::means).isPresent())
                .findFirst();
        if (rings.isPresent()) {
            replace(arrival, rings.get());
        } else if (meant.isEmpty() || !meant.get().isEstablished()) {
            arrival.reply(481);
        } else if (replaced.earlyOnly()) {
            arrival.reply(486);
        } else {
            replace(arrival, meant.get(), () -> {});
        }
    }

    private Optional<OutgoingCall> ringing(Replaced replaced) {
        return current.values().stream()
                .filter(talk -> !talk.isOver() && !talk.isEstablished())
                .flatMap(talk -> talk.setup().stream())
                .filter(OutgoingCall.class::isInstance)
                .map(OutgoingCall.class::cast)
                .filter(call -> call.rings(replaced))
                .findFirst();
    }

    private void replace(Arrival arrival, OutgoingCall rings) {
        replace(arrival, rings.talk(), () -> {
            rings.giveUp();
            rings.talk().teller().connected();
        });
    }

    /** @param taken done once the new one is answered */
    private void replace(Arrival arrival, Talk old, Runnable taken) {
        Talk next = new Talk(old.id(), phone, phone.teller(old.id()).silent(), this);
        IncomingCall call = new IncomingCall(next, arrival);
        next.begin(call);
        others.add(next);
        call.answer(() -> {
            if (old.isOver()) {
                // it ended while addresses were looked for
                next.hangUp();
            } else {
                taken.run();
                takeOver(old, next, caller(arrival));
            }
        });
    }

    private void takeOver(Talk old, Talk next, Remote caller) {
        next.teller().speak();
        replaced(old, next);
        next.teller().remote(caller);
        next.openMedia().ifPresent(media -> {
            next.teller().sounds(media);
            next.teller().held(false);
            next.teller().heldByPeer(media.isHeldByPeer());
        });
    }

    /** A 200 that no transaction waits for. */
    public void stray(Response response) {
        for (Talk talk : all()) {
            if (talk.setup().filter(setup -> setup.stray(response)).isPresent()) {
                return;
            }
        }
    }

    // ---- what calls ask

    @Override
    public void gone(Talk talk) {
        current.remove(talk.id(), talk);
        others.remove(talk);
        remember(talk);
    }

    private void remember(Talk talk) {
        others.add(talk);
        phone.later(() -> others.remove(talk), REMEMBERED_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void replaced(Talk old, Talk by) {
        others.remove(by);
        current.put(old.id(), by);
        if (!old.isOver()) {
            old.leave();
            remember(old);
        }
    }

    @Override
    public void orphaned(Talk old) {
        current.remove(old.id(), old);
        others.stream()
                .filter(talk -> talk.id().equals(old.id()) && !talk.isOver())
                .findFirst()
                .ifPresent(next -> current.put(old.id(), next));
        remember(old);
    }

    @Override
    public void callInstead(Talk talk, SipUri target, List<String> headers, Progress progress) {
        Talk next = new Talk(talk.id(), phone, talk.teller().silent(), this);
        others.add(next);
        OutgoingCall call = new OutgoingCall(next, target, headers, new OutgoingCall.Successor(talk, progress));
        next.begin(call);
        call.start();
    }
}
