package org.lamplight.xmpp;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.receipts.DeliveryReceipt;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jspecify.annotations.Nullable;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One-to-one chat (RFC 6121, section 5) with receipts (XEP-0184), typing (XEP-0085) and origin ids (XEP-0359). A message
 * counts as sent when the server acknowledged it (XEP-0198); one that a lost session leaves in doubt is sent again under
 * the same id.
 */
final class ChatSession implements ChatTransport {
    private static final Logger LOG = LoggerFactory.getLogger(ChatSession.class);
    private static final Texts TEXTS = Texts.of(ChatSession.class);
    private static final int LONGEST_TEXT = 256 * 1024;
    private static final int LONGEST_ID = 200;

    private final AccountKeys keys;
    private final BackendContext context;
    private final Wire wire;
    private final ScheduledExecutorService thread;

    /** What Smack holds and will send, or has sent and not seen acknowledged. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** Whom a receipt is due, by message: the stanza id to name in it, which may differ from the origin id. */
    private final Map<String, String> receiptsDue = new ConcurrentHashMap<>();

    /** Receipts that the server has not got for sure: a session that ends takes them along. */
    private final Map<String, Stanza> receiptsSent = Collections.synchronizedMap(new LinkedHashMap<>());

    ChatSession(AccountKeys keys, BackendContext context, Wire wire, ScheduledExecutorService thread) {
        this.keys = keys;
        this.context = context;
        this.wire = wire;
        this.thread = thread;
        wire.each(connection -> {
            connection.addStanzaAcknowledgedListener(this::acknowledged);
            // With a listener for what is dropped, Smack sends nothing again by itself: our outbox does, in order
            connection.addStanzaDroppedListener(stanza -> held.remove(id(stanza)));
        });
    }

    /** A new session: what the last one still held is not on its way any more, and the outbox gives it again. */
    void began() {
        held.clear();
        List.copyOf(receiptsSent.values()).forEach(this::write);
    }

    // ---- out, told on core

    @Override
    public String ownAddress() {
        return keys.bare();
    }

    @Override
    public void send(org.lamplight.chat.Message message) {
        if (!held.add(message.id())) {
            return;
        }
        onThread(() -> {
            try {
                boolean sent = write(stanza(message));
                if (!sent) {
                    held.remove(message.id());
                } else if (!wire.connection().isSmEnabled()) {
                    held.remove(message.id());
                    context.core().execute(() -> context.chats().sent(keys.bare(), message.id()));
                }
            } catch (XmppStringprepException e) {
                held.remove(message.id());
                String sentence = TEXTS.get("address.wrong", message.peer());
                context.core().execute(() -> context.chats().failed(keys.bare(), message.id(), sentence));
            }
        });
    }

    private static Message stanza(org.lamplight.chat.Message message) throws XmppStringprepException {
        return StanzaBuilder.buildMessage(message.id())
                .to(AccountKeys.jid(message.peer()))
                .ofType(Message.Type.chat)
                .setBody(message.text())
                .addExtension(new ChatStateExtension(ChatState.active))
                .addExtension(new DeliveryReceiptRequest())
                .addExtension(StandardExtensionElement.builder("origin-id", "urn:xmpp:sid:0")
                        .addAttribute("id", message.id())
                        .build())
                .build();
    }

    @Override
    public void acknowledge(org.lamplight.chat.Message message) {
        String stanzaId = receiptsDue.remove(message.id());
        if (stanzaId == null) {
            return;
        }
        sendAside(message.peer(), "receipt-" + UUID.randomUUID(), stanza -> {
            stanza.addExtension(new DeliveryReceipt(stanzaId));
            stanza.addExtension(hint("store"));
        });
    }

    @Override
    public void typing(String peer, boolean typing) {
        sendAside(peer, "state-" + UUID.randomUUID(), stanza -> {
            stanza.addExtension(new ChatStateExtension(typing ? ChatState.composing : ChatState.paused));
            stanza.addExtension(hint("no-store"));
        });
    }

    private static StandardExtensionElement hint(String name) {
        return StandardExtensionElement.builder(name, "urn:xmpp:hints").build();
    }

