package org.lamplight.xmpp.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jivesoftware.smack.SmackConfiguration;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.StanzaError;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.core.Texts;
import org.lamplight.people.Roster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests without waiting and turns refusals into sentences. Fit for every thread. */
public final class Replies {
    private static final Logger LOG = LoggerFactory.getLogger(Replies.class);
    private static final Texts TEXTS = Texts.of(Replies.class);

    private final Wire wire;
    private final AccountKeys keys;
    private final Executor thread;

    /** Makes a request; the address in it may turn out to be none. */
    public interface Request {
        IQ make() throws XmppStringprepException;
    }

    /** {@code thread}: of the session, for disk work. */
    public Replies(Wire wire, AccountKeys keys, Executor thread) {
        this.thread = thread;
        this.wire = wire;
        this.keys = keys;
    }

    /** Sends a request whose answer somebody else awaits, or nobody. */
    public void send(IQ request) {
        try {
            wire.connection().sendStanza(request);
        } catch (SmackException.NotConnectedException e) {
            LOG.debug("not sent, for the connection is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes when the server agreed; fails with {@link Roster.Refused} if it did not. */
    public CompletableFuture<Void> request(String about, Request request) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!wire.connection().isAuthenticated()) {
            done.completeExceptionally(new Roster.Refused(TEXTS.get("offline.roster", keys.domain())));
            return done;
        }
        try {
            wire.connection()
                    .sendIqRequestAsync(request.make(), SmackConfiguration.getDefaultReplyTimeout())
                    .onSuccess(answer -> done.complete(null))
                    .onError(failure -> done.completeExceptionally(refused(about, failure)));
        } catch (XmppStringprepException e) {
            done.completeExceptionally(refused(about, e));
        }
        return done;
    }

    public Roster.Refused refused(String about, Exception failure) {
        return new Roster.Refused(sentence(about, failure), failure);
    }

    private String sentence(String about, Exception failure) {
        if (failure instanceof XmppStringprepException) {
            return TEXTS.get("address.wrong", about);
        }
        if (failure instanceof XMPPException.XMPPErrorException error) {
            StanzaError.Condition condition = error.getStanzaError().getCondition();
            return switch (condition) {
                case forbidden, not_allowed, not_authorized -> TEXTS.get("refused.forbidden", about);
                case item_not_found, jid_malformed, remote_server_not_found -> TEXTS.get("refused.unknown", about);
                default -> TEXTS.get("refused.other", about, condition);
            };
        }
        return TEXTS.get("offline.roster", keys.domain());
    }

    /** Does disk work in its own time, in order. */
    public void later(Runnable work) {
        thread.execute(work);
    }
}
