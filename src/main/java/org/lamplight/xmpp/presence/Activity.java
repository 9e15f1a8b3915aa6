package org.lamplight.xmpp.presence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;

/** User activity (XEP-0108): which statuses it tells, and how we tell ours. Pure. */
final class Activity {
    static final String NAMESPACE = "http://jabber.org/protocol/activity";

    /** What stands for a status, as general and specific activity. */
    private record Words(
            String general, String specific, @Nullable String text) {}

    private static final Map<Status, Words> OURS = Map.of(
            Status.ON_THE_PHONE, new Words("talking", "on_the_phone", null),
            Status.ON_VIDEO, new Words("talking", "on_video_phone", null),
            Status.IN_A_MEETING, new Words("working", "in_a_meeting", null),
            Status.PRESENTING, new Words("working", "in_a_meeting", "presenting"),
            Status.IN_A_MEETING_ON_THE_PHONE, new Words("talking", "on_the_phone", "in a meeting"),
            Status.BUSY, new Words("working", "", null),
            Status.OUT_OF_OFFICE, new Words("traveling", "", null));

    private Activity() {}

    /** The element that tells this status; an empty one clears what was told before. */
    static StandardExtensionElement of(Status status) {
        StandardExtensionElement.Builder activity = StandardExtensionElement.builder("activity", NAMESPACE);
        Words words = OURS.get(status);
        if (words != null) {
            StandardExtensionElement.Builder general = StandardExtensionElement.builder(words.general(), NAMESPACE);
            if (!words.specific().isEmpty()) {
                general.addElement(StandardExtensionElement.builder(words.specific(), NAMESPACE)
                        .build());
            }
            activity.addElement(general.build());
            if (words.text() != null) {
                activity.addElement("text", words.text());
            }
        }
        return activity.build();
    }

    /** The status that an activity tells, if it tells one. */
    static Optional<Status> read(StandardExtensionElement activity) {
        String text = Optional.ofNullable(activity.getFirstElement("text"))
                .map(StandardExtensionElement::getText)
                .orElse("");
        for (StandardExtensionElement general : activity.getElements()) {
            Optional<Status> told = read(general, text);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private static Optional<Status> read(StandardExtensionElement general, String text) {
        List<String> specific = general.getElements().stream()
                .map(StandardExtensionElement::getElementName)
                .toList();
        boolean meeting = text.toLowerCase(java.util.Locale.ROOT).contains("meeting");
        return switch (general.getElementName()) {
            case "talking" -> talking(specific, meeting);
            case "working" -> working(specific, text);
            case "having_appointment" -> Optional.of(Status.IN_A_MEETING);
            case "inactive" ->
                specific.contains("on_vacation") || specific.contains("day_off")
                        ? Optional.of(Status.OUT_OF_OFFICE)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Status> talking(List<String> specific, boolean meeting) {
        if (specific.contains("on_video_phone")) {
            return Optional.of(Status.ON_VIDEO);
        }
        if (specific.contains("on_the_phone")) {
            return Optional.of(meeting ? Status.IN_A_MEETING_ON_THE_PHONE : Status.ON_THE_PHONE);
        }
        return Optional.empty();
    }

    private static Optional<Status> working(List<String> specific, String text) {
        if (!specific.contains("in_a_meeting")) {
            return Optional.empty();
        }
        return Optional.of(text.equals("presenting") ? Status.PRESENTING : Status.IN_A_MEETING);
    }
}
