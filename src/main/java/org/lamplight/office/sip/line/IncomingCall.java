package org.lamplight.office.sip.line;

import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.media.Sound;
import org.lamplight.office.sip.media.SoundPort;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transaction.ServerTransaction;

/** Somebody calls the office. On the server's thread. */
final class IncomingCall extends LocalCall {
    private final ServerTransaction invitation;
    private final String description;

    private IncomingCall(
            Exchange exchange, SoundPort sound, String user, ServerTransaction invitation, String description) {
        super(exchange, sound, user);
        this.invitation = invitation;
        this.description = description;
    }

    /** Takes an invitation for a line; null if there is no call in it, which is answered. */
    static @Nullable IncomingCall take(Exchange exchange, SoundPort sound, String user, ServerTransaction invitation) {
        SipRequest request = invitation.request();
        boolean silent = request.body().length == 0;
        String description = silent ? "" : sound.answer(request.bodyText());
        if (description == null || (!silent && !request.contentType().equals(SDP))) {
            invitation.reply(488, "Not Acceptable Here");
            sound.close();
            return null;
        }
        IncomingCall call = new IncomingCall(exchange, sound, user, invitation, description);
        call.established(Dialog.called(request, invitation.from(), invitation.tag()));
        invitation.whenCancelled(cancel -> call.refuse(487, "Request Terminated"));
        return call;
    }

    /** It rings. */
    void ring() {
        progress(180, "Ringing", "");
    }

    /** It sounds before it is answered; without their offer it only rings. */
    void early(Sound playing) {
        if (description.isEmpty()) {
            ring();
        } else {
            sound().play(playing);
            progress(183, "Session Progress", description);
        }
    }

    private void progress(int code, String reason, String body) {
        SipResponse response = invitation.answer(code, reason);
        response.copy(invitation.request(), "Record-Route");
        response.add("Contact", exchange().contact(user(), invitation.from().transport()));
        if (!body.isEmpty()) {
            response.body(SDP, body);
        }
        invitation.respond(response);
    }

    /** Takes the call; {@code playing} is null for silence, or for an echo. */
    void answer(@Nullable Sound playing) {
        if (isOver() || !invitation.isPending()) {
            return;
        }
        if (playing != null) {
            sound().play(playing);
        }
        String text = description.isEmpty() ? describe(invitation.request()) : description;
        accept(invitation, String.valueOf(text));
    }

    /** Does not take it. */
    void refuse(int code, String reason) {
        invitation.reply(code, reason);
        end();
    }

    @Override
    void hangUp() {
        if (invitation.isPending()) {
            refuse(480, "Temporarily Unavailable");
        } else {
            super.hangUp();
        }
    }

    @Override
    void ended() {
        // who rings off in the middle of ringing still gets an answer to the invitation
        invitation.reply(487, "Request Terminated");
    }
}
