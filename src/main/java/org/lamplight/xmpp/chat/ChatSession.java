package org.lamplight.xmpp.chat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Stanza;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jivesoftware.smackx.carbons.packet.Carbon;
import org.jivesoftware.smackx.carbons.packet.CarbonExtension;
import org.jivesoftware.smackx.carbons.provider.CarbonManagerProvider;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jspecify.annotations.Nullable;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Change;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.archive.OlderPages;
import org.lamplight.xmpp.messages.Marking;
import org.lamplight.xmpp.messages.MessageWriter;
import org.lamplight.xmpp.messages.ReadMarks;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What we say in one-to-one chats (RFC 6121, section 5), with receipts (XEP-0184), typing (XEP-0085) and origin ids
 * (XEP-0359); called on core. A message counts as sent when the server acknowledged it (XEP-0198); one that a lost session
 * leaves in doubt is sent again under the same id.
 */
public final class ChatSession implements ChatTransport {
    /** What others may ask of us, and what we want to hear of them (XEP-0030). */
    public static final List<String> FEATURES = List.of(
            "urn:xmpp:receipts",
            "urn:xmpp:sid:0",
            "urn:xmpp:chat-markers:0",
            Marking.CORRECT,
            Marking.REACTIONS,
            Marking.RETRACT,
            "urn:xmpp:reply:0",
            "urn:xmpp:fallback:0",
            "jabber:x:oob",
            "urn:xmpp:sfs:0",
            "http://jabber.org/protocol/chatstates");

    private static final Logger LOG = LoggerFactory.getLogger(ChatSession.class);
    private static final Texts TEXTS = Texts.of(ChatSession.class);

    private final AccountKeys keys;
    private final BackendContext context;
    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final ChatInbox inbox;
    private final OlderPages older;
    private final Attention attention;

    /** What Smack holds and will send, or has sent and not seen acknowledged. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    private final ReceiptOutbox receipts;

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        ProviderManager.removeExtensionProvider("replace", Marking.CORRECT);
        for (String copy : List.of("sent", "received")) {
            ProviderManager.addExtensionProvider(copy, CarbonExtension.NAMESPACE, new CarbonManagerProvider());
        }
    }

    public ChatSession(
            AccountKeys keys,
            BackendContext context,
            Wire wire,
            ScheduledExecutorService thread,
            ChatInbox inbox,
            OlderPages older) {
        this.keys = keys;
        this.context = context;
        this.wire = wire;
        this.thread = thread;
        this.inbox = inbox;
        this.older = older;
        this.attention = new Attention(wire, thread);
        this.receipts = new ReceiptOutbox(wire, thread, this::write);
        wire.each(connection -> {
            connection.addStanzaAcknowledgedListener(this::acknowledged);
            // With a listener for what is dropped, Smack sends nothing again by itself: our outbox does, in order
            connection.addStanzaDroppedListener(stanza -> held.remove(id(stanza)));
        });
    }

    /** A session is there, new or resumed. */
    public void opened() {
        attention.began();
    }

    /** A new session: what the last one still held is not on its way any more, and the outbox gives it again. */
    public void began() {
        held.clear();
        // What our other devices write and get is to be seen here too; a server that can't answers with an error
        write(new Carbon.Enable());
        receipts.began();
    }

    @Override
    public String ownAddress() {
        return keys.bare();
    }

    @Override
    public void send(org.lamplight.chat.Message message) {
        send(message, () -> MessageWriter.stanza(message, false));
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public void change(Change change) {
        send(change, () -> MessageWriter.stanza(change, false));
    }

    /** Makes a stanza; the address in it may turn out to be none. */
    private interface Writing {
        Message make() throws XmppStringprepException;
    }

    private void send(Utterance what, Writing writing) {
        if (!held.add(what.id())) {
            return;
        }
        Threads.post(thread, () -> {
            // Another session began meanwhile: the outbox gives it again, in its turn
            if (!held.contains(what.id())) {
                return;
            }
            try {
                boolean sent = write(writing.make());
                if (!sent) {
                    held.remove(what.id());
                } else if (!wire.connection().isSmEnabled()) {
                    held.remove(what.id());
                    context.core().execute(() -> context.chats().delivery().sent(keys.bare(), what.id()));
                }
            } catch (XmppStringprepException e) {
                held.remove(what.id());
                String sentence = TEXTS.get("address.wrong", what.peer());
                context.core()
                        .execute(
                                () -> context.chats().delivery().failed(keys.bare(), what.peer(), what.id(), sentence));
            }
        });
    }

    @Override
    public CompletableFuture<Boolean> older(String peer, org.lamplight.chat.@Nullable Message before) {
        return older.ask(peer, before);
    }

    @Override
    public void acknowledge(org.lamplight.chat.Message message) {
        inbox.takeReceiptDue(message).ifPresent(due -> receipts.give(message.peer(), due));
    }

    @Override
    public void displayed(String peer) {
        inbox.takeReadMarkDue(peer)
                .ifPresent(id -> sendAside(peer, "mark-" + UUID.randomUUID(), stanza -> {
                    stanza.addExtension(ReadMarks.displayed(id));
                    stanza.addExtension(MessageWriter.hint("store"));
                }));
    }

    @Override
    public void attentive(boolean now) {
        attention.is(now);
    }

    @Override
    public void typing(String peer, boolean typing) {
        sendAside(peer, "state-" + UUID.randomUUID(), stanza -> {
            stanza.addExtension(new ChatStateExtension(typing ? ChatState.composing : ChatState.paused));
            stanza.addExtension(MessageWriter.hint("no-store"));
        });
    }

    private void sendAside(String peer, String id, java.util.function.Consumer<MessageBuilder> content) {
        Threads.post(thread, () -> {
            try {
                MessageBuilder stanza =
                        StanzaBuilder.buildMessage(id).to(AccountKeys.jid(peer)).ofType(Message.Type.chat);
                content.accept(stanza);
                write(stanza.build());
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
        receipts.acknowledged(id);
        if (stanza instanceof Message && held.remove(id)) {
            context.core().execute(() -> context.chats().delivery().sent(keys.bare(), id));
        }
    }

    /** Its id, or none at all: Smack gives presence none. */
    private static String id(Stanza stanza) {
        return String.valueOf(stanza.getStanzaId());
    }
}
