package org.lamplight.sip;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.presence.Status;

/** What the parts of a document tell by rich presence (RFC 4480) at one instant. Immutable. */
final class RichParts {
    private final List<XmlElement> activities;
    private final List<XmlElement> inputs;
    private final Instant now;

    /** @param parts the person first; a person's word on input counts before that of devices */
    RichParts(List<XmlElement> parts, Instant now) {
        this.now = now;
        this.activities = parts.stream()
                .flatMap(part -> part.descendants("activities"))
                .filter(this::holds)
                .toList();
        this.inputs = parts.stream()
                .map(part -> part.descendants("user-input").toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean holds(XmlElement timed) {
        boolean ahead = Moment.parse(timed.value("from")).filter(now::isBefore).isPresent();
        boolean ended = Moment.parse(timed.value("until"))
                .filter(end -> !now.isBefore(end))
                .isPresent();
        return !ahead && !ended;
    }

    Optional<Status> status() {
        return Activities.status(activities.stream().flatMap(RichParts::names).toList());
    }

    /** Some versions of Asterisk write the activity as text, {@code ep:busy}. */
    private static Stream<String> names(XmlElement activities) {
        Stream<String> words =
                Stream.of(activities.text().strip().split("\\s+")).map(word -> word.substring(word.indexOf(':') + 1));
        return Stream.concat(activities.children().stream().map(XmlElement::name), words);
    }

    Optional<Instant> since() {
        return activities.stream()
                .flatMap(one -> Moment.past(one.value("from"), now).stream())
                .max(Comparator.naturalOrder());
    }

    Optional<Instant> until() {
        return activities.stream()
                .flatMap(one -> Moment.parse(one.value("until")).stream())
                .min(Comparator.naturalOrder());
    }

    boolean isIdle() {
        return !inputs.isEmpty()
                && inputs.stream().allMatch(input -> input.text().strip().equalsIgnoreCase("idle"));
    }

    Optional<Instant> lastInput() {
        return inputs.stream()
                .flatMap(input -> Moment.past(input.value("last-input"), now).stream())
                .max(Comparator.naturalOrder());
    }
}
