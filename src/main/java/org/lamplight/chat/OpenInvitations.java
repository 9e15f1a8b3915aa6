package org.lamplight.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The invitations that have no answer yet, one for each room, and not without end. Whoever sends most loses their own
 * first, so that nobody's flood hides what others ask: neither that of one person nor that of one server, which may make up
 * as many persons and rooms as it likes. Core only.
 */
final class OpenInvitations {
    static final int MOST = 100;

    /** By room, the newest last. */
    private final Map<String, RoomInvitation> byRoom = new LinkedHashMap<>();

    /** Whether it is news. */
    boolean add(RoomInvitation invitation) {
        boolean known = invitation.equals(byRoom.remove(invitation.room()));
        byRoom.put(invitation.room(), invitation);
        if (byRoom.size() > MOST) {
            // The last of a fair order: the oldest of whoever has most
            List<RoomInvitation> fair = all();
            RoomInvitation dropped = fair.get(fair.size() - 1);
            byRoom.remove(dropped.room());
            return !dropped.equals(invitation);
        }
        return !known;
    }

    boolean remove(String room) {
        return byRoom.remove(room) != null;
    }

    void removeAccount(String account) {
        byRoom.values().removeIf(invitation -> invitation.account().equals(account));
    }

    /** The newest of each server first, and of each of its people; then their second newest, and so on. */
    List<RoomInvitation> all() {
        List<RoomInvitation> newestFirst = new ArrayList<>(byRoom.values());
        Collections.reverse(newestFirst);
        Map<String, Map<String, List<RoomInvitation>>> servers = new LinkedHashMap<>();
        newestFirst.forEach(one -> servers.computeIfAbsent(one.server(), any -> new LinkedHashMap<>())
                .computeIfAbsent(one.inviter(), any -> new ArrayList<>())
                .add(one));
        return inTurn(
                servers.values().stream().map(people -> inTurn(people.values())).toList());
    }

    /** The first of each, the second of each, and so on; the shortest rows end first. */
    private static List<RoomInvitation> inTurn(Collection<List<RoomInvitation>> rows) {
        List<RoomInvitation> turns = new ArrayList<>();
        int longest =
                rows.stream().map(List::size).max(Comparator.naturalOrder()).orElse(0);
        for (int turn = 0; turn < longest; turn++) {
            for (List<RoomInvitation> row : rows) {
                if (turn < row.size()) {
                    turns.add(row.get(turn));
                }
            }
        }
        return turns;
    }
}
