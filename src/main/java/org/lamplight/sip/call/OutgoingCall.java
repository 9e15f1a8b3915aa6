package org.lamplight.sip.call;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.call.Remote;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.flow.Client.Exchange;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.NameAddress;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that we make, until it is answered or not (RFC 3261, section 13.2). On the account's thread. */
final class OutgoingCall implements Setup {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingCall.class);

    /** Whoever floods us with telephones that ring is heard no further. */
    private static final int MOST_FORKS = 32;

    private final Talk talk;
    private final List<String> extra;
    private final @Nullable Successor successor;
    private String callId = Draft.token();
    private String tag = Draft.token();
    private final Map<String, SipDialog> early = new HashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Set<String> answeredEarly = new HashSet<>();
    private final Set<String> dismissed = new HashSet<>();
    private SipUri target;
    private Place place;
    private @Nullable Exchange exchange;
    private long sequence;
    /** How often it was made from elsewhere. */
    private int round;

    private boolean provisional;
    private boolean cancelled;
    private boolean redirected;
    private boolean over;

    /** What such a call is made in place of. */
    record Successor(Talk of, Desk.Progress progress) {}

    /** @param extra header lines of the INVITE */
    OutgoingCall(Talk talk, SipUri target, List<String> extra, @Nullable Successor successor) {
        this.talk = talk;
        this.target = target;
        this.place = talk.phone().flow().server();
        this.extra = extra;
        this.successor = successor;
    }

    Talk talk() {
        return talk;
    }

    private Flow flow() {
        return talk.phone().flow();
    }

    void start() {
        tellTarget();
        int mine = round;
        talk.mediaReady(media -> begin(media, mine), this::silent);
    }

    private void silent(IOException noSound) {
        LOG.warn("{}: no sound", talk.id(), noSound);
        fail(Endings.noSound());
    }

    /** Unless it was given up meanwhile, or is made from elsewhere. */
    private void begin(MediaSession media, int mine) {
        if (cancelled || talk.isOver() || mine != round) {
            return;
        }
        try {
            invite(media.offer());
        } catch (IOException noSound) {
            silent(noSound);
        }
    }

    /** Until somebody says better who is there. */
    private void tellTarget() {
        talk.teller().remote(Remote.of(target.bare().toString()));
    }

    private void invite(String offer) {
        String own = flow().keys().address().toString();
        Draft draft = new Draft("INVITE", target.toString())
                .sequence(++sequence)
                .with("Call-ID", callId)
                .with("From", NameAddress.text(flow().keys().displayName().orElse(null), own) + ";tag=" + tag)
                .with("To", NameAddress.text(null, target.bare().toString()));
        flow().routes().forEach(route -> draft.with("Route", route));
        talk.standing().forEach(draft::with);
        talk.timer().ask(draft);
        extra.forEach(draft::with);
        try {
            place = flow().first();
            exchange =
                    talk.phone().client().send(draft.body(Talk.SDP, offer), () -> ++sequence, place, new Round(round));
        } catch (UnknownHostException nowhere) {
            unanswered(nowhere.toString());
        }
    }

    // ---- what is answered

    /** Of the INVITEs from one address; those from an earlier one count no more, and who takes such a call is left. */
    private final class Round implements Replies {
        private final int number;

        Round(int number) {
            this.number = number;
        }

        @Override
        public void replied(Response response) {
            if (number == round) {
                OutgoingCall.this.replied(response);
            } else if (response.getStatusCode() / 100 == 2) {
                dismiss(SipDialog.calling(flow(), response, Headers.sequence(response), target, place), response);
            }
        }

        @Override
        public void unanswered(String sentence) {
            if (number == round) {
                OutgoingCall.this.unanswered(sentence);
            }
        }
    }

    private void replied(Response response) {
        int code = response.getStatusCode();
        if (code < 200) {
            provisional(response, code);
        } else if (code < 300) {
            over = true;
            accepted(response);
        } else {
            over = true;
            refused(response, code);
        }
    }

    private void unanswered(String sentence) {
        over = true;
        LOG.info("{}: {}", talk.id(), sentence);
        fail(Endings.unreached());
    }

    private void provisional(Response response, int code) {
        boolean first = !provisional;
        provisional = true;
        if (cancelled) {
            if (first) {
                cancel();
            }
            return;
        }
        boolean known = early.containsKey(Headers.tag(response, "To"));
        if (code > 100 && (known || early.size() < MOST_FORKS)) {
            SipDialog dialog = dialog(response);
            boolean repeated = reliable(response, dialog);
            if (!repeated) {
                progress(response, code);
            }
        }
    }

    private SipDialog dialog(Response response) {
        SipDialog dialog = early.computeIfAbsent(
                Headers.tag(response, "To"), any -> SipDialog.calling(flow(), response, sequence, target, place));
        dialog.refresh(response);
        return dialog;
    }

    /** Acknowledges a reliable response (RFC 3262); true if that one was known already. */
    private boolean reliable(Response response, SipDialog dialog) {
        long number = Headers.number(response, "RSeq");
        if (number < 0 || !Headers.lists(response, "Require", "100rel")) {
            return false;
        }
        Long last = acknowledged.get(dialog.remoteTag());
        if (last != null && number != last + 1) {
            return true;
        }
        acknowledged.put(dialog.remoteTag(), number);
        Draft prack = dialog.request("PRACK").with("RAck", number + " " + Headers.sequence(response) + " INVITE");
        try {
            talk.phone().client().send(prack, dialog::next, dialog.next(flow()), new Talk.Ignored());
        } catch (UnknownHostException nowhere) {
            LOG.debug("not acknowledged: {}", nowhere.toString());
        }
        return false;
    }

    private void progress(Response response, int code) {
        Optional<String> answer = Headers.body(response, Talk.SDP);
        learnName(response);
        if (successor != null) {
            successor.progress().replied(code, response.getReasonPhrase());
        }
        if (answer.isPresent() && hears(response, answer.get())) {
            talk.teller().early();
        } else if (code == 180 && answeredEarly.isEmpty()) {
            talk.teller().ringing();
        }
    }

    /** Of several that ring, the newest with sound is heard. */
    private boolean hears(Response response, String answer) {
        try {
            MediaSession media = talk.media();
            media.accept(answer);
            answeredEarly.add(Headers.tag(response, "To"));
            talk.teller().sounds(media);
            return true;
        } catch (Unacceptable | IOException unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            return false;
        }
    }

    private void learnName(Response response) {
        boolean own = flow().isServer(flow().server().address());
        Identity.callee(response, own).ifPresent(talk.teller()::remote);
    }

    // ---- yes

    private void accepted(Response response) {
        SipDialog dialog = dialog(response);
        talk.dialog(dialog);
        talk.learn(response);
        talk.acknowledge(dialog, Headers.sequence(response), null);
        if (cancelled || talk.isOver()) {
            dismissed.add(dialog.callId() + dialog.remoteTag());
            talk.bye(dialog);
            return;
        }
        try {
            MediaSession media = talk.media();
            agree(media, response);
            connected(media, response);
        } catch (Unacceptable | IOException unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            talk.bye(dialog);
            fail(Endings.of(488));
        }
    }

    /** The answer may have come before, reliably; then the 200 needs none. */
    private void agree(MediaSession media, Response response) throws Unacceptable, IOException {
        Optional<String> answer = Headers.body(response, Talk.SDP);
        if (answer.isPresent() || !answeredEarly.contains(Headers.tag(response, "To"))) {
            media.accept(answer.orElse(""));
        }
    }

    private void connected(MediaSession media, Response response) {
        if (successor != null) {
            successor.progress().replied(200, "OK");
            talk.teller().speak();
            talk.desk().replaced(successor.of(), talk);
            tellTarget();
        }
        talk.teller().sounds(media);
        learnName(response);
        talk.established();
        if (successor != null) {
            talk.teller().held(false);
        }
        talk.teller().heldByPeer(media.isHeldByPeer());
        talk.timer().answered(response);
        talk.offers().proceed();
    }

    /** Another telephone that rang too answers as well, or one repeats its answer. */
    @Override
    public boolean stray(Response response) {
        boolean ours = callId.equals(Headers.callId(response)) && tag.equals(Headers.tag(response, "From"));
        if (!ours || talk.repeated(response)) {
            return ours;
        }
        if (Headers.sequence(response) > sequence || Headers.tag(response, "To").isEmpty()) {
            return true;
        }
        dismiss(dialog(response), response);
        return true;
    }

    private void dismiss(SipDialog other, Response response) {
        talk.acknowledge(other, Headers.sequence(response), null);
        if (dismissed.add(other.callId() + other.remoteTag())) {
            talk.bye(other);
        }
    }

    // ---- no

    private void refused(Response response, int code) {
        if (cancelled) {
            return;
        }
        Optional<SipUri> elsewhere = code < 400 ? redirection(response) : Optional.empty();
        if (elsewhere.isPresent()) {
            redirected = true;
            target = elsewhere.get();
            again();
        } else if (code == 422 && talk.timer().lengthen(response)) {
            again();
        } else {
            fail(Endings.refused(response));
        }
    }

    /** Its answers are lost, so it is taken back and made once more. */
    @Override
    public void cutOff() {
        if (cancelled || over || exchange == null) {
            return;
        }
        if (provisional) {
            // so that the other side does not list it as missed (RFC 3326)
            exchange.cancel("SIP;cause=200;text=\"Call completed elsewhere\"");
        }
        round++;
        callId = Draft.token();
        tag = Draft.token();
        again();
    }

    private void again() {
        over = false;
        provisional = false;
        early.clear();
        acknowledged.clear();
        answeredEarly.clear();
        start();
    }

    /** Followed once, and only to where the call was meant for anyway. */
    private Optional<SipUri> redirection(Response response) {
        if (redirected) {
            return Optional.empty();
        }
        return Headers.addresses(response, "Contact").stream()
                .flatMap(one -> one.sip().stream())
                .filter(uri -> uri.host().equalsIgnoreCase(target.host())
                        || uri.host().equalsIgnoreCase(flow().keys().domain()))
                .findFirst();
    }

    private void fail(Cause cause) {
        if (successor != null) {
            successor.progress().replied(Math.max(300, cause.code()), "Failed");
            if (successor.of().isOver()) {
                talk.teller().speak();
            }
        }
        talk.end(cause);
    }

    // ---- given up

    @Override
    public void hangUp() {
        giveUp();
        fail(Endings.of(487));
    }

    /** No telephone shall ring for it any more; nothing is told. */
    void giveUp() {
        cancelled = true;
        if (provisional && !over) {
            cancel();
        }
    }

    /** Whether that is one of the telephones that ring for it. */
    boolean rings(Replaced replaced) {
        return !over && early.values().stream().anyMatch(replaced::means);
    }

    private void cancel() {
        if (exchange != null) {
            exchange.cancel("Q.850;cause=16;text=\"Terminated\"");
        }
    }

    @Override
    public boolean request(Arrival arrival) {
        Optional<SipDialog> dialog = talk.isEstablished()
                ? Optional.empty()
                : early.values().stream()
                        .filter(one -> one.has(arrival.request()))
                        .findFirst();
        if (dialog.isEmpty() || talk.isOver()) {
            return false;
        }
        switch (arrival.method()) {
            case "UPDATE" -> updated(arrival);
            case "INFO", "NOTIFY" -> arrival.reply(200);
            case "BYE" -> {
                arrival.reply(200);
                early.remove(dialog.get().remoteTag());
            }
            default -> arrival.reply(491);
        }
        return true;
    }

    private void updated(Arrival arrival) {
        Optional<String> offer = Headers.body(arrival.request(), Talk.SDP);
        boolean own = flow().isServer(arrival.from());
        Identity.callee(arrival.request(), own).ifPresent(talk.teller()::remote);
        if (offer.isEmpty()) {
            arrival.reply(200, talk.standing());
            return;
        }
        if (!answeredEarly.contains(Headers.tag(arrival.request(), "From"))) {
            // both offer at once (RFC 3311, section 5.2)
            arrival.reply(491);
            return;
        }
        try {
            arrival.reply(200, talk.standing(), Talk.SDP, talk.media().answer(offer.get()));
        } catch (Unacceptable | IOException unusable) {
            arrival.reply(488);
        }
    }
}
