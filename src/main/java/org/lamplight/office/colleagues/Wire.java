package org.lamplight.office.colleagues;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.xml.Element;

/** The stanzas that a colleague sends. */
final class Wire {
    private static final String OWN_STATUS = "urn:lamplight:presence:0";

    private static final String MUC = "http://jabber.org/protocol/muc";

    private Wire() {}

    static Element presence(Person person, Statuses.Look look, String note, Element caps, String avatarHash) {
        Element presence = Element.of("presence", Ns.CLIENT);
        if (!look.show().isEmpty()) {
            presence.add(Element.of("show", Ns.CLIENT).text(look.show()));
        }
        String words = look.words().isEmpty() || note.isEmpty() ? look.words() + note : look.words() + ", " + note;
        if (!words.isEmpty()) {
            presence.add(Element.of("status", Ns.CLIENT).text(words));
        }
        presence.add(Element.of("priority", Ns.CLIENT).text("5"));
        if (look.key().equals("idle")) {
            Instant since = Instant.now().minus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
            presence.child("idle", Ns.IDLE).with("since", since.toString());
        }
        if (person.ownStatus()) {
            presence.child("status", OWN_STATUS).with("key", look.key());
        }
        presence.add(caps);
        if (!avatarHash.isEmpty()) {
            presence.child("x", Ns.VCARD_UPDATE)
                    .add(Element.of("photo", Ns.VCARD_UPDATE).text(avatarHash));
        }
        return presence;
    }

    /** What the person does, as user activity (XEP-0108); nothing said clears it. */
    static Element activity(String activity, String text) {
        Element payload = Element.of("activity", Ns.ACTIVITY);
        Element at = payload;
        if (!activity.isEmpty()) {
            for (String part : activity.split("/")) {
                at = at.child(part, Ns.ACTIVITY);
            }
        }
        return text.isEmpty()
                ? payload
                : payload.add(Element.of("text", Ns.ACTIVITY).text(text));
    }

    static Element publish(String node, String id, Element payload) {
        Element iq = Element.of("iq", Ns.CLIENT).with("type", "set").with("id", "publish");
        iq.child("pubsub", Ns.PUBSUB)
                .child("publish", Ns.PUBSUB)
                .with("node", node)
                .child("item", Ns.PUBSUB)
                .with("id", id)
                .add(payload);
        return iq;
    }

    static Element message(String to, String id, String body, String thread) {
        Element message = chat(to).with("id", id);
        message.add(Element.of("body", Ns.CLIENT).text(body));
        if (!thread.isEmpty()) {
            message.add(Element.of("thread", Ns.CLIENT).text(thread));
        }
        message.child("active", Ns.CHAT_STATES);
        message.child("request", Ns.RECEIPTS);
        return message;
    }

    /** The presence of somebody in a room; {@code fresh} on entering. */
    static Element inRoom(Element presence, String room, String nick, boolean fresh, String password) {
        Element copy = presence.copy().with("to", room + "/" + nick);
        if (fresh) {
            Element x = copy.child("x", MUC);
            x.child("history", MUC).with("maxstanzas", "0");
            if (!password.isEmpty()) {
                x.add(Element.of("password", MUC).text(password));
            }
        }
        return copy;
    }

    static Element toRoom(String room, String id, String body) {
        return Element.of("message", Ns.CLIENT)
                .with("type", "groupchat")
                .with("to", room)
                .with("id", id)
                .add(Element.of("body", Ns.CLIENT).text(body));
    }

    static Element chatState(String to, String state) {
        Element message = chat(to);
        message.child(state, Ns.CHAT_STATES);
        return message;
    }

    static Element receipt(String to, String id) {
        Element message = chat(to);
        message.child("received", Ns.RECEIPTS).with("id", id);
        return message;
    }

    private static Element chat(String to) {
        return Element.of("message", Ns.CLIENT).with("type", "chat").with("to", to);
    }
}
