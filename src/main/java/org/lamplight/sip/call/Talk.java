package org.lamplight.sip.call;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaSession;
import org.lamplight.sip.dialog.SipDialog;
import org.lamplight.sip.flow.Client.Exchange;
import org.lamplight.sip.message.Allowed;
import org.lamplight.sip.message.Draft;
import org.lamplight.sip.message.Headers;
import org.lamplight.sip.stack.Arrival;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Replies;

/** One call with one peer: what it has, and what may be asked of it. On the account's thread. */
final class Talk {
    static final String SDP = "application/sdp";
    private static final long GOODBYE_MS = 2_000;

    private final String id;
    private final Phone phone;
    private final Teller teller;
    private final Desk desk;
    private final Offers offers;
    private final SessionTimer timer;
    private final Referrals referrals;
    private final Keys keys;
    private @Nullable Setup setup;
    private @Nullable SipDialog dialog;
    private @Nullable MediaSession media;
    private @Nullable Draft lastAck;
    /** From where the peer was told that we are. */
    private @Nullable Endpoint at;

    private boolean updates;
    private boolean established;
    private boolean over;
    private boolean left;

    Talk(String id, Phone phone, Teller teller, Desk desk) {
        this.id = id;
        this.phone = phone;
        this.teller = teller;
        this.desk = desk;
        this.timer = new SessionTimer(this);
        this.offers = new Offers(this);
        this.referrals = new Referrals(this);
        this.keys = new Keys(this);
    }

    String id() {
        return id;
    }

    Phone phone() {
        return phone;
    }

    Teller teller() {
        return teller;
    }

    Desk desk() {
        return desk;
    }

    Offers offers() {
        return offers;
    }

    SessionTimer timer() {
        return timer;
    }

    Referrals referrals() {
        return referrals;
    }

    Keys keys() {
        return keys;
    }

    void begin(Setup how) {
        setup = how;
    }

    Optional<Setup> setup() {
        return Optional.ofNullable(setup);
    }

    boolean isOver() {
        return over;
    }

    boolean isEstablished() {
        return established && !over;
    }

    // ---- its dialog

    void dialog(SipDialog agreed) {
        dialog = agreed;
    }

    Optional<SipDialog> knownDialog() {
        return Optional.ofNullable(dialog);
    }

    SipDialog dialog() {
        SipDialog current = dialog;
        if (current == null) {
            throw new IllegalStateException("no dialog yet");
        }
        return current;
    }

    /** What the peer says it can. */
    void learn(Message message) {
        if (Headers.first(message, "Allow").isPresent()) {
            updates = Headers.lists(message, "Allow", "UPDATE");
        }
    }

    boolean peerUpdates() {
        return updates;
    }

    /** Sends a request within the call; null, if nobody knows where to. */
    @Nullable
    Exchange send(Draft draft, Replies replies) {
        SipDialog current = dialog();
        try {
            return phone.client().send(draft, current::next, current.next(phone.flow()), replies);
        } catch (UnknownHostException nowhere) {
            phone.thread().execute(() -> replies.unanswered("the peer is nowhere"));
            return null;
        }
    }

    /** Acknowledges a 2xx, and will again as often as it comes. */
    void acknowledge(SipDialog with, long sequence, @Nullable String answer) {
        Draft ack = with.acknowledgement(sequence);
        if (answer != null) {
            ack.body(SDP, answer);
        }
        if (with == dialog) {
            lastAck = ack;
        }
        acknowledge(with, ack);
    }

    private void acknowledge(SipDialog with, Draft ack) {
        try {
            Place next = with.next(phone.flow());
            phone.client().acknowledge(ack, next);
        } catch (UnknownHostException nowhere) {
            end(Endings.lost());
        }
    }

    /** Whether the response was a repeated one of this call's, the last or an earlier one: it is acknowledged again. */
    boolean repeated(Response response) {
        SipDialog current = dialog;
        Draft ack = lastAck;
        if (current == null || ack == null || !current.has(response)) {
            return false;
        }
        long number = Headers.sequence(response);
        acknowledge(current, ack.sequence() == number ? ack : current.acknowledgement(number));
        return true;
    }

    /** What goes into every request and response that may set something up. */
    List<String> standing() {
        return List.of("Contact: " + phone.contact(), "Allow: " + Allowed.METHODS, "Supported: " + Allowed.EXTENSIONS);
    }

    // ---- its media

    /** Opened when they are first needed. */
    MediaSession media() throws IOException {
        MediaSession current = media;
        if (current == null) {
            at = phone.flow().endpoint();
            current = phone.open(id, teller);
            media = current;
        }
        return current;
    }

