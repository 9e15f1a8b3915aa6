package org.lamplight.office.sip.transaction;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transport.Flow;

/** A request that was sent, until its final answer (RFC 3261 section 17.1, RFC 6026). On the server's thread. */
public final class ClientTransaction {
    private final Transactions all;
    private final SipThread thread;
    private final SipRequest request;
    private final Flow flow;
    private final Consumer<SipResponse> asked;
    private Runnable done = () -> {};
    private @Nullable Resending resending;
    private boolean proceeding;
    private int lastCode;
    private boolean cancelWanted;
    private boolean cancelSent;
    private String reason = "";

    ClientTransaction(Transactions all, SipThread thread, SipRequest request, Flow flow, Consumer<SipResponse> asked) {
        this.all = all;
        this.thread = thread;
        this.request = request;
        this.flow = flow;
        this.asked = asked;
    }

    /** The way that the request went. */
    public Flow flow() {
        return flow;
    }

    void whenDone(Runnable newDone) {
        done = newDone;
    }

    void start() {
        flow.send(request.write());
        resending = Resending.start(
                thread, !flow.isReliable(), () -> flow.send(request.write()), () -> tooLate(408, "Request Timeout"));
        if (!flow.isOpen()) {
            thread.run(() -> tooLate(503, "Service Unavailable"));
        }
    }

    private void tooLate(int code, String text) {
        if (lastCode >= 200) {
            return;
        }
        if (!proceeding || !request.is("INVITE")) {
            conclude(request.answer(code, text), false);
        }
    }

    void received(SipResponse response) {
        boolean known = lastCode >= 200;
        if (response.code() >= 300 && request.is("INVITE")) {
            acknowledge(response);
        }
        if (known && !(response.isSuccess() && request.is("INVITE"))) {
            return;
        }
        conclude(response, known);
    }

    private void conclude(SipResponse response, boolean known) {
        lastCode = response.code();
        progress(response, known);
        SipResponse onward = response.copy();
        onward.pop("Via");
        asked.accept(onward);
    }

    private void progress(SipResponse response, boolean known) {
        if (response.isProvisional()) {
            proceeding = true;
            // an invitation may ring as long as people like; who sent it sees to its end
            stopResending(request.is("INVITE"));
            if (cancelWanted && !cancelSent) {
                cancelNow();
            }
        } else if (!known) {
            stopResending(true);
            thread.later(Resending.TOO_LATE, done);
        }
    }

    private void stopResending(boolean wholly) {
        if (resending != null && wholly) {
            resending.stop();
        }
    }

    /** To a refusal, on the same way (section 17.1.1.3). */
    private void acknowledge(SipResponse refusal) {
        SipRequest ack = followUp("ACK");
        ack.set("To", refusal.text("To"));
        flow.send(ack.write());
    }

    private SipRequest followUp(String method) {
        SipRequest next = new SipRequest(method, request.uri());
        next.add("Via", request.text("Via"));
        next.copy(request, "Route", "From", "To", "Call-ID");
        next.add("CSeq", request.cseq().number() + " " + method);
        next.add("Max-Forwards", "70");
        return next;
    }

    /** Takes an invitation back, as soon as it has arrived (section 9.1); {@code why} is a Reason, or empty. */
    public void cancel(String why) {
        if (lastCode >= 200 || cancelWanted) {
            return;
        }
        cancelWanted = true;
        reason = why;
        if (proceeding) {
            cancelNow();
        }
    }

    private void cancelNow() {
        SipRequest cancel = followUp("CANCEL");
        if (!reason.isEmpty()) {
            cancel.add("Reason", reason);
        }
        all.sendCancel(cancel, flow, request.via().branch());
        cancelSent = true;
        thread.later(Resending.TOO_LATE, this::giveUp);
    }

    /** Whoever does not even answer a CANCEL is gone. */
    private void giveUp() {
        proceeding = false;
        tooLate(487, "Request Terminated");
    }

    /** The flow has closed: no answer can come. */
    public void lost() {
        proceeding = false;
        tooLate(503, "Service Unavailable");
    }
}
