package org.lamplight.sip.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.core.Texts;
import org.lamplight.sip.flow.Client.Exchange;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Replies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes during a call: holding, new descriptions, and the refreshing of the session (RFC 3261, section 14; RFC 3311;
 * RFC 3264, section 8). One offer at a time. On the account's thread.
 */
final class Offers {
    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final Texts TEXTS = Texts.of(Offers.class);

    /** How often a peer is asked to follow to another address. */
    private static final int MOST_MOVES = 3;

    /** How often something is asked once more that was not answered for our own fault. */
    private static final int MOST_MISSED = 4;

    /** What fails before that was never sent; a peer has half a minute. */
    private static final long UNSENT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long MOVE_PAUSE_MS = 3_000;
    private static final long LONGEST_PAUSE_MS = 30_000;

    private final Talk talk;
    private final Resend resend;
    private boolean wantsHold;
    private boolean holds;
    private boolean wantsRefresh;
    private boolean asking;
    /** Raised when what is under way will never be answered. */
    private int turn;

    /** How often the peer may still refuse to follow to our new address; 0: it does not have to. */
    private int moves;

    /** How often in a row nothing was answered, though maybe not for the peer's fault. */
    private int missed;

    /** Whether the line came back since the last request. */
    private boolean returned;

    private @Nullable Exchange inviting;
    /** The numbers of INVITEs whose answers can't reach us. */
    private final Set<Long> unheard = new TreeSet<>();

    private boolean offeredIn200;
    private @Nullable ScheduledFuture<?> retry;

    Offers(Talk talk) {
        this.talk = talk;
        this.resend = new Resend(talk.phone());
    }

    void stop() {
        resend.stop();
        if (retry != null) {
            retry.cancel(false);
        }
    }

    // ---- ours

    void hold(boolean on) {
        wantsHold = on;
        proceed();
    }

    /** Asks whether the peer is still there; the media stay as they are. */
    void refresh() {
        if (talk.peerUpdates() && !isBusy()) {
            update();
        } else {
            wantsRefresh = true;
            proceed();
        }
    }

    /**
     * The line is registered. If we are at another address, the peer is told at once, with a description of the media there
     * (section 14; RFC 6141: until it agrees, what was agreed before goes on). What is under way counts no more where its answer
     * can't reach us.
     */
    void settle() {
        returned = true;
        if (asking && talk.isElsewhere() && talk.isCutOff()) {
            turn++;
            asking = false;
            takeBack();
        }
        proceed();
    }

    /** What we offered is no more; the peer may have agreed all the same. */
    private void takeBack() {
        if (inviting != null) {
            unheard.add(inviting.sequence());
            inviting = null;
        }
        talk.openMedia().ifPresent(MediaSession::takeBack);
    }

    private boolean isBusy() {
        return asking || resend.isWaiting();
    }

    /** Offers what is wanted, once nothing else is under way. */
    void proceed() {
        if (isBusy() || !talk.isEstablished()) {
            return;
        }
        moves = talk.isElsewhere() ? MOST_MOVES : moves;
        if (wantsHold == holds && !wantsRefresh && moves == 0) {
            return;
        }
        asking = true;
        int mine = ++turn;
        talk.mediaReady(media -> invite(media, mine), broken -> undescribed(broken, mine));
    }

    /** Where we have moved to it may only take longer until we know how we are reached. */
    private void undescribed(IOException broken, int mine) {
        LOG.warn("{}: no description", talk.id(), broken);
        if (mine != turn || talk.isOver()) {
            return;
        }
        if (moves > 0) {
            asking = false;
            talk.openMedia().ifPresent(media -> notYet(media, MOVE_PAUSE_MS));
        } else {
            talk.lost();
        }
    }

    private void invite(MediaSession media, int mine) {
        if (mine != turn || talk.isOver()) {
            return;
        }
        try {
            media.hold(wantsHold);
            invite(media, media.offer(), wantsHold);
        } catch (IOException broken) {
            undescribed(broken, mine);
        }
    }

    /** Replies to what is under way now; later it is something else. */
    private Replies awaited(Consumer<Response> answered) {
        int mine = turn;
        long since = System.nanoTime();
        returned = false;
        return new Replies() {
            @Override
            public void replied(Response response) {
                if (response.getStatusCode() < 200) {
                    return;
                }
                if (mine == turn) {
                    asking = false;
                    inviting = null;
                    missed = 0;
                    answered.accept(response);
                } else if (unheard.remove(Headers.sequence(response)) && response.getStatusCode() < 300) {
                    talk.acknowledge(talk.dialog(), Headers.sequence(response), null);
                }
            }

            @Override
            public void unanswered(String sentence) {
                if (mine == turn) {
                    asking = false;
                    missed(System.nanoTime() - since < UNSENT_NANOS);
                }
            }
        };
    }

