package org.lamplight.office.xmpp.rooms;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.Jid;
import org.lamplight.office.xmpp.xml.Element;

/**
 * Questions of one occupant's client to another's (XEP-0045 section 13.2): passed on under a name of their own, so that
 * the answer finds back. Guarded by the server's lock.
 */
final class Relay {
    private static final int MOST_OPEN = 1_000;

    private final Room room;
    private final Map<String, Question> open = new LinkedHashMap<>();
    private long passed;

    private record Question(Jid asker, Jid asked, @Nullable String id, String occupant) {}

    Relay(Room room) {
        this.room = room;
    }

    void ask(Jid session, Occupant asker, Occupant asked, Element iq) {
        passed++;
        String id = "room-" + passed;
        Jid to = asked.jid();
        open.put(id, new Question(session, to, iq.attribute("id"), room.address(asked.nick)));
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
        room.send(to, iq.copy().with("id", id).with("from", room.address(asker.nick)));
    }

    /** An answer, if it is one that somebody waits for, and from who was asked. */
    void answered(Jid session, Element iq) {
        String id = iq.attribute("id", "");
        Question question = open.get(id);
        if (question != null && question.asked().equals(session)) {
            open.remove(id);
            room.send(question.asker(), iq.copy().with("id", question.id()).with("from", question.occupant()));
        }
    }
}
