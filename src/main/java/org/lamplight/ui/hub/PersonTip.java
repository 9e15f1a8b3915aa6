package org.lamplight.ui.hub;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Reason;
import org.lamplight.ui.kit.Stage;

/** Why somebody shows as they do and what can be done about it, line by line. */
final class PersonTip {
    private final Stage stage;
    private final Texts texts;

    PersonTip(Stage stage, Texts texts) {
        this.stage = stage;
        this.texts = texts;
    }

    /** The first line is the heading. */
    String of(Person person) {
        List<String> lines = new ArrayList<>();
        lines.add(PlainText.line(person.name()));
        lines.add(stage.words().of(person));
        since(person.presence(), lines);
        devices(person.presence(), lines);
        person.addresses().stream().map(PersonTip::address).forEach(lines::add);
        lines.add(texts.get(person.can().contains("chat") ? can(person) : "tip.nothing"));
        return String.join("\n", lines);
    }

    private String can(Person person) {
        return person.presence().status().hasSession() ? "tip.chat" : "tip.chatLater";
    }

    private void since(Presence presence, List<String> lines) {
        String source = presence.reasons().stream()
                .filter(Reason::wins)
                .map(reason -> reason.observation().source().kind())
                .map(kind -> texts.get("source." + kind.name()))
                .findFirst()
                .orElse("");
        if (presence.since() != null && !source.isEmpty()) {
            lines.add(texts.get("tip.sinceFrom", stage.moments().moment(presence.since()), source));
        } else if (presence.since() != null) {
            lines.add(texts.get("tip.since", stage.moments().moment(presence.since())));
        } else if (!source.isEmpty()) {
            lines.add(texts.get("tip.from", source));
        }
    }

    private void devices(Presence presence, List<String> lines) {
        Set<String> devices = new LinkedHashSet<>();
        presence.reasons().stream()
                .map(Reason::observation)
                .map(Observation::device)
                .filter(Objects::nonNull)
                .map(PlainText::line)
                .filter(name -> !name.isEmpty())
                .forEach(devices::add);
        if (!devices.isEmpty()) {
            lines.add(texts.get("tip.on", String.join(", ", devices)));
        }
    }

    private static String address(Address address) {
        String value = PlainText.line(address.value());
        return address.label() == null ? value : PlainText.line(address.label()) + " · " + value;
    }
}
