package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.UUID;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.MessageBuilder;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.PresenceBuilder;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.Jid;
import org.lamplight.core.PlainText;
import org.lamplight.xmpp.messages.MucUser;
import org.lamplight.xmpp.stream.ElementIq;

/** What we send to rooms (XEP-0045, XEP-0249). Pure. */
final class RoomStanzas {
    static final String MUC = "http://jabber.org/protocol/muc";
    static final String DIRECT = "jabber:x:conference";
    static final String ADMIN = MUC + "#admin";
    static final String OWNER = MUC + "#owner";

    private RoomStanzas() {}

    /** Our presence of the moment, sent there. */
    static PresenceBuilder here(Presence own, Jid occupant) {
        return own.asBuilder(UUID.randomUUID().toString()).to(occupant);
    }

    /** @param history which of what was said before we want, as attributes of that element */
    static Presence enter(Presence own, Jid occupant, @Nullable String password, String history, String amount) {
        StandardExtensionElement.Builder x = StandardExtensionElement.builder("x", MUC);
        x.addElement(StandardExtensionElement.builder("history", MUC)
                .addAttribute(history, amount)
                .build());
        if (password != null) {
            x.addElement(text("password", MUC, password));
        }
        return here(own, occupant).addExtension(x.build()).build();
    }

    static Presence leave(Jid occupant) {
        return StanzaBuilder.buildPresence()
                .to(occupant)
                .ofType(Presence.Type.unavailable)
                .build();
    }

    static Message subject(EntityBareJid room, String subject) {
        MessageBuilder stanza = StanzaBuilder.buildMessage("subject-" + UUID.randomUUID())
                .to(room)
                .ofType(Message.Type.groupchat)
                .setSubject(PlainText.xml(subject));
        return stanza.build();
    }

    /** Through the room, which may then let them in (section 7.8.2). */
    static Message mediatedInvite(EntityBareJid room, Jid person, @Nullable String words) {
        StandardExtensionElement.Builder invite =
                StandardExtensionElement.builder("invite", MucUser.NAMESPACE).addAttribute("to", person.toString());
        if (words != null) {
            invite.addElement(text("reason", MucUser.NAMESPACE, words));
        }
        return StanzaBuilder.buildMessage("invite-" + UUID.randomUUID())
                .to(room)
                .addExtension(StandardExtensionElement.builder("x", MucUser.NAMESPACE)
                        .addElement(invite.build())
                        .build())
                .build();
    }

    static Message decline(EntityBareJid room, String to, @Nullable String words) {
        StandardExtensionElement.Builder decline =
                StandardExtensionElement.builder("decline", MucUser.NAMESPACE).addAttribute("to", to);
        if (words != null) {
            decline.addElement(text("reason", MucUser.NAMESPACE, words));
        }
        return StanzaBuilder.buildMessage("decline-" + UUID.randomUUID())
                .to(room)
                .addExtension(StandardExtensionElement.builder("x", MucUser.NAMESPACE)
                        .addElement(decline.build())
                        .build())
                .build();
    }

    /** Closes it for good (section 10.9). */
    static IQ destroy(EntityBareJid room, @Nullable String why) {
        StandardExtensionElement.Builder destroy = StandardExtensionElement.builder("destroy", OWNER);
        if (why != null) {
            destroy.addElement(text("reason", OWNER, why));
        }
        ElementIq request = new ElementIq(IQ.Type.set, parent("query", OWNER, List.of(destroy.build())));
        request.setTo(room);
        return request;
    }

    /** From us to them (XEP-0249). */
    static Message directInvite(EntityBareJid room, Jid person, @Nullable String words, @Nullable String password) {
        StandardExtensionElement.Builder x =
                StandardExtensionElement.builder("x", DIRECT).addAttribute("jid", room.toString());
        if (words != null) {
            x.addAttribute("reason", PlainText.xml(words));
        }
        if (password != null) {
            x.addAttribute("password", password);
        }
        return StanzaBuilder.buildMessage("invite-" + UUID.randomUUID())
                .to(person)
                .addExtension(x.build())
                .build();
    }

    /** Changes what somebody is or may do: {@code what} and its value, for whom by nick or address. */
    static IQ admin(EntityBareJid room, String what, String value, String whom, String who, @Nullable String why) {
        StandardExtensionElement.Builder item = StandardExtensionElement.builder("item", ADMIN)
                .addAttribute(what, value)
                .addAttribute(whom, who);
        if (why != null) {
            item.addElement(text("reason", ADMIN, why));
        }
        ElementIq request = new ElementIq(
                IQ.Type.set,
                StandardExtensionElement.builder("query", ADMIN)
                        .addElement(item.build())
                        .build());
        request.setTo(room);
        return request;
    }

    static StandardExtensionElement text(String name, String namespace, String text) {
        return StandardExtensionElement.builder(name, namespace)
                .setText(PlainText.xml(text))
                .build();
    }

    static StandardExtensionElement parent(String name, String namespace, List<StandardExtensionElement> children) {
        StandardExtensionElement.Builder parent = StandardExtensionElement.builder(name, namespace);
        children.forEach(parent::addElement);
        return parent.build();
    }
}
