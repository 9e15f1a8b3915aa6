package org.lamplight.ui.chat;

import java.util.List;
import org.lamplight.chat.Mention;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/**
 * How those who talk are called. Nothing in a name turns the line around. Immutable.
 *
 * @param peer the bare address of the talk
 * @param peerName the person's or the room's name
 * @param nick what we are called in a room; empty in other talks
 */
record TalkNames(Texts texts, String peer, String peerName, String ownName, String ownAddress, String nick) {

    /** Who wrote it, as the head of a run says. */
    String writer(Message message) {
        return message.direction() == Message.Direction.OUT ? texts.get("you") : name(message);
    }

    String you() {
        return texts.get("you");
    }

    /** Who wrote it, as others see it. */
    String name(Message message) {
        return message.direction() == Message.Direction.OUT ? ownName : other(message.from());
    }

    /** Who has this address. */
    String of(String address) {
        return isOwn(address) ? texts.get("you") : other(address);
    }

    boolean isOwn(String address) {
        return address.equalsIgnoreCase(ownAddress) || (!nick.isEmpty() && address.equals(peer + "/" + nick));
    }

    /** Where a text of this message names us. */
    List<Mention.Place> mentions(Message message, String text, int from, int to) {
        return message.direction() == Message.Direction.IN ? Mention.places(text, nick, from, to) : List.of();
    }

    /** In a room the nickname stands behind the room's address. */
    private String other(String address) {
        boolean occupant = address.startsWith(peer + "/");
        String name = occupant ? address.substring(peer.length() + 1) : peerName;
        String line = PlainText.line(name, PlainText.SHORT);
        return line == null ? address : line;
    }
}
