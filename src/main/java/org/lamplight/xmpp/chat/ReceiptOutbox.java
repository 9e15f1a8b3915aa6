package org.lamplight.xmpp.chat;

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
    private final Writing writing;
    private final Map<String, Underway> underway = Collections.synchronizedMap(new LinkedHashMap<>());

    /** Sends a stanza; false if the connection is gone. */
    interface Writing {
        boolean write(Stanza stanza);
    }

    private record Underway(Stanza stanza, CompletableFuture<Void> given) {}

    ReceiptOutbox(Wire wire, ScheduledExecutorService thread, Writing writing) {
        this.wire = wire;
        this.thread = thread;
        this.writing = writing;
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
        if (writing.write(receipt) && !acknowledged) {
            given.complete(null);
        }
    }

    /** A new session: all that the last one may have taken along. */
    void began() {
        List.copyOf(underway.values()).forEach(each -> writing.write(each.stanza()));
    }

    /** The server has the stanza with this id. */
    void acknowledged(String id) {
        Underway receipt = underway.remove(id);
        if (receipt != null) {
            receipt.given().complete(null);
        }
    }
}
