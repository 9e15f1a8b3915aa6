package org.lamplight.sip.stack;

import gov.nist.javax.sip.message.SIPRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.Transaction;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.lamplight.sip.message.SipUri;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears everything for all accounts, and hands each thing to the right one. It runs on the stack's only thread, so nothing
 * here waits.
 */
final class Switchboard implements SipListener {
    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

    void add(Endpoint endpoint) {
        endpoints.add(endpoint);
    }

    void remove(Endpoint endpoint) {
        endpoints.remove(endpoint);
    }

    @Override
    public void processRequest(RequestEvent event) {
        guarded(() -> {
            SIPRequest request = (SIPRequest) event.getRequest();
            Endpoint to = addressee(request, event.getSource());
            if (to != null) {
                to.arrived(request, event.getServerTransaction(), (SipProvider) event.getSource());
            }
        });
    }

    /** Accounts at one server may share a connection: then not the port that it came through tells whose it is. */
    private @Nullable Endpoint addressee(Request request, Object provider) {
        Endpoint through = endpoint(provider);
        SipUri uri = SipUri.of(request.getRequestURI().toString()).orElse(null);
        if (uri == null || through == null || through.hears(uri)) {
            return through;
        }
        return endpoints.stream().filter(one -> one.hears(uri)).findFirst().orElse(through);
    }

    private @Nullable Endpoint endpoint(Object provider) {
        return endpoints.stream().filter(one -> one.isAt(provider)).findFirst().orElse(null);
    }

    @Override
    public void processResponse(ResponseEvent event) {
        guarded(() -> {
            Sent sent = sent(event.getClientTransaction());
            Endpoint endpoint = endpoint(event.getSource());
            if (sent != null) {
                sent.replied(event.getResponse());
            } else if (endpoint != null) {
                endpoint.stray(event.getResponse());
            }
        });
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        guarded(() -> {
            Sent sent = event.isServerTransaction() ? null : sent(event.getClientTransaction());
            if (sent != null) {
                sent.unanswered("no answer");
            }
        });
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        guarded(() -> {
            Endpoint endpoint = endpoint(event.getSource());
            if (endpoint != null) {
                endpoint.disconnected(event.getTransport());
            } else {
                endpoints.forEach(one -> one.disconnected(event.getTransport()));
            }
        });
    }

    private static @Nullable Sent sent(@Nullable Transaction transaction) {
        return transaction != null && transaction.getApplicationData() instanceof Sent sent ? sent : null;
    }

    /** Whatever a peer sends, the stack's thread goes on. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bad) {
            LOG.debug("what came in could not be used: {}", bad.toString());
        }
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}
}
