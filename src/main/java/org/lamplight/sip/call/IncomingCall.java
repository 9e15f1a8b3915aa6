package org.lamplight.sip.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaSession;
import org.lamplight.call.MediaSession.Unacceptable;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Arrival;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call from somebody else, until it is answered or not (RFC 3261, section 13.3). On the account's thread. */
final class IncomingCall implements Setup {
    private static final Logger LOG = LoggerFactory.getLogger(IncomingCall.class);

    private final Talk talk;
    private final Arrival invite;
    private final Resend reliable;
    private int rings;

    IncomingCall(Talk talk, Arrival invite) {
        this.talk = talk;
        this.invite = invite;
        this.reliable = new Resend(talk.phone());
        String tag = Draft.token();
        invite.tag(tag);
        talk.dialog(SipDialog.called(talk.phone().flow(), invite.request(), tag));
        talk.learn(invite.request());
    }

    boolean isFor(Request cancel) {
        return Headers.callId(cancel).equals(Headers.callId(invite.request()))
                && Headers.tag(cancel, "From").equals(Headers.tag(invite.request(), "From"))
                && Headers.sequence(cancel) == Headers.sequence(invite.request());
    }

    /** Says that it rings; reliably where the caller insists (RFC 3262). */
    void ring() {
        if (!Headers.lists(invite.request(), "Require", "100rel")) {
            invite.reply(180, talk.standing());
            return;
        }
        List<String> headers = new ArrayList<>(talk.standing());
        headers.add("Require: 100rel");
        rings = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        headers.add("RSeq: " + rings);
        Response sent = invite.reply(180, headers);
        if (sent != null) {
            reliable.start(() -> invite.repeat(sent, talk.phone().contact()), () -> decline(504));
        }
    }

    void answer() {
        answer(() -> {});
    }

    /** @param then done once it is answered; never, if it can't be */
    void answer(Runnable then) {
        reliable.stop();
        if (invite.isAnswered() || talk.isOver()) {
            return;
        }
        talk.mediaReady(media -> answer(media, then), this::fail);
    }

    private void answer(MediaSession media, Runnable then) {
        if (invite.isAnswered() || talk.isOver()) {
            return;
        }
        Optional<String> offer = Headers.body(invite.request(), Talk.SDP);
        try {
            accept(media, offer.isPresent() ? media.answer(offer.get()) : media.offer(), offer.isPresent());
            if (talk.isEstablished()) {
                then.run();
            }
        } catch (Unacceptable unusable) {
            LOG.info("{}: {}", talk.id(), unusable.toString());
            invite.reply(488);
            talk.end(Endings.of(488));
        } catch (IOException noSound) {
            fail(noSound);
        }
    }

    private void fail(IOException noSound) {
        LOG.warn("{}: no sound", talk.id(), noSound);
        invite.reply(480);
        talk.end(Endings.noSound());
    }

    private void accept(MediaSession media, String body, boolean offered) {
        List<String> headers = new ArrayList<>(talk.standing());
        headers.addAll(talk.timer().serve(invite.request()));
        Response sent = invite.reply(200, headers, Talk.SDP, body);
        if (sent == null) {
            talk.end(Endings.lost());
            return;
        }
        if (offered) {
            talk.teller().sounds(media);
        } else {
            talk.offers().answerComesWithAck();
        }
        talk.established();
        talk.offers().awaitAck(invite, sent);
        if (offered) {
            talk.teller().heldByPeer(media.isHeldByPeer());
        }
    }

    void decline(int code) {
        reliable.stop();
        invite.reply(code);
        talk.end(Endings.of(code));
    }

    /**
     * Sends it on there.
     *
     * @param reason as Diversion says it (RFC 5806)
     * @param cause as it is told here
     */
    void sendOn(SipUri there, String reason, Cause cause) {
        reliable.stop();
        String own = talk.phone().keys().address().toString();
        invite.reply(
                302, List.of("Contact: <" + there + '>', "Diversion: <" + own + ">;reason=" + reason + ";counter=1"));
        talk.end(cause);
    }

    /** Too many ring already: it never rang here, so nothing is told. */
    void turnAway() {
        invite.reply(486);
        talk.end(Endings.of(486));
    }

    /** The caller gave up; a 200 that crossed it stands, and its BYE will come. */
    void cancelled(Arrival cancel) {
        cancel.reply(200);
        if (!invite.isAnswered()) {
            reliable.stop();
            invite.reply(487);
            talk.end(Endings.cancelled(cancel.request()));
        }
    }

    @Override
    public void hangUp() {
        decline(603);
    }

    /** What we answer goes from the new address by itself, and says where we are. */
    @Override
    public void cutOff() {}

    @Override
    public boolean request(Arrival arrival) {
        boolean inDialog =
                talk.knownDialog().filter(one -> one.has(arrival.request())).isPresent();
        if (!inDialog || talk.isOver()) {
            return false;
        }
        return switch (arrival.method()) {
            case "PRACK" -> acknowledged(arrival);
            case "BYE" -> talk.isEstablished() ? false : goodbye(arrival);
            case "INVITE" -> !talk.isEstablished() && tooEarly(arrival);
            case "UPDATE" ->
                !talk.isEstablished()
                        && Headers.body(arrival.request(), Talk.SDP).isPresent()
                        && tooEarly(arrival);
            default -> false;
        };
    }

    /** Only that we said reliably that it rings; anything else was never said (RFC 3262, section 3). */
    private boolean acknowledged(Arrival prack) {
        talk.dialog().isInOrder(prack.request());
        if (Headers.number(prack.request(), "RAck") == rings) {
            reliable.stop();
            prack.reply(200);
        } else {
            prack.reply(481);
        }
        return true;
    }

    /** Another offer, while the first one is not answered (RFC 3261, section 14.2; RFC 3311, section 5.2). */
    private boolean tooEarly(Arrival offer) {
        talk.dialog().isInOrder(offer.request());
        offer.reply(500, List.of("Retry-After: " + ThreadLocalRandom.current().nextInt(1, 10)));
        return true;
    }

    private boolean goodbye(Arrival bye) {
        bye.reply(200);
        reliable.stop();
        invite.reply(487);
        talk.end(Endings.cancelled(bye.request()));
        return true;
    }

    @Override
    public boolean stray(Response response) {
        return talk.repeated(response);
    }
}