    /** The same, at the address where we are now. */
    private MediaSession mediaHere() throws IOException {
        MediaSession current = media();
        if (isElsewhere()) {
            current.move(phone.flow().endpoint().address(), isCutOff());
            at = phone.flow().endpoint();
        }
        return current;
    }

    /** Does it once descriptions can say how we are reached, at the address where we are by then; mostly at once. */
    void mediaReady(Consumer<MediaSession> task, Consumer<IOException> broken) {
        try {
            MediaSession current = mediaHere();
            phone.whenReady(current, () -> {
                if (isElsewhere() && !over) {
                    mediaReady(task, broken);
                } else {
                    task.accept(current);
                }
            });
        } catch (IOException noSound) {
            broken.accept(noSound);
        }
    }

    /** Whether the line moved since the peer was told where we are. */
    boolean isElsewhere() {
        return at != null && at != phone.flow().endpoint();
    }

    /** Whether nothing reaches us any more where the peer was told that we are. */
    boolean isCutOff() {
        return at != null && at.isCutOff();
    }

    Optional<MediaSession> openMedia() {
        return Optional.ofNullable(media);
    }

    // ---- its life

    /** Both have said yes. */
    void established() {
        established = true;
        teller.connected();
    }

    /** People hung up. */
    void hangUp() {
        if (over) {
            return;
        }
        if (!established && setup != null) {
            setup.hangUp();
            return;
        }
        bye();
        end(Endings.hungUp());
    }

    /** Says goodbye in its dialog. */
    void bye() {
        if (dialog != null) {
            bye(dialog);
        }
    }

    /** Says goodbye to this peer; whatever comes of it. */
    void bye(SipDialog to) {
        try {
            phone.client().send(to.request("BYE"), to::next, to.next(phone.flow()), new Ignored());
        } catch (UnknownHostException nowhere) {
            over = true;
        }
    }

    /** It is over; told once. */
    void end(Cause cause) {
        if (over) {
            return;
        }
        over = true;
        offers.stop();
        timer.stop();
        referrals.stop();
        keys.stop();
        teller.ended(cause, media);
        media = null;
        desk.gone(this);
    }

    /** The peer does not answer any more, or went on without us. */
    void lost() {
        bye();
        end(Endings.lost());
    }

    /** Another took its place: no word of it, but its own things end, and the peer is left in a moment. */
    void leave() {
        if (over) {
            return;
        }
        over = true;
        offers.stop();
        timer.stop();
        keys.stop();
        phone.later(this::byeUnlessLeft, GOODBYE_MS, TimeUnit.MILLISECONDS);
        if (media != null) {
            teller.replaced(media);
            media = null;
        }
    }

    private void byeUnlessLeft() {
        if (!left) {
            bye();
        }
    }

    // ---- what comes in its dialog

    /** Whether it was for this call. */
    boolean request(Arrival arrival) {
        if (setup != null && setup.request(arrival)) {
            return true;
        }
        Request request = arrival.request();
        if (dialog == null || !dialog.has(request)) {
            return false;
        }
        if (arrival.method().equals(Request.ACK)) {
            offers.acknowledged(arrival);
        } else if (!dialog.isInOrder(request)) {
            arrival.reply(500);
        } else if (over && !arrival.method().equals(Request.BYE)) {
            arrival.reply(481);
        } else {
            served(arrival);
        }
        return true;
    }

    private void served(Arrival arrival) {
        switch (arrival.method()) {
            case "BYE" -> goodbye(arrival);
            case "INVITE" -> offers.invited(arrival);
            case "UPDATE" -> offers.updated(arrival);
            case "INFO" -> keys.told(arrival);
            case "REFER" -> referrals.asked(arrival);
            case "NOTIFY" -> referrals.notified(arrival);
            case "OPTIONS" -> arrival.reply(200, standing());
            case "PRACK" -> arrival.reply(481);
            default -> Desk.unknown(arrival);
        }
    }

    private void goodbye(Arrival arrival) {
        arrival.reply(200);
        left = true;
        if (!over && referrals.isFollowing()) {
            leave();
            desk.orphaned(this);
            return;
        }
        end(referrals.isPending() ? Endings.transferred() : Endings.goodbye(arrival.request()));
    }

    /** Nothing is to be done about the answer. */
    static final class Ignored implements Replies {
        @Override
        public void replied(Response response) {}

        @Override
        public void unanswered(String sentence) {}
    }
}