    private void sendAside(String peer, String id, java.util.function.Consumer<MessageBuilder> content) {
        onThread(() -> {
            try {
                MessageBuilder stanza =
                        StanzaBuilder.buildMessage(id).to(AccountKeys.jid(peer)).ofType(Message.Type.chat);
                content.accept(stanza);
                Message message = stanza.build();
                if (DeliveryReceipt.from(message) != null && wire.connection().isSmEnabled()) {
                    receiptsSent.put(id, message);
                }
                write(message);
            } catch (XmppStringprepException e) {
                LOG.debug("no address: {}", peer, e);
            }
        });
    }

    private boolean write(Stanza stanza) {
        try {
            wire.connection().sendStanza(stanza);
            return true;
        } catch (SmackException.NotConnectedException e) {
            LOG.debug("not sent, for the connection is gone", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void acknowledged(Stanza stanza) {
        String id = id(stanza);
        receiptsSent.remove(id);
        if (stanza instanceof Message && held.remove(id)) {
            context.core().execute(() -> context.chats().sent(keys.bare(), id));
        }
    }

    /** Its id, or none at all: Smack gives presence none. */
    private static String id(Stanza stanza) {
        return String.valueOf(stanza.getStanzaId());
    }

    private void onThread(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException ended) {
            LOG.trace("after the end", ended);
        }
    }

    // ---- in, on Smack's reader thread

    void received(Message stanza) {
        if (stanza.getFrom() == null || !stanza.getFrom().hasLocalpart()) {
            return;
        }
        String peer = stanza.getFrom().asBareJid().toString();
        if (stanza.getType() == Message.Type.error) {
            refused(stanza, peer);
        } else if (stanza.getType() == Message.Type.chat || stanza.getType() == Message.Type.normal) {
            readReceipt(stanza);
            readTyping(stanza, peer);
            readBody(stanza, peer);
        }
    }

    private void refused(Message stanza, String peer) {
        String id = stanza.getStanzaId();
        if (id == null || id.startsWith("receipt-") || id.startsWith("state-")) {
            return;
        }
        StanzaError error = stanza.getError();
        StanzaError.Condition condition =
                error == null ? StanzaError.Condition.undefined_condition : error.getCondition();
        boolean nobody = condition == StanzaError.Condition.service_unavailable
                || condition == StanzaError.Condition.item_not_found
                || condition == StanzaError.Condition.remote_server_not_found;
        String sentence =
                nobody ? TEXTS.get("message.undelivered", peer) : TEXTS.get("message.refused", peer, condition);
        context.core().execute(() -> context.chats().failed(keys.bare(), id, sentence));
    }

    private void readReceipt(Message stanza) {
        DeliveryReceipt receipt = DeliveryReceipt.from(stanza);
        if (receipt != null) {
            context.core().execute(() -> context.chats().delivered(keys.bare(), receipt.getId()));
        }
    }

    private void readTyping(Message stanza, String peer) {
        if (stanza.getExtension(ChatStateExtension.NAMESPACE) instanceof ChatStateExtension state) {
            boolean typing = state.getChatState() == ChatState.composing;
            context.core().execute(() -> context.chats().peerTyping(peer, typing));
        }
    }

    private void readBody(Message stanza, String peer) {
        String body = stanza.getBody();
        if (body == null || body.isBlank()) {
            return;
        }
        DelayInformation delay = DelayInformation.from(stanza);
        Instant now = Instant.now();
        Instant sent = delay == null || delay.getStamp() == null
                ? now
                : delay.getStamp().toInstant();
        org.lamplight.chat.Message message = new org.lamplight.chat.Message(
                id(stanza, body),
                keys.bare(),
                peer,
                sent.isAfter(now) ? now : sent,
                Direction.IN,
                peer,
                PlainText.lines(body, LONGEST_TEXT),
                State.DELIVERED,
                null);
        if (stanza.getStanzaId() != null && DeliveryReceiptRequest.from(stanza) != null) {
            receiptsDue.put(message.id(), stanza.getStanzaId());
        }
        context.core().execute(() -> context.chats().received(message));
    }

    /** What makes two deliveries one message: the origin id, else the stanza's with the text, for simple clients count. */
    private static String id(Message stanza, String body) {
        if (stanza.getExtensionElement("origin-id", "urn:xmpp:sid:0") instanceof StandardExtensionElement origin) {
            String id = origin.getAttributeValue("id");
            if (isUsable(id)) {
                return id;
            }
        }
        String id = stanza.getStanzaId();
        return isUsable(id)
                ? id + "-" + Integer.toHexString(body.hashCode())
                : UUID.randomUUID().toString();
    }

    private static boolean isUsable(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LONGEST_ID;
    }
}
