package org.lamplight.office.xmpp.rooms;

import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.rooms.RoomSettings.PrivateMessages;
import org.lamplight.office.xmpp.xml.Element;

/** Messages from one occupant to another (XEP-0045 section 7.5). Guarded by the server's lock. */
final class Whispers {
    private final Room room;

    Whispers(Room room) {
        this.room = room;
    }

    void pass(Jid session, Element message, String nick) throws StanzaException {
        Occupant speaker = room.at(session);
        if (speaker == null) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        Occupant listener = room.named(nick);
        if (listener == null) {
            throw new StanzaException(Condition.ITEM_NOT_FOUND);
        }
        // A moderator can always be asked, and always answer.
        boolean withModerator = listener.role == Role.MODERATOR || speaker.role == Role.MODERATOR;
        if (!may(speaker) && !(withModerator && room.settings.privateMessages() != PrivateMessages.NONE)) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        Element whisper = Talk.clean(message)
                .with("from", room.address(speaker.nick))
                .with("to", null)
                .add(Element.of("x", MucNs.USER))
                .add(speaker.id);
        room.send(listener, whisper);
    }

    private boolean may(Occupant speaker) {
        return switch (room.settings.privateMessages()) {
            case ANYONE -> true;
            case PARTICIPANTS -> speaker.role.isAtLeast(Role.PARTICIPANT);
            case MODERATORS -> speaker.role == Role.MODERATOR;
            case NONE -> false;
        };
    }
}
