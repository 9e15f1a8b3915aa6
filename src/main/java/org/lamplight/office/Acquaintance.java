package org.lamplight.office;

import java.util.List;
import org.lamplight.office.colleagues.Person;
import org.lamplight.office.xmpp.XmppServer;

/** Who knows whom in the office: the rosters as they are at the start. */
final class Acquaintance {
    /** Beyond these, people know only the newcomer: everybody in everybody's roster would be too much. */
    private static final int CLOSE = 20;

    private Acquaintance() {}

    static void introduce(XmppServer xmpp, String newcomer, String newcomerName, List<Person> people) {
        for (Person person : people) {
            boolean both = person.relation().equals("both");
            if (!person.relation().equals("asks")) {
                xmpp.addContact(newcomer, person.id(), person.name(), person.groups(), both, both);
            }
            if (both) {
                xmpp.addContact(person.id(), newcomer, newcomerName, List.of("Office"), true, true);
            }
        }
        List<Person> close = people.subList(0, Math.min(CLOSE, people.size()));
        for (Person one : close) {
            for (Person other : close) {
                if (!one.id().equals(other.id())) {
                    xmpp.addContact(one.id(), other.id(), other.name(), other.groups(), true, true);
                }
            }
        }
    }
}
