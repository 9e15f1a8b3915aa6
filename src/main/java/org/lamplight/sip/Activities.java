package org.lamplight.sip;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.presence.Status;

/** Which status activities tell: those of RFC 4480, and those of Cisco's and Microsoft's own namespaces. Pure. */
final class Activities {
    private static final Map<Status, Set<String>> NAMES = Map.of(
            Status.ON_THE_PHONE, Set.of("on-the-phone", "onthephone", "in-a-call"),
            Status.RINGING, Set.of("alerting", "ringing"),
            Status.IN_A_MEETING,
                    Set.of("meeting", "appointment", "performance", "in-a-meeting", "in-a-conference", "conference"),
            Status.PRESENTING, Set.of("presentation", "presenting"),
            Status.DO_NOT_DISTURB, Set.of("dnd", "do-not-disturb", "urgent-interruptions-only"),
            Status.BUSY, Set.of("busy"),
            Status.OUT_OF_OFFICE, Set.of("vacation", "holiday", "permanent-absence", "out-of-office", "off-work"),
            Status.IDLE, Set.of("inactive"),
            Status.AWAY,
                    Set.of(
                            "away",
                            "be-right-back",
                            "breakfast",
                            "dinner",
                            "in-transit",
                            "lunch",
                            "meal",
                            "playing",
                            "shopping",
                            "sleeping",
                            "spectator",
                            "steering",
                            "travel",
                            "tv",
                            "worship"));

    /** Where several stand together, the first decides; a call in a meeting is one status of its own. */
    private static final List<Status> STRONGEST_FIRST = List.of(
            Status.DO_NOT_DISTURB,
            Status.PRESENTING,
            Status.ON_THE_PHONE,
            Status.IN_A_MEETING,
            Status.RINGING,
            Status.BUSY,
            Status.OUT_OF_OFFICE,
            Status.AWAY,
            Status.IDLE);

    private Activities() {}

    /** The one status of all these; empty where they tell none, such as {@code working} or {@code other}. */
    static Optional<Status> status(Collection<String> names) {
        Set<Status> told = EnumSet.noneOf(Status.class);
        NAMES.forEach((status, words) -> {
            if (names.stream().anyMatch(words::contains)) {
                told.add(status);
            }
        });
        return STRONGEST_FIRST.stream()
                .filter(told::contains)
                .findFirst()
                .map(first -> first == Status.ON_THE_PHONE && told.contains(Status.IN_A_MEETING)
                        ? Status.IN_A_MEETING_ON_THE_PHONE
                        : first);
    }

    /** The activities by which others are told a status; see the mapping in {@link Pidf}. */
    static List<String> of(Status status) {
        return switch (status) {
            case BUSY, DO_NOT_DISTURB -> List.of("busy");
            case AWAY, EXTENDED_AWAY, OUT_OF_OFFICE -> List.of("away");
            case ON_THE_PHONE, ON_VIDEO -> List.of("on-the-phone");
            case IN_A_MEETING -> List.of("meeting");
            case IN_A_MEETING_ON_THE_PHONE -> List.of("meeting", "on-the-phone");
            case PRESENTING -> List.of("presentation");
            default -> List.of();
        };
    }
}
