package org.lamplight.office.sip.transaction;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.sip.message.SipRequest;
import org.lamplight.office.sip.message.SipResponse;
import org.lamplight.office.sip.transport.Flow;

/** A request that came, and its answers (RFC 3261 section 17.2, RFC 6026). On the server's thread. */
public final class ServerTransaction implements Upstream {
    private final SipThread thread;
    private final SipRequest request;
    private final Flow from;
    private final Flow wayBack;
    private final Runnable done;
    private final String tag = Transactions.unique();
    private Consumer<SipRequest> canceller = ignored -> {};
    private IntConsumer watcher = ignored -> {};
    private byte @Nullable [] last;
    private int lastCode;
    private @Nullable Resending resending;

    ServerTransaction(SipThread thread, SipRequest request, Flow from, Flow wayBack, Runnable done) {
        this.thread = thread;
        this.request = request;
        this.from = from;
        this.wayBack = wayBack;
        this.done = done;
    }

    /** Not to be changed. */
    public SipRequest request() {
        return request;
    }

    /** The way that the request came. */
    public Flow from() {
        return from;
    }

    /** The tag of To in answers that come from here. */
    public String tag() {
        return tag;
    }

    /** Whether nothing final has been answered. */
    public boolean isPending() {
        return lastCode < 200;
    }

    boolean isAccepted() {
        return lastCode >= 200 && lastCode < 300;
    }

    /** What to do when the asker wants no answer any more. */
    public void whenCancelled(Consumer<SipRequest> newCanceller) {
        canceller = newCanceller;
    }

    /** Who wants to know the code of each answer. */
    public void whenAnswered(IntConsumer newWatcher) {
        watcher = newWatcher;
    }

    void cancelled(SipRequest cancel) {
        if (isPending()) {
            canceller.accept(cancel);
        }
    }

    /** An answer of ours, to be filled in and sent; it has a tag unless it is 100. */
    public SipResponse answer(int code, String reason) {
        SipResponse response = request.answer(code, reason);
        if (code > 100 && !request.isInDialog()) {
            response.set("To", request.to().with("tag", tag).toString());
        }
        return response;
    }

    /** Answers with nothing more to say. */
    public void reply(int code, String reason) {
        respond(answer(code, reason));
    }

    @Override
    public void respond(SipResponse response) {
        boolean secondSuccess = isAccepted() && response.isSuccess() && request.is("INVITE");
        if (!isPending() && !secondSuccess) {
            return;
        }
        boolean first = isPending();
        byte[] octets = response.write();
        last = octets;
        lastCode = response.code();
        wayBack.send(octets);
        watcher.accept(lastCode);
        if (first && lastCode >= 200) {
            finish();
        }
    }

    private void finish() {
        if (request.is("INVITE") && !isAccepted()) {
            resending = Resending.start(thread, !wayBack.isReliable(), this::again, done);
        } else {
            thread.later(Resending.TOO_LATE, done);
        }
    }

    /** The request came again. A 2xx to an invitation is sent again by whoever gave it (RFC 6026 section 7.1). */
    void again() {
        if (last != null && !(request.is("INVITE") && isAccepted())) {
            wayBack.send(last);
        }
    }

    void acknowledged() {
        if (resending != null) {
            resending.quiet();
        }
    }
}
