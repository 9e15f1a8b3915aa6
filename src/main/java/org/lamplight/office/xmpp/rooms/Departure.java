package org.lamplight.office.xmpp.rooms;

import java.util.List;
import java.util.Set;
import org.lamplight.office.xmpp.xml.Element;

/**
 * Why and how somebody leaves a room (XEP-0045 sections 7.14, 8.2, 9.1, 7.6).
 *
 * @param words what the leaver says, as children of a presence
 * @param newNick for who only changes the nick; empty otherwise
 * @param actor the nick of who did it; empty if the leaver did
 * @param besides what else stands in the presence, such as where to go now
 */
record Departure(
        Set<Code> codes, List<Element> words, String newNick, String actor, String reason, List<Element> besides) {

    static Departure ofOwnWill(List<Element> words) {
        return new Departure(Set.of(), words, "", "", "", List.of());
    }

    static Departure renamed(String newNick) {
        return new Departure(Set.of(Code.NICK_CHANGED), List.of(), newNick, "", "", List.of());
    }

    static Departure removed(Code code, String actor, String reason) {
        return new Departure(Set.of(code), List.of(), "", actor, reason, List.of());
    }

    static Departure shutDown() {
        return removed(Code.SHUTDOWN, "", "");
    }

    static Departure destroyed(Element destroy) {
        return new Departure(Set.of(), List.of(), "", "", "", List.of(destroy));
    }

    Role role(Occupant leaver) {
        return newNick.isEmpty() ? Role.NONE : leaver.role;
    }

    void complete(Element item) {
        if (!newNick.isEmpty()) {
            item.with("nick", newNick);
        }
        if (!actor.isEmpty()) {
            item.child("actor", MucNs.USER).with("nick", actor);
        }
        Item.reason(item, reason);
    }
}
