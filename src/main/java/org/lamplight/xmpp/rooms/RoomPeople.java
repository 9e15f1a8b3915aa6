package org.lamplight.xmpp.rooms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant;

/**
 * Who is in a room. What changes is gathered until core has time for it, so that a crowd is one piece of news. Changed on
 * the session's thread.
 */
final class RoomPeople {
    /** No room is larger; who comes on top of these is not counted. */
    private static final int MOST = 20_000;

    private final RoomContext on;
    private final String room;

    /** Everybody, by nick. Of the session's thread. */
    private final Map<String, Occupant> all = new LinkedHashMap<>();

    /** What core has not heard of: a nick without an occupant is gone. Guarded by itself. */
    private final Map<String, @Nullable Occupant> news = new LinkedHashMap<>();

    /** Whether core hears of changes; before we are in, nobody is shown. */
    private boolean shown;

    RoomPeople(RoomContext on, String room) {
        this.on = on;
        this.room = room;
    }

    /** Nobody is known from now on, until {@link #enter}. */
    void reset() {
        all.clear();
        shown = false;
        synchronized (news) {
            news.clear();
        }
    }

    void put(Occupant occupant) {
        if (all.size() < MOST || all.containsKey(occupant.nick())) {
            boolean same = occupant.equals(all.put(occupant.nick(), occupant));
            if (!same) {
                note(occupant.nick(), occupant);
            }
        }
    }

    void remove(String nick) {
        if (all.remove(nick) != null) {
            note(nick, null);
        }
    }

    /** We are in: all that came so far are there. */
    void enter(String nick) {
        List<Occupant> everybody = List.copyOf(all.values());
        shown = true;
        on.tell(rooms -> rooms.joined(on.keys().bare(), room, nick, everybody));
    }

    private void note(String nick, @Nullable Occupant now) {
        if (!shown) {
            return;
        }
        boolean first;
        synchronized (news) {
            first = news.isEmpty();
            news.put(nick, now);
        }
        if (first) {
            on.tell(rooms -> flush());
        }
    }

    /** On core. */
    private void flush() {
        List<Occupant> came = new ArrayList<>();
        Set<String> gone = new LinkedHashSet<>();
        synchronized (news) {
            news.forEach((nick, occupant) -> {
                if (occupant == null) {
                    gone.add(nick);
                } else {
                    came.add(occupant);
                }
            });
            news.clear();
        }
        if (!came.isEmpty() || !gone.isEmpty()) {
            on.program().rooms().moved(on.keys().bare(), room, came, gone);
        }
    }
}
