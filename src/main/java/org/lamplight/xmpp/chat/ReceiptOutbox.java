package org.lamplight.xmpp.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.messages.MessageWriter;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receipts (XEP-0184) that we give. One that the server has not got for sure is given again in the next session, for a
 * session that ends takes it along. From any thread.
 */
final class ReceiptOutbox {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptOutbox.class);

    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final Map<String, Underway> underway = Collections.synchronizedMap(new LinkedHashMap<>());

    /** What the connection did not take. Of the session's thread. */
    private final List<Message> untaken = new ArrayList<>();

    private record Underway(Message receipt, CompletableFuture<Void> given) {}

    ReceiptOutbox(Wire wire, ScheduledExecutorService thread) {
        this.wire = wire;
        this.thread = thread;
        wire.each(connection -> connection.addStanzaAcknowledgedListener(this::acknowledged));
    }

    static boolean isReceipt(String id) {
        return id.startsWith("receipt-");
    }

    void give(String peer, ChatInbox.ReceiptDue due) {
        Threads.post(thread, () -> {
            try {
                give(receipt(peer, due.stanzaId()), due.given());
            } catch (XmppStringprepException nobody) {
                LOG.debug("no address: {}", peer, nobody);
                due.given().complete(null);
            }
        });
    }

    private static Message receipt(String peer, String stanzaId) throws XmppStringprepException {
        return StanzaBuilder.buildMessage("receipt-" + UUID.randomUUID())
                .to(AccountKeys.jid(peer))
                .ofType(Message.Type.chat)
                .addExtension(new DeliveryReceipt(stanzaId))
                .addExtension(MessageWriter.hint("store"))
                .build();
    }

    private void give(Message receipt, CompletableFuture<Void> given) {
        boolean acknowledged = wire.connection().isSmEnabled();
        if (acknowledged) {
            underway.put(receipt.getStanzaId(), new Underway(receipt, given));
        }
        if (write(receipt) && !acknowledged) {
            given.complete(null);
        }
    }

    private boolean write(Message receipt) {
        boolean taken = wire.write(receipt);
        if (!taken) {
            untaken.add(receipt);
        }
        return taken;
    }

    /** A new session: all that the last one may have taken along. On the session's thread. */
    void began() {
        untaken.clear();
        List.copyOf(underway.values()).forEach(each -> write(each.receipt()));
    }

    /** The session goes on: what the lost connection did not take. On the session's thread. */
    void resumed() {
        List<Message> waiting = List.copyOf(untaken);
        untaken.clear();
        waiting.forEach(this::write);
    }

    private void acknowledged(Stanza stanza) {
        Underway receipt = underway.remove(String.valueOf(stanza.getStanzaId()));
        if (receipt != null) {
            receipt.given().complete(null);
        }
    }
}
