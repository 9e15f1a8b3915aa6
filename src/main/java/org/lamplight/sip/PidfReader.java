package org.lamplight.sip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnWords;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.presence.StatusTexts;

/** One presence document. Of several persons in it, the newest speaks; of several tuples, every open one. */
final class PidfReader {
    private static final StatusTexts TEXTS = new StatusTexts();

    /** What somebody does lies over whether they take calls: Asterisk says closed of a phone that rings. */
    private static final Set<Status> DOING = EnumSet.of(
            Status.RINGING,
            Status.ON_THE_PHONE,
            Status.ON_VIDEO,
            Status.IN_A_MEETING,
            Status.IN_A_MEETING_ON_THE_PHONE,
            Status.PRESENTING,
            Status.DO_NOT_DISTURB);

    /** A text may say more than these; any other status was said clearly. */
    private static final Set<Status> VAGUE = EnumSet.of(
            Status.AVAILABLE, Status.BUSY, Status.AWAY, Status.EXTENDED_AWAY, Status.IDLE, Status.ON_THE_PHONE);

    /** What phone systems write as a note where there is nothing to say. */
    private static final Set<String> NO_NOTES =
            Set.of("ready", "available", "unavailable", "registered", "unregistered", "online", "offline", "open");

    private final XmlElement root;
    private final Source source;
    private final Instant now;
    private final Optional<XmlElement> person;
    private final List<PidfTuple> tuples;

    PidfReader(XmlElement root, Source source, Instant now) {
        this.root = root;
        this.source = source;
        this.now = now;
        this.person = newest(root.children("person").toList());
        this.tuples = root.children("tuple")
                .map(tuple -> new PidfTuple(tuple, now))
                .filter(PidfTuple::speaks)
                .toList();
    }

    List<Observation> observations() {
        List<Observation> seen = new ArrayList<>();
        if (person.isPresent() || !tuples.isEmpty()) {
            seen.add(observation());
        }
        DigiumPresence.observation(root, source).ifPresent(seen::add);
        return List.copyOf(seen);
    }

    private static Optional<XmlElement> newest(List<XmlElement> persons) {
        Optional<XmlElement> newest = Optional.empty();
        Instant at = Instant.MIN;
        for (XmlElement one : persons) {
            Instant stamp = stamp(one).orElse(Instant.MIN);
            if (!stamp.isBefore(at)) {
                newest = Optional.of(one);
                at = stamp;
            }
        }
        return newest;
    }

    private static Optional<Instant> stamp(XmlElement part) {
        return part.child("timestamp").flatMap(stamp -> Moment.parse(stamp.text()));
    }

    private Observation observation() {
        RichParts rich = new RichParts(parts(), now);
        String text = text();
        Status told = rich.status().orElse(Status.AVAILABLE);
        Status status = isOpen() ? open(told, text, rich) : closed(told, text);
        Optional<Instant> since = status == Status.IDLE ? rich.lastInput() : Optional.empty();
        return Observation.of(source, status)
                .since(since.or(rich::since).or(this::stamp).orElse(null))
                .until(rich.until().or(this::tupleEnd).orElse(null))
                .note(note(text, status));
    }

    /** The person and what can be reached of them; of what is closed only the state counts. */
    private List<XmlElement> parts() {
        List<XmlElement> parts = new ArrayList<>(person.stream().toList());
        tuples.stream().filter(PidfTuple::isOpen).map(PidfTuple::element).forEach(parts::add);
        root.children("device").forEach(parts::add);
        return parts;
    }

    private boolean isOpen() {
        boolean silent = tuples.stream().noneMatch(PidfTuple::saysBasic);
        Optional<String> own = person.flatMap(one ->
                one.descendants("basic").findFirst().map(basic -> basic.text().strip()));
        return silent
                ? !own.orElse("open").equalsIgnoreCase("closed")
                : tuples.stream().anyMatch(PidfTuple::isOpen);
    }

    private Optional<Instant> stamp() {
        return person.flatMap(PidfReader::stamp)
                .or(() -> tuples.stream()
                        .flatMap(tuple -> stamp(tuple.element()).stream())
                        .max(Instant::compareTo))
                .map(stamp -> stamp.isAfter(now) ? now : stamp);
    }

    private Optional<Instant> tupleEnd() {
        return tuples.stream().flatMap(tuple -> tuple.until().stream()).findFirst();
    }

    private Status open(Status told, @Nullable String text, RichParts rich) {
        Optional<Status> key = person.flatMap(PidfReader::key);
        if (key.isPresent()) {
            return key.get();
        }
        Status status = explained(told, text);
        boolean mayIdle = status == Status.AVAILABLE || status == Status.AWAY;
        return mayIdle && rich.isIdle() ? Status.IDLE : status;
    }

    private static Status closed(Status told, @Nullable String text) {
        Status status = explained(told, text);
        return DOING.contains(status) ? status : Status.OFFLINE;
    }

    /** The status with what its text adds: the note alone tells ringing, talking and holding apart at Asterisk. */
    private static Status explained(Status told, @Nullable String text) {
        String quiet = OwnWords.of(Status.DO_NOT_DISTURB);
        if (told == Status.BUSY && text != null && text.regionMatches(true, 0, quiet, 0, quiet.length())) {
            return Status.DO_NOT_DISTURB;
        }
        return TEXTS.meaning(text)
                .filter(meant -> VAGUE.contains(told) && rises(told, meant))
                .map(meant -> told == Status.ON_THE_PHONE && meant == Status.IN_A_MEETING
                        ? Status.IN_A_MEETING_ON_THE_PHONE
                        : meant)
                .orElse(told);
    }

    private static boolean rises(Status told, Status meant) {
        return switch (meant) {
            case IDLE, AWAY -> told == Status.AWAY;
            case BUSY, OUT_OF_OFFICE -> told != Status.ON_THE_PHONE;
            default -> true;
        };
    }

    private static Optional<Status> key(XmlElement person) {
        return person.children("status")
                .filter(status -> status.value("xmlns").equals(Pidf.KEY_NAMESPACE))
                .flatMap(status -> Status.ofKey(status.value("key")).stream())
                .filter(Status::isSeenOnline)
                .findFirst();
    }

    private @Nullable String text() {
        List<XmlElement> speakers = new ArrayList<>(person.stream().toList());
        tuples.forEach(tuple -> speakers.add(tuple.element()));
        speakers.add(root);
        return speakers.stream()
                .flatMap(speaker -> speaker.children("note"))
                .flatMap(note -> Optional.ofNullable(PlainText.line(note.text(), PlainText.SHORT)).stream())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String note(@Nullable String text, Status status) {
        if (text == null || NO_NOTES.contains(text.toLowerCase(Locale.ROOT))) {
            return null;
        }
        return status == Status.ON_THE_PHONE && TEXTS.saysHeld(text) ? text : TEXTS.note(text, status);
    }
}
