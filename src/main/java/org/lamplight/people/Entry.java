package org.lamplight.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** One contact of one account with what was observed of it. Core only. */
final class Entry {
    final String account;
    Contact contact;

    /** Whether the account has a session, so that silence means "not there" rather than "not known". */
    boolean live;

    private final Map<Source, List<Observation>> seen = new LinkedHashMap<>();

    Entry(String account, Contact contact) {
        this.account = account;
        this.contact = contact;
    }

    void observe(Source source, List<Observation> now) {
        if (now.isEmpty()) {
            seen.remove(source);
        } else {
            seen.put(source, now);
        }
    }

    void forgetAll() {
        seen.clear();
    }

    Collection<Observation> observations() {
        List<Observation> all = new ArrayList<>(2);
        Source roster = Source.resource(contact.address());
        boolean silent = !contact.subscription().showsThem();
        seen.forEach((source, now) -> now.stream()
                // who is asked is first said to be offline by their server, which knows no better
                .filter(one -> !silent || !source.equals(roster) || one.status() != Status.OFFLINE)
                .forEach(all::add));
        if (contact.blocked()) {
            all.add(Observation.of(roster, Status.BLOCKED));
        } else if (silent) {
            all.add(Observation.of(roster, Status.NOT_SHARED));
        } else if (live && !seen.containsKey(roster)) {
            all.add(Observation.of(roster, Status.OFFLINE));
        }
        return all;
    }
}
