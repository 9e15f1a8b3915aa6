package org.lamplight.xmpp.gateways;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.tcp.XMPPTCPConnection;
import org.jxmpp.jid.Jid;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.gateway.Refused;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presence between us and gateways (XEP-0100, sections 4.4 and 4.5): theirs tells whether they are connected for us, ours
 * connects them. A server tells each change of ours to all that are subscribed, also to a gateway from which the user has
 * logged out: that one hears at once that we are gone. Fit for every thread.
 */
final class GatewayPresence {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayPresence.class);
    private static final Texts TEXTS = Texts.of(GatewayPresence.class);

    private final AccountKeys keys;
    private final BackendContext context;
    private final Wire wire;
    private final Executor thread;
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /** {@code thread}: of the session. */
    GatewayPresence(AccountKeys keys, BackendContext context, Wire wire, Executor thread) {
        this.keys = keys;
        this.context = context;
        this.wire = wire;
        this.thread = thread;
        wire.each(this::listen);
    }

    private void listen(XMPPTCPConnection connection) {
        connection.addSyncStanzaListener(stanza -> heard((Presence) stanza), StanzaTypeFilter.PRESENCE);
        connection.addStanzaSendingListener(
                told -> Threads.post(thread, this::hideAgain),
                stanza -> stanza instanceof Presence said && said.getTo() == null && said.isAvailable());
    }

    /** Services have no local part; nobody else is a gateway as a whole. */
    private void heard(Presence said) {
        Jid from = said.getFrom();
        boolean tells = said.getType() == Presence.Type.available || said.getType() == Presence.Type.unavailable;
        if (from == null || from.hasLocalpart() || !tells) {
            return;
        }
        String note = PlainText.line(said.getStatus(), PlainText.SHORT);
        boolean here = said.getType() == Presence.Type.available;
        context.core()
                .execute(() ->
                        context.gateways().seen(keys.bare(), from.asBareJid().toString(), here, note));
    }

    private void hideAgain() {
        hidden.forEach(address -> send(address, Presence.Type.unavailable));
    }

    void keepHidden(List<String> addresses) {
        hidden.clear();
        hidden.addAll(addresses);
        hideAgain();
    }

    CompletableFuture<Void> show(String address) {
        hidden.remove(address);
        return sent(address, Presence.Type.available);
    }

    CompletableFuture<Void> hide(String address) {
        hidden.add(address);
        return sent(address, Presence.Type.unavailable);
    }

    private CompletableFuture<Void> sent(String address, Presence.Type type) {
        return send(address, type)
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new Refused(TEXTS.get("gateway.offline", keys.domain())));
    }

    /** Whether it could be sent. */
    boolean send(String address, Presence.Type type) {
        try {
            wire.connection()
                    .sendStanza(StanzaBuilder.buildPresence()
                            .ofType(type)
                            .to(GatewayFinder.jid(address))
                            .build());
            return true;
        } catch (XmppStringprepException | SmackException.NotConnectedException e) {
            LOG.debug("{} was not told", address, e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
