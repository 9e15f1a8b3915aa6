package org.lamplight.ui.call;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lamplight.core.PlainText;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.presence.Presence;
import org.lamplight.ui.kit.Mirrors;

/**
 * Somebody whom one may call.
 *
 * @param target where
 */
record Callee(String name, String target, Presence presence) {

    /** Everybody with these letters in the name or an address who can be called, by name; at most so many. EDT. */
    static List<Callee> matching(String typed, Mirrors mirrors, int most) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? List.of()
                : mirrors.people().all().stream()
                        .filter(person -> matches(person, wanted))
                        .flatMap(person -> of(person, mirrors))
                        .sorted(Comparator.comparing(Callee::name, String.CASE_INSENSITIVE_ORDER))
                        .limit(most)
                        .toList();
    }

    private static Stream<Callee> of(Person person, Mirrors mirrors) {
        return CallTarget.of(person, mirrors).stream()
                .map(target -> new Callee(PlainText.line(person.name()), target, person.presence()));
    }

    private static boolean matches(Person person, String wanted) {
        return person.name().toLowerCase(Locale.ROOT).contains(wanted)
                || person.addresses().stream()
                        .map(Address::value)
                        .anyMatch(address -> address.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** What people read of it. */
    String shown() {
        return shown(target);
    }

    /** What people read of a target. */
    static String shown(String target) {
        return PlainText.line(target.replaceFirst("(?i)^(sips?|tel):", ""));
    }
}
