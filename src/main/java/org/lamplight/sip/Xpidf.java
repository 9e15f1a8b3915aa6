package org.lamplight.sip;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** The older presence document, application/xpidf+xml, of phones that know no other. Pure. */
final class Xpidf {
    private Xpidf() {}

    static List<Observation> observations(XmlElement root, Source source) {
        return Optional.of(root).stream()
                .flatMap(presence -> presence.descendants("address"))
                .findFirst()
                .flatMap(Xpidf::status)
                .map(status -> List.of(Observation.of(source, status)))
                .orElse(List.of());
    }

    private static Optional<Status> status(XmlElement address) {
        String finer = word(address, "msnsubstatus", "substatus");
        return switch (finer.isEmpty() ? word(address, "status", "status") : finer) {
            case "open", "online" -> Optional.of(Status.AVAILABLE);
            case "inuse", "onthephone" -> Optional.of(Status.ON_THE_PHONE);
            case "busy" -> Optional.of(Status.BUSY);
            case "away", "berightback", "outtolunch" -> Optional.of(Status.AWAY);
            case "idle" -> Optional.of(Status.IDLE);
            case "closed", "offline" -> Optional.of(Status.OFFLINE);
            default -> Optional.empty();
        };
    }

    private static String word(XmlElement address, String element, String attribute) {
        return address.child(element)
                .map(found -> found.value(attribute).toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