    /** The peer is gone, or only our way to it is: then it is asked again once there is one. */
    private void missed(boolean unsent) {
        if (talk.isElsewhere() || !talk.desk().isSettled()) {
            takeBack();
        } else if ((unsent || returned || moves > 0) && ++missed <= MOST_MISSED) {
            takeBack();
            retry = talk.phone().later(this::proceed, MOVE_PAUSE_MS, TimeUnit.MILLISECONDS);
        } else {
            talk.lost();
        }
    }

    private void invite(MediaSession media, String offer, boolean hold) {
        // a peer that took an earlier one goes on answering it, and takes no other
        unheard.forEach(number -> talk.acknowledge(talk.dialog(), number, null));
        Draft draft = talk.dialog().request("INVITE").body(Talk.SDP, offer);
        with(draft);
        inviting = talk.send(draft, awaited(response -> answered(media, response, hold)));
    }

    private void with(Draft draft) {
        talk.standing().forEach(draft::with);
        talk.timer().ask(draft);
    }

    private void answered(MediaSession media, Response response, boolean hold) {
        int code = response.getStatusCode();
        if (code < 300) {
            agreed(media, response, hold);
        } else if (talk.isOver()) {
            return;
        } else if (code == 491) {
            media.takeBack();
            later();
        } else if (code == 481 || code == 408) {
            talk.end(Endings.lost());
        } else if (code == 422 && talk.timer().lengthen(response)) {
            media.takeBack();
            wantsRefresh = true;
            proceed();
        } else {
            notYet(media, pause(response));
        }
    }

    /** Whoever does not follow us is asked again. */
    private void notYet(MediaSession media, long pause) {
        if (moves > 1) {
            media.takeBack();
            moves--;
            retry = talk.phone().later(this::proceed, pause, TimeUnit.MILLISECONDS);
        } else {
            refused(media);
        }
    }

    /** As long as the peer asks for, but not for ever. */
    private static long pause(Response response) {
        long asked = Headers.number(response, "Retry-After");
        return asked < 0 ? MOVE_PAUSE_MS : Math.min(TimeUnit.SECONDS.toMillis(asked), LONGEST_PAUSE_MS);
    }

    private void agreed(MediaSession media, Response response, boolean hold) {
        talk.dialog().refresh(response);
        talk.acknowledge(talk.dialog(), Headers.sequence(response), null);
        if (talk.isOver()) {
            return;
        }
        talk.timer().answered(response);
        wantsRefresh = false;
        moves = 0;
        unheard.clear();
        holds = hold;
        try {
            media.accept(Headers.body(response, Talk.SDP).orElse(""));
            talk.teller().held(hold);
            talk.teller().heldByPeer(media.isHeldByPeer());
            Identity.callee(
                            response,
                            talk.phone()
                                    .flow()
                                    .isServer(talk.phone().flow().server().address()))
                    .ifPresent(talk.teller()::remote);
            proceed();
        } catch (Unacceptable | IOException unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            talk.bye();
            talk.end(Endings.of(488));
        }
    }

    /** The old session goes on (section 14.1). */
    private void refused(MediaSession media) {
        media.takeBack();
        if (wantsHold != holds) {
            wantsHold = holds;
            media.hold(holds);
            talk.teller().notice(TEXTS.get("hold.failed"));
        }
        if (moves > 0) {
            moves = 0;
            talk.teller().notice(TEXTS.get("move.failed"));
        }
        wantsRefresh = false;
    }

    /** Both offered at once: who began the call waits longer. */
    private void later() {
        long wait = talk.dialog().isOurs()
                ? ThreadLocalRandom.current().nextLong(2_100, 4_000)
                : ThreadLocalRandom.current().nextLong(0, 2_000);
        retry = talk.phone().later(this::proceed, wait, TimeUnit.MILLISECONDS);
    }

    private void update() {
        asking = true;
        wantsRefresh = true;
        turn++;
        Draft draft = talk.dialog().request("UPDATE");
        with(draft);
        talk.send(draft, awaited(response -> updateAnswered(response, response.getStatusCode())));
    }

    private void updateAnswered(Response response, int code) {
        if (talk.isOver()) {
            return;
        }
        if (code == 481 || code == 408) {
            talk.end(Endings.lost());
        } else if (code < 300) {
            wantsRefresh = false;
            talk.timer().answered(response);
            proceed();
        } else if (code == 422 && talk.timer().lengthen(response)) {
            update();
        } else {
            later();
        }
    }

