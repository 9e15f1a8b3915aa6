package org.lamplight.ui.rooms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Room;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The members of the room that is shown who are not in it. The room is asked once it is entered, and again when somebody
 * who is there is another to it than its lists said. EDT.
 */
final class RoomMemberList {
    private static final Logger LOG = LoggerFactory.getLogger(RoomMemberList.class);

    private final Domain domain;
    private final Supplier<Optional<Room>> shown;
    private final Consumer<List<Member>> absent;
    private List<Member> members = List.of();

    /** For which room, and for whose sake, it was asked last. */
    private String askedFor = "";

    private Map<String, Affiliation> askedAbout = Map.of();

    /**
     * @param shown the room that is shown, as it is now
     * @param absent hears who is not there
     */
    RoomMemberList(Domain domain, Supplier<Optional<Room>> shown, Consumer<List<Member>> absent) {
        this.domain = domain;
        this.shown = shown;
        this.absent = absent;
    }

    void show(Room room) {
        if (!room.isIn()) {
            askedFor = "";
            members = List.of();
        } else if (!room.address().equals(askedFor)) {
            members = List.of();
            ask(room, Map.of());
        } else {
            Map<String, Affiliation> others = contradicting(room, members);
            if (!others.isEmpty() && !others.equals(askedAbout)) {
                ask(room, others);
            }
        }
        absent.accept(absent(room, members));
    }

    private void ask(Room room, Map<String, Affiliation> about) {
        askedFor = room.address();
        askedAbout = about;
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().members(room.address()),
                found -> {
                    if (room.address().equals(askedFor)) {
                        members = found;
                        // some may have come and gone meanwhile
                        shown.get().ifPresent(this::show);
                    }
                },
                // who may not know is shown who is there, as before
                sentence -> LOG.debug("{}: members are not told: {}", room.address(), sentence));
    }

    /** Somebody is another to the room than before. */
    void changed() {
        shown.get().filter(room -> room.address().equals(askedFor)).ifPresent(room -> ask(room, askedAbout));
    }

    /** None where the room does not tell who those are that are there: they might be the same. */
    static List<Member> absent(Room room, List<Member> members) {
        Map<String, Occupant> there = new HashMap<>();
        for (Occupant one : room.occupants().values()) {
            if (one.address() == null) {
                return List.of();
            }
            there.put(one.address(), one);
        }
        return members.stream()
                .filter(member -> !there.containsKey(member.address()))
                .toList();
    }

    private static Map<String, Affiliation> contradicting(Room room, List<Member> members) {
        Map<String, Affiliation> listed = new HashMap<>();
        members.forEach(member -> listed.put(member.address(), member.affiliation()));
        Map<String, Affiliation> others = new HashMap<>();
        for (Occupant one : room.occupants().values()) {
            Affiliation told = listed.getOrDefault(Objects.requireNonNullElse(one.address(), ""), Affiliation.NONE);
            if (one.address() != null && told != one.affiliation()) {
                others.put(one.address(), one.affiliation());
            }
        }
        return others;
    }
}
