package org.lamplight.xmpp.messages;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smackx.chatstates.ChatState;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.jivesoftware.smackx.receipts.DeliveryReceiptRequest;
import org.jxmpp.jid.EntityJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.chat.Change;
import org.lamplight.chat.Details;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/** Turns what we say into stanzas, for one peer or for a room. */
public final class MessageWriter {
    private static final Texts TEXTS = Texts.of(MessageWriter.class);
    private static final String HINTS = "urn:xmpp:hints";

    private MessageWriter() {}

    /**
     * A message as a stanza.
     *
     * @param room whether it goes to all in a room: nobody there is asked for receipts
     */
    public static Message stanza(org.lamplight.chat.Message message, boolean room) throws XmppStringprepException {
        Details.Reply reply = message.details().reply();
        // what an older version stored may hold what XML can't
        String text = PlainText.xml(message.text());
        String quote = reply == null ? "" : ReplyQuote.quote(reply);
        SharedFile file = message.details().file();
        String body = quote + (file == null ? text : FileElements.body(file, text));
        MessageBuilder stanza = begun(message.id(), message.peer(), room).setBody(body);
        if (file != null && file.url() != null) {
            FileElements.of(file, body).forEach(stanza::addExtension);
        }
        stanza.addExtension(new ChatStateExtension(ChatState.active));
        if (!room) {
            stanza.addExtension(new DeliveryReceiptRequest());
            stanza.addExtension(ReadMarks.markable());
        }
        if (reply != null) {
            stanza.addExtension(ReplyQuote.element(reply));
            if (!quote.isEmpty()) {
                stanza.addExtension(ReplyQuote.fallback(quote));
            }
        }
        return stanza.build();
    }

    public static Message stanza(Change change, boolean room) throws XmppStringprepException {
        MessageBuilder stanza = begun(change.id(), change.peer(), room).addExtension(Marking.element(change));
        switch (change.kind()) {
            case CORRECTION -> stanza.setBody(PlainText.xml(change.text()));
            case RETRACTION -> {
                stanza.addExtension(Marking.oldRetraction(change));
                stanza.setBody(TEXTS.get("retracted.fallback"));
                stanza.addExtension(ReplyQuote.fallbackFor(Marking.RETRACT));
            }
            case REACTIONS -> {}
        }
        stanza.addExtension(hint("store"));
        return stanza.build();
    }

    private static MessageBuilder begun(String id, String peer, boolean room) throws XmppStringprepException {
        EntityJid to = JidCreate.entityFrom(peer);
        MessageBuilder stanza = StanzaBuilder.buildMessage(id).to(to);
        if (to.hasResource()) {
            // To somebody in a room, past all others there; servers and other devices know it by this
            stanza.addExtension(
                    StandardExtensionElement.builder("x", MucUser.NAMESPACE).build());
        }
        return stanza.ofType(room ? Message.Type.groupchat : Message.Type.chat)
                .addExtension(StandardExtensionElement.builder("origin-id", Ids.STANZA_IDS)
                        .addAttribute("id", id)
                        .build());
    }

    /** For servers (XEP-0334). */
    public static StandardExtensionElement hint(String name) {
        return StandardExtensionElement.builder(name, HINTS).build();
    }
}