    // ---- the peer's

    void invited(Arrival arrival) {
        if (!talk.isEstablished() || asking) {
            arrival.reply(491);
        } else if (resend.isWaiting()) {
            arrival.reply(
                    500, List.of("Retry-After: " + ThreadLocalRandom.current().nextInt(1, 10)));
        } else if (!SessionTimer.refused(arrival)) {
            serve(arrival);
        }
    }

    private void serve(Arrival arrival) {
        asking = true;
        int mine = ++turn;
        talk.mediaReady(media -> serve(arrival, media, mine), broken -> undescribed(arrival, broken, mine));
    }

    private void undescribed(Arrival arrival, IOException broken, int mine) {
        asking &= mine != turn;
        LOG.info("{}: {}", talk.id(), broken.toString());
        arrival.reply(488);
    }

    private void serve(Arrival arrival, MediaSession media, int mine) {
        if (mine != turn || talk.isOver()) {
            arrival.reply(491);
            return;
        }
        asking = false;
        Optional<String> offer = Headers.body(arrival.request(), Talk.SDP);
        try {
            String body = offer.isPresent() ? media.answer(offer.get()) : media.offer();
            offeredIn200 = offer.isEmpty();
            accept(arrival, body);
            if (offer.isPresent()) {
                talk.teller().heldByPeer(media.isHeldByPeer());
            }
        } catch (Unacceptable | IOException unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            arrival.reply(488);
        }
    }

    private void accept(Arrival arrival, String body) {
        talk.dialog().refresh(arrival.request());
        learnName(arrival);
        Response sent = arrival.reply(200, standing(arrival.request()), Talk.SDP, body);
        if (sent != null) {
            awaitAck(arrival, sent);
        }
    }

    /** Repeats a 200 until its ACK is there; without one the call is dead. */
    void awaitAck(Arrival arrival, Response sent) {
        resend.start(() -> arrival.repeat(sent, talk.phone().contact()), talk::lost);
    }

    /** The ACK brings the answer, for our 200 had the offer. */
    void answerComesWithAck() {
        offeredIn200 = true;
    }

    /** Who is there may have changed by a transfer. */
    private void learnName(Arrival arrival) {
        boolean own = talk.phone().flow().isServer(arrival.from());
        Identity.callee(arrival.request(), own).ifPresent(talk.teller()::remote);
    }

    void acknowledged(Arrival arrival) {
        boolean awaited = resend.isWaiting();
        resend.stop();
        if (!awaited || talk.isOver()) {
            return;
        }
        if (offeredIn200) {
            offeredIn200 = false;
            accept(Headers.body(arrival.request(), Talk.SDP).orElse(""));
        }
        proceed();
    }

    private void accept(String answer) {
        try {
            MediaSession media = talk.media();
            media.accept(answer);
            talk.teller().sounds(media);
            talk.teller().heldByPeer(media.isHeldByPeer());
        } catch (Unacceptable | IOException unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            talk.bye();
            talk.end(Endings.of(488));
        }
    }

    void updated(Arrival arrival) {
        Optional<String> offer = Headers.body(arrival.request(), Talk.SDP);
        if (SessionTimer.refused(arrival)) {
            return;
        }
        if (offer.isPresent() && (asking || !talk.isEstablished())) {
            arrival.reply(491);
            return;
        }
        if (offer.isPresent() && resend.isWaiting()) {
            arrival.reply(500, List.of("Retry-After: 1"));
            return;
        }
        talk.dialog().refresh(arrival.request());
        learnName(arrival);
        if (offer.isEmpty()) {
            arrival.reply(200, standing(arrival.request()));
            return;
        }
        asking = true;
        int mine = ++turn;
        talk.mediaReady(
                media -> update(arrival, offer.get(), media, mine), broken -> undescribed(arrival, broken, mine));
    }

    private List<String> standing(Request request) {
        List<String> headers = new ArrayList<>(talk.standing());
        headers.addAll(talk.timer().serve(request));
        return headers;
    }

    private void update(Arrival arrival, String offer, MediaSession media, int mine) {
        if (mine != turn || talk.isOver()) {
            arrival.reply(491);
            return;
        }
        asking = false;
        try {
            arrival.reply(200, standing(arrival.request()), Talk.SDP, media.answer(offer));
            talk.teller().heldByPeer(media.isHeldByPeer());
        } catch (Unacceptable | IOException unusable) {
            arrival.reply(488);
        }
        proceed();
    }
}
