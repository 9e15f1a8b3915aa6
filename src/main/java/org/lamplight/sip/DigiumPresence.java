package org.lamplight.sip;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/**
 * The person's own word, which Asterisk adds for phones of Digium and Sangoma: the rest of that body tells only what the
 * phone does. Pure.
 */
final class DigiumPresence {
    private DigiumPresence() {}

    static Optional<Observation> observation(XmlElement root, Source source) {
        return root.descendants("digium_presence")
                .findFirst()
                .flatMap(told -> status(told.value("type"))
                        .map(status -> Observation.of(source, status).note(note(told))));
    }

    private static Optional<String> note(String text) {
        return Optional.ofNullable(PlainText.line(text, PlainText.SHORT));
    }

    private static @Nullable String note(XmlElement told) {
        return note(told.text()).or(() -> note(told.value("subtype"))).orElse(null);
    }

    private static Optional<Status> status(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "available" -> Optional.of(Status.AVAILABLE);
            case "chat" -> Optional.of(Status.FREE_TO_CHAT);
            case "away" -> Optional.of(Status.AWAY);
            case "xa" -> Optional.of(Status.EXTENDED_AWAY);
            case "dnd" -> Optional.of(Status.DO_NOT_DISTURB);
            case "unavailable" -> Optional.of(Status.OFFLINE);
            default -> Optional.empty();
        };
    }
}
