package org.lamplight.sip.stack;

import gov.nist.javax.sip.message.MessageExt;
import java.net.InetSocketAddress;
import java.text.ParseException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Threads;

/** A request on its way. */
public final class Sent {
    private final Endpoint endpoint;
    private final ClientTransaction transaction;
    private final Place place;
    private final Replies replies;
    private final Executor thread;
    private boolean over;
    /** What went in its place. */
    private @Nullable Sent other;

    Sent(Endpoint endpoint, ClientTransaction transaction, Place place, Replies replies, Executor thread) {
        this.endpoint = endpoint;
        this.transaction = transaction;
        this.place = place;
        this.replies = replies;
        this.thread = thread;
    }

    /** As it went. */
    public Request request() {
        return transaction.getRequest();
    }

    void send() throws SipException {
        transaction.sendRequest();
    }

    void replied(Response response) {
        endpoint.heardOf(this);
        Threads.post(thread, new Logged(() -> {
            if (!over) {
                over = response.getStatusCode() >= 200;
                replies.replied(response);
            } else if (response.getStatusCode() / 100 == 2) {
                endpoint.stray(response);
            }
        }));
    }

    /** Another one is sent in its place; on the account's thread. */
    void replace(Supplier<@Nullable Sent> by) {
        if (!over) {
            over = true;
            other = by.get();
        }
    }

    boolean goesTo(InetSocketAddress there) {
        return Network.socket(place).equals(there);
    }

    void unanswered(String sentence) {
        endpoint.heardOf(this);
        Threads.post(thread, new Logged(() -> {
            if (!over) {
                over = true;
                replies.unanswered(sentence);
            }
        }));
    }

    /** Gives up an INVITE (RFC 3261, section 9.1): only after a provisional response, and where there is none final. */
    public void cancel(String reason) throws SipException {
        if (other != null) {
            other.cancel(reason);
            return;
        }
        Request cancel = transaction.createCancel();
        try {
            cancel.addHeader(endpoint.headers().createHeader("Reason", reason));
        } catch (ParseException ownText) {
            throw new SipException("reason", ownText);
        }
        ((MessageExt) cancel).setApplicationData(place);
        if (endpoint.isCutOff()) {
            // it is known by its Via, wherever it comes from
            endpoint.sender().provider(place.getTransport()).sendRequest(cancel);
        } else {
            endpoint.provider().getNewClientTransaction(cancel).sendRequest();
        }
    }
}
