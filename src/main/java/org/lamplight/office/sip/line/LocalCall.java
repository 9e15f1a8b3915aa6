package org.lamplight.office.sip.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.dialog.Dialog;
import org.lamplight.office.sip.media.SoundPort;
import org.lamplight.office.sip.message.SipMessage;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transaction.Resending;
import org.lamplight.office.sip.transaction.ServerTransaction;
import org.lamplight.office.sip.transport.Flow;

/** A call with one end in the office: what both directions have in common. On the server's thread. */
abstract class LocalCall {
    static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, UPDATE, INFO, MESSAGE, NOTIFY, REFER";
    static final String SDP = "application/sdp";
    /** Whoever forgets to hang up is hung up on. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Exchange exchange;
    private final SoundPort sound;
    private final String user;
    private final List<Future<?>> plans = new ArrayList<>();
    private @Nullable Dialog dialog;
    private @Nullable Resending unacknowledged;
    private boolean offered;
    private boolean over;

    LocalCall(Exchange exchange, SoundPort sound, String user) {
        this.exchange = exchange;
        this.sound = sound;
        this.user = user;
    }

    final Exchange exchange() {
        return exchange;
    }

    final SoundPort sound() {
        return sound;
    }

    final String user() {
        return user;
    }

    final boolean isOver() {
        return over;
    }

    /** The other end is known from here on. */
    final void established(Dialog newDialog) {
        dialog = newDialog;
        exchange.add(this, newDialog);
        later(LONGEST, this::hangUp);
    }

    /** Later, unless the call is over then. */
    final void later(Duration delay, Runnable work) {
        plans.add(exchange.thread().later(delay, work));
    }

    /** What a description in an answer of ours says; null if theirs has nothing for us. */
    final @Nullable String describe(SipMessage request) {
        offered = request.body().length == 0;
        return offered ? sound.offer() : sound.answer(request.bodyText());
    }

    /** A success is sent again until it is acknowledged, whatever the transport (section 13.3.1.4). */
    final void accept(ServerTransaction asked, String description) {
        SipResponse response = asked.answer(200, "OK");
        response.copy(asked.request(), "Record-Route");
        response.add("Contact", exchange.contact(user, asked.from().transport()));
        response.add("Allow", ALLOW);
        response.body(SDP, description);
        asked.respond(response);
        unacknowledged = Resending.start(exchange.thread(), true, () -> asked.respond(response), this::hangUp);
    }

    final void acknowledged(SipRequest ack) {
        if (unacknowledged != null) {
            unacknowledged.stop();
            unacknowledged = null;
        }
        if (offered && ack.body().length > 0) {
            offered = false;
            if (!sound.answered(ack.bodyText())) {
                hangUp();
            }
        }
    }

    /** A request within the call. */
    final void asked(ServerTransaction asked) {
        Dialog known = dialog;
        if (known == null || !known.follows(asked.request())) {
            asked.reply(500, "An Older Request Came Later");
            return;
        }
        switch (asked.request().method()) {
            case "BYE" -> {
                asked.reply(200, "OK");
                end();
            }
            case "INVITE", "UPDATE" -> change(asked, known);
            case "INFO", "OPTIONS", "MESSAGE", "NOTIFY" -> asked.reply(200, "OK");
            case "REFER" -> Transfer.take(this, known, asked);
            default -> asked.reply(501, "Not Implemented");
        }
    }

    private void change(ServerTransaction asked, Dialog known) {
        SipRequest request = asked.request();
        boolean update = request.is("UPDATE");
        if (unacknowledged != null) {
            asked.reply(491, "Request Pending");
            return;
        }
        if (update && request.body().length == 0) {
            known.moved(request, asked.from());
            refreshed(asked, null);
            return;
        }
        String description = describe(request);
        if (description == null) {
            asked.reply(488, "Not Acceptable Here");
            return;
        }
        known.moved(request, asked.from());
        if (update) {
            refreshed(asked, description);
        } else {
            accept(asked, description);
        }
    }

    private void refreshed(ServerTransaction asked, @Nullable String description) {
        SipResponse response = asked.answer(200, "OK");
        response.add("Contact", exchange.contact(user, asked.from().transport()));
        if (description != null) {
            response.body(SDP, description);
        }
        asked.respond(response);
    }

    /** Ends the call from this side. */
    void hangUp() {
        Dialog known = dialog;
        if (known != null && !over) {
            send(known, known.request("BYE"));
        }
        end();
    }

    final void send(Dialog known, SipRequest request) {
        Flow way = exchange.way(known, request);
        if (way != null) {
            exchange.transactions().send(request, way, ignored -> {});
        }
    }

    /** It is over, whoever ended it. */
    final void end() {
        if (over) {
            return;
        }
        over = true;
        plans.forEach(plan -> plan.cancel(false));
        if (unacknowledged != null) {
            unacknowledged.stop();
        }
        sound.close();
        if (dialog != null) {
            exchange.remove(dialog);
        }
        ended();
    }

    /** For those who want to know. */
    abstract void ended();
}
