package org.lamplight.office.sip.line;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.dialog.Party;
import org.lamplight.office.sip.directory.SipAccount;
import org.lamplight.office.sip.media.Sound;
import org.lamplight.office.sip.media.SoundPort;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.proxy.Fork;
import org.lamplight.office.sip.proxy.Target;
import org.lamplight.office.sip.transaction.Transactions;
import org.lamplight.office.sip.transport.Flow;

/** Somebody of the office calls a user. On the server's thread. */
final class OutgoingCall extends LocalCall {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Sound playing;
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private @Nullable Fork fork;
    private String answeredBy = "";
    private String callId = "";

    OutgoingCall(Exchange exchange, SoundPort sound, String user, Sound playing) {
        super(exchange, sound, user);
        this.playing = playing;
    }

    /**
     * Rings all telephones of a user.
     *
     * @param replaces the call that this one takes the place of (RFC 3891); empty for none
     */
    void place(SipAccount from, SipAccount to, List<Target> targets, String replaces) {
        SipRequest invite = invite(from, to);
        if (!replaces.isEmpty()) {
            invite.add("Require", "replaces");
            invite.add("Replaces", replaces);
        }
        invite.body(SDP, sound().offer());
        later(PATIENCE, this::giveUp);
        callId = invite.callId();
        exchange().watcher().began(callId, party(from), party(to));
        fork = exchange().proxy().fork(this::received, invite, "", targets);
    }

    private Party party(SipAccount account) {
        return new Party(account.user(), account.name(), exchange().directory().address(account));
    }

    private void giveUp() {
        if (answeredBy.isEmpty()) {
            hangUp();
        }
    }

    private SipRequest invite(SipAccount from, SipAccount to) {
        NameAddress caller = NameAddress.of(from.name(), exchange().directory().address(from));
        SipRequest invite = new SipRequest("INVITE", exchange().directory().address(to));
        invite.add("From", caller.with("tag", Transactions.unique()).toString());
        invite.add("To", NameAddress.of(to.name(), invite.uri()).toString());
        invite.add("Call-ID", Transactions.unique() + "@office");
        invite.add("CSeq", "1 INVITE");
        invite.add("Contact", exchange().contact(from.user(), "UDP"));
        invite.add("P-Asserted-Identity", caller.toString());
        invite.add("Allow", ALLOW);
        return invite;
    }

    private void received(SipResponse response) {
        exchange().watcher().answered(callId, response.code());
        if (response.isProvisional()) {
            return;
        }
        if (response.isSuccess()) {
            answered(response);
        } else {
            outcome.complete(response.code());
            end();
        }
    }

    /** Each success is acknowledged, those that come again too; of several telephones the first one has the call. */
    private void answered(SipResponse response) {
        Dialog dialog = Dialog.calling(response);
        SipRequest ack = dialog.ack(response.cseq().number());
        Flow way = exchange().way(dialog, ack);
        if (way != null) {
            exchange().transactions().sendAck(ack, way);
        }
        if (answeredBy.isEmpty() && !isOver()) {
            answeredBy = response.to().tag();
            begin(dialog, response);
        } else if (!answeredBy.equals(response.to().tag())) {
            send(dialog, dialog.request("BYE"));
        }
    }

    private void begin(Dialog dialog, SipResponse response) {
        established(dialog);
        if (sound().answered(response.bodyText())) {
            sound().play(playing);
            outcome.complete(response.code());
        } else {
            outcome.complete(488);
            hangUp();
        }
    }

    @Override
    void hangUp() {
        if (answeredBy.isEmpty() && fork != null) {
            fork.cancel("");
        } else {
            super.hangUp();
        }
    }

    @Override
    void ended() {
        outcome.complete(487);
        over.complete(null);
    }

    /** What those see who had it placed. */
    PlacedCall handle() {
        return new PlacedCall() {
            @Override
            public CompletableFuture<Integer> outcome() {
                return outcome;
            }

            @Override
            public CompletableFuture<Void> over() {
                return over;
            }

            @Override
            public long heard() {
                return sound().heard();
            }

            @Override
            public void hangUp() {
                exchange().thread().run(OutgoingCall.this::hangUp);
            }
        };
    }
}
