package org.lamplight.office.xmpp.rooms;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lamplight.office.xmpp.Condition;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.Ns;
import org.lamplight.office.xmpp.StanzaException;
import org.lamplight.office.xmpp.Stanzas;
import org.lamplight.office.xmpp.archive.Entry;
import org.lamplight.office.xmpp.archive.StanzaIds;
import org.lamplight.office.xmpp.archive.Worth;
import org.lamplight.office.xmpp.xml.Element;

/** What is said in a room, and what it is about (XEP-0045 sections 7.4, 7.5, 8.1). Guarded by the server's lock. */
final class Talk {
    private static final int LONGEST_MESSAGE = 256_000;
    private static final int LONGEST_SUBJECT = 2_000;

    private final Room room;

    Talk(Room room) {
        this.room = room;
    }

    /** Something said to all. */
    void toAll(Jid session, Element message) throws StanzaException {
        Occupant speaker = room.at(session);
        if (speaker == null) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        if (message.toXml("").length() > LONGEST_MESSAGE) {
            throw new StanzaException(Condition.POLICY_VIOLATION);
        }
        if (isSubject(message)) {
            subject(speaker, message);
        } else if (speaker.role.isAtLeast(Role.PARTICIPANT)) {
            say(speaker, message);
        } else {
            throw new StanzaException(Condition.FORBIDDEN);
        }
    }

    private static boolean isSubject(Element message) {
        return message.find("subject") != null && message.find("body") == null && message.find("thread") == null;
    }

    private void say(Occupant speaker, Element message) {
        String from = room.address(speaker.nick);
        Element said = clean(message).with("from", from).with("to", null).add(speaker.id);
        if (Worth.isKept(said)) {
            String id = room.archive.nextId();
            said = StanzaIds.stamped(said, room.address.toString(), id);
            room.archive.keep(id, Instant.now(), from, said);
        }
        room.sendAll(said);
    }

    /** Archives something that was said earlier, without saying it again. */
    void remember(Jid person, String nick, Instant at, String body) {
        String id = room.archive.nextId();
        Element said = Element.of("message", Ns.CLIENT)
                .with("type", "groupchat")
                .with("id", id)
                .with("from", room.address(nick))
                .add(Element.of("body", Ns.CLIENT).text(body))
                .add(room.ids.of(person));
        room.archive.keep(id, at, room.address(nick), StanzaIds.stamped(said, room.address.toString(), id));
    }

    /** Without what only the room may say. */
    static Element clean(Element message) {
        Element clean = message.copy();
        message.children().stream()
                .filter(child -> child.namespace().equals(MucNs.USER)
                        || child.namespace().equals(MucNs.OCCUPANT_ID)
                        || child.namespace().equals(Ns.DELAY))
                .forEach(clean::without);
        return clean;
    }

    private void subject(Occupant speaker, Element message) throws StanzaException {
        boolean may = speaker.role == Role.MODERATOR
                || (room.settings.anyoneSetsSubject() && speaker.role.isAtLeast(Role.PARTICIPANT));
        if (!may) {
            throw new StanzaException(Condition.FORBIDDEN);
        }
        String text = String.valueOf(message.childText("subject"));
        if (text.length() > LONGEST_SUBJECT) {
            throw new StanzaException(Condition.NOT_ACCEPTABLE);
        }
        room.subject = new Subject(text, speaker.nick, Instant.now());
        room.sendAll(clean(message)
                .with("from", room.address(speaker.nick))
                .with("to", null)
                .add(speaker.id));
    }

    /** What was said before, and the subject, to a client that has come in. */
    void welcome(Jid session, HistoryWish wish) {
        for (Entry entry : history(wish)) {
            room.send(session, Stanzas.delayed(entry.message(), entry.at(), room.address.toString()));
        }
        Subject now = room.subject;
        String from = now.nick().isEmpty() ? room.address.toString() : room.address(now.nick());
        Element message =
                Element.of("message", Ns.CLIENT).with("type", "groupchat").with("from", from);
        message.add(Element.of("subject", Ns.CLIENT).text(now.text()));
        room.send(session, Stanzas.delayed(message, now.at(), room.address.toString()));
    }

    private List<Entry> history(HistoryWish wish) {
        Deque<Entry> fitting = new ArrayDeque<>();
        List<Entry> last = room.archive.last(
                wish.stanzas(),
                entry -> !entry.at().isBefore(wish.since()) && entry.message().find("body") != null);
        long characters = 0;
        for (int i = last.size() - 1; i >= 0; i--) {
            characters += last.get(i).message().toXml("").length();
            if (characters > wish.characters()) {
                break;
            }
            fitting.addFirst(last.get(i));
        }
        return List.copyOf(fitting);
    }
}
