package org.lamplight.sip;

import java.time.Instant;
import java.util.Optional;

/** A tuple at one instant: where a timed status of it holds then (RFC 4481), that one decides. Immutable. */
final class PidfTuple {
    private final XmlElement tuple;
    private final Optional<XmlElement> timed;

    PidfTuple(XmlElement tuple, Instant now) {
        this.timed = tuple.children("timed-status")
                .filter(status -> holds(status, now))
                .findFirst();
        this.tuple = tuple.without("timed-status");
    }

    private static boolean holds(XmlElement timed, Instant now) {
        Optional<Instant> from = Moment.parse(timed.value("from"));
        boolean begun = from.isPresent() && !now.isBefore(from.get());
        return begun
                && Moment.parse(timed.value("until"))
                        .map(now::isBefore)
                        .orElse(!timed.attributes().containsKey("until"));
    }

    /** The status that decides, with its activities. */
    XmlElement element() {
        return timed.orElse(tuple);
    }

    private Optional<String> basic() {
        return element()
                .descendants("basic")
                .findFirst()
                .map(basic -> basic.text().strip());
    }

    boolean saysBasic() {
        return basic().isPresent();
    }

    boolean isOpen() {
        return basic().filter("open"::equalsIgnoreCase).isPresent();
    }

    /** Whether it tells anything at all of the person. */
    boolean speaks() {
        return saysBasic() || element().descendants("activities").findAny().isPresent();
    }

    /** When the timed status that holds ends. */
    Optional<Instant> until() {
        return timed.flatMap(status -> Moment.parse(status.value("until")));
    }
}
