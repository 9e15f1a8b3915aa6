package org.lamplight.xmpp.rooms;

import java.util.List;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;

/**
 * A room that the account remembers (XEP-0402, XEP-0048), with what calls the user (XEP-0492). Immutable.
 *
 * @param unknown what other clients keep with it, given back as it came
 */
record Bookmark(
        EntityBareJid room,
        @Nullable String name,
        @Nullable String nick,
        @Nullable String password,
        boolean autojoin,
        Room.Alerts alerts,
        List<StandardExtensionElement> unknown) {
    static final String NATIVE = "urn:xmpp:bookmarks:1";
    static final String OLD = "storage:bookmarks";
    private static final String NOTIFY = "urn:xmpp:notification-settings:1";

    Bookmark with(Room.Alerts other) {
        return new Bookmark(room, name, nick, password, autojoin, other, unknown);
    }

    /** Reads either form; the address stands beside the native one. */
    static Optional<Bookmark> read(StandardExtensionElement conference, @Nullable String address) {
        EntityBareJid room = JidCreate.entityBareFromOrNull(
                String.valueOf(address == null ? conference.getAttributeValue("jid") : address));
        if (room == null) {
            return Optional.empty();
        }
        String autojoin = conference.getAttributeValue("autojoin");
        StandardExtensionElement more = conference.getFirstElement("extensions");
        List<StandardExtensionElement> all = more == null ? List.of() : more.getElements();
        return Optional.of(new Bookmark(
                room,
                PlainText.line(conference.getAttributeValue("name"), PlainText.SHORT),
                text(conference, "nick"),
                text(conference, "password"),
                "true".equals(autojoin) || "1".equals(autojoin),
                alerts(all),
                all.stream().filter(one -> !NOTIFY.equals(one.getNamespace())).toList()));
    }

    private static @Nullable String text(StandardExtensionElement conference, String name) {
        StandardExtensionElement element = conference.getFirstElement(name);
        return element == null ? null : PlainText.line(element.getText(), PlainText.SHORT);
    }

    private static Room.Alerts alerts(List<StandardExtensionElement> extensions) {
        for (StandardExtensionElement one : extensions) {
            if (one.getElementName().equals("notify") && one.getNamespace().equals(NOTIFY)) {
                if (one.getFirstElement("never") != null) {
                    return Room.Alerts.NONE;
                }
                return one.getFirstElement("on-mention") != null ? Room.Alerts.MENTIONS : Room.Alerts.ALL;
            }
        }
        return Room.Alerts.ALL;
    }

    /** As the native form has it, or with the address in it as the old one. */
    StandardExtensionElement write(String namespace) {
        StandardExtensionElement.Builder conference = StandardExtensionElement.builder("conference", namespace)
                .addAttribute("autojoin", String.valueOf(autojoin));
        if (namespace.equals(OLD)) {
            conference.addAttribute("jid", room.toString());
        }
        if (name != null) {
            conference.addAttribute("name", PlainText.xml(name));
        }
        if (nick != null) {
            conference.addElement(RoomStanzas.text("nick", namespace, nick));
        }
        if (password != null) {
            conference.addElement(RoomStanzas.text("password", namespace, password));
        }
        if (namespace.equals(NATIVE)) {
            conference.addElement(extensions());
        }
        return conference.build();
    }

    private StandardExtensionElement extensions() {
        StandardExtensionElement.Builder all = StandardExtensionElement.builder("extensions", NATIVE);
        unknown.forEach(all::addElement);
        String level = switch (alerts) {
            case ALL -> "always";
            case MENTIONS -> "on-mention";
            case NONE -> "never";
        };
        return all.addElement(StandardExtensionElement.builder("notify", NOTIFY)
                        .addElement(
                                StandardExtensionElement.builder(level, NOTIFY).build())
                        .build())
                .build();
    }
}
