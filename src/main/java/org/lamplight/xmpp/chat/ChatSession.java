package org.lamplight.xmpp.chat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
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
import org.lamplight.xmpp.messages.MessageOutlet;
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

    private final MessageOutlet outlet;
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
        this.outlet = new MessageOutlet(wire, thread, context.core(), new Fate());
        this.receipts = new ReceiptOutbox(wire, thread);
    }

    /** A session is there, new or resumed. */
    public void opened() {
        attention.began();
    }

    /** The connection is gone. */
    public void interrupted() {
        outlet.interrupted();
    }

    /** What the lost connection did not take goes now, and what is due since. */
    public void goOn() {
        outlet.resumed();
        receipts.resumed();
    }

    /** A new session: what the last one still held is not on its way any more, and the outbox gives it again. */
    public void began() {
        outlet.began();
        // What our other devices write and get is to be seen here too; a server that can't answers with an error
        wire.write(new Carbon.Enable());
        receipts.began();
    }

    @Override
    public String ownAddress() {
        return keys.bare();
    }

    @Override
    public void send(org.lamplight.chat.Message message) {
        outlet.send(message, () -> MessageWriter.stanza(message, false));
    }

    @Override
    public boolean canChange() {
        return true;
    }

    @Override
    public void change(Change change) {
        outlet.send(change, () -> MessageWriter.stanza(change, false));
    }

    private final class Fate implements MessageOutlet.Told {
        @Override
        public void sent(String id) {
            context.core().execute(() -> context.chats().delivery().sent(keys.bare(), id));
        }

        @Override
        public void unaddressed(Utterance what) {
            String sentence = TEXTS.get("address.wrong", what.peer());
            context.core()
                    .execute(() -> context.chats().delivery().failed(keys.bare(), what.peer(), what.id(), sentence));
        }
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
                wire.write(stanza.build());
            } catch (XmppStringprepException e) {
                LOG.debug("no address: {}", peer, e);
            }
        });
    }
}
