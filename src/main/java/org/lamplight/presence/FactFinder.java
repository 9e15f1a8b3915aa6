package org.lamplight.presence;

import static org.lamplight.presence.Source.Kind.APP;
import static org.lamplight.presence.Source.Kind.CALENDAR;
import static org.lamplight.presence.Source.Kind.CHOICE;
import static org.lamplight.presence.Source.Kind.INPUT;
import static org.lamplight.presence.Source.Kind.LOCK;
import static org.lamplight.presence.Source.Kind.RESOURCE;
import static org.lamplight.presence.Source.Kind.SIP;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first stage of the fold: observations become facts, and several devices of one person become one voice. */
final class FactFinder {
    private final List<Observation> held;
    private final Whose whose;
    private final Rules rules;
    private final Instant now;
    private final Facts facts = new Facts();
    private final @Nullable Observation choice;
    private final @Nullable Observation best;

    private FactFinder(List<Observation> held, Whose whose, Rules rules, Instant now) {
        this.held = held;
        this.whose = whose;
        this.rules = rules;
        this.now = now;
        this.choice = Reach.newest(held, CHOICE);
        this.best = Reach.best(held);
    }

    /** The facts of observations that all hold now. */
    static Facts find(List<Observation> held, Whose whose, Rules rules, Instant now) {
        FactFinder finder = new FactFinder(held, whose, rules, now);
        finder.addGiven();
        held.forEach(finder::addWhatTheyDo);
        finder.addHowReachable();
        finder.addAbsence();
        return finder.facts;
    }

    private void addGiven() {
        facts.add("always");
        facts.add(whose == Whose.OWN ? "own" : "contact");
        if (whose == Whose.OWN) {
            facts.add("im");
        }
    }

    /** What a person does lies over how reachable they are, and any source may tell. */
    private void addWhatTheyDo(Observation seen) {
        if (isStaleChoice(seen)) {
            return;
        }
        switch (seen.status()) {
            case IN_A_MEETING, IN_A_MEETING_OFFLINE -> facts.add("meeting", seen);
            case ON_THE_PHONE, ON_THE_PHONE_OFFLINE -> facts.add("phone", seen);
            case IN_A_MEETING_ON_THE_PHONE -> addAll(seen, "meeting", "phone");
            case ON_VIDEO -> facts.add("video", seen);
            case PRESENTING -> facts.add("presenting", seen);
            case RINGING -> facts.add("ringing", seen);
            case BLOCKED -> facts.add("blocked", seen);
            case NOT_SHARED -> facts.add("not-shared", seen);
            case BUSY -> addBusy(seen);
            case DO_NOT_DISTURB -> addQuiet(seen);
            case OUT_OF_OFFICE -> addOut(seen);
            default -> {}
        }
        if (seen.source().kind() == RESOURCE
                && whose == Whose.CONTACT
                && seen.status().isSeenOnline()) {
            facts.add("im");
        }
        if (seen.source().kind() == APP) {
            facts.add("app=" + seen.status().key(), seen);
        }
    }

    private void addAll(Observation seen, String... names) {
        for (String name : names) {
            facts.add(name, seen);
        }
    }

    private boolean isStaleChoice(Observation seen) {
        return seen.source().kind() == CHOICE && !seen.equals(choice);
    }

    private void addBusy(Observation seen) {
        Source.Kind kind = seen.source().kind();
        if (kind == CALENDAR) {
            facts.add("meeting", seen);
        } else if (kind == Source.Kind.LAMP || kind == Source.Kind.LINE) {
            facts.add("phone", seen);
        } else if (kind == APP || kind == SIP) {
            facts.add("busy", seen);
        }
    }

    private void addQuiet(Observation seen) {
        if (List.of(CHOICE, RESOURCE, APP, SIP).contains(seen.source().kind())) {
            facts.add("quiet", seen);
        }
    }

    /** A choice made after a calendar's out of office began says that the person is here after all. */
    private void addOut(Observation seen) {
        boolean overruled = seen.source().kind() == CALENDAR
                && choice != null
                && choice.status() != Status.OUT_OF_OFFICE
                && choice.since() != null
                && seen.since() != null
                && choice.since().isAfter(seen.since());
        // A device is one of several: whether its word counts, the most reachable one decides
        if (!overruled && seen.source().kind() != RESOURCE) {
            facts.add("out", seen);
        }
    }

    private void addHowReachable() {
        if (choice != null) {
            facts.add("choice=" + choice.status().key(), choice);
            addBase(choice);
        }
        if (best != null) {
            facts.add("best=" + best.status().key(), best);
            if (choice == null) {
                addBase(best);
            }
        }
        if (choice == null && best == null && whose == Whose.OWN) {
            facts.add("available");
        }
        held.stream().filter(seen -> seen.source().kind() == APP).forEach(this::addAppBase);
    }

    private void addBase(Observation voice) {
        switch (voice.status()) {
            case BUSY, AWAY, EXTENDED_AWAY, FREE_TO_CHAT ->
                facts.add(voice.status().key(), voice);
            case IDLE -> addIdle(voice, Duration.ZERO);
            case OUT_OF_OFFICE -> facts.add("out", voice);
            default -> facts.add("available", voice);
        }
    }

    private void addAppBase(Observation seen) {
        switch (seen.status()) {
            case AWAY, EXTENDED_AWAY -> facts.add(seen.status().key(), seen);
            case IDLE -> addIdle(seen, Duration.ZERO);
            default -> {}
        }
    }

    /** Idle devices of a contact never reach this far unless the most reachable one is idle too. */
    private void addAbsence() {
        for (Observation seen : held) {
            Source.Kind kind = seen.source().kind();
            boolean there = seen.status() == Status.AVAILABLE || seen.status() == Status.FREE_TO_CHAT;
            if (kind == INPUT && !there) {
                addIdle(seen, rules.idleAfter());
            } else if (kind == LOCK && !there) {
                facts.add("locked", seen);
                addIfLong("locked-long", seen);
            }
            if (kind == RESOURCE && seen.status() == Status.OFFLINE) {
                facts.add("seen", seen);
            }
        }
    }

    private void addIdle(Observation seen, Duration after) {
        if (after.isZero() || seen.since() == null || !now.isBefore(seen.since().plus(after))) {
            facts.add("idle", seen);
            addIfLong("idle-long", seen);
        }
    }

    private void addIfLong(String fact, Observation seen) {
        if (seen.since() != null && !now.isBefore(seen.since().plus(rules.longAfter()))) {
            facts.add(fact, seen);
        }
    }

    /** The next instant after now at which a fact may change by time alone; null if none will. */
    static @Nullable Instant nextChange(Collection<Observation> observations, Rules rules, Instant now) {
        Instant next = null;
        for (Observation seen : observations) {
            next = sooner(next, seen.until(), now);
            Instant since = seen.since();
            if (since != null) {
                next = sooner(next, seen.source().kind() == CALENDAR ? since : null, now);
                boolean ages = seen.status() == Status.IDLE
                        || seen.source().kind() == INPUT
                        || seen.source().kind() == LOCK;
                next = sooner(next, ages ? since.plus(rules.idleAfter()) : null, now);
                next = sooner(next, ages ? since.plus(rules.longAfter()) : null, now);
            }
        }
        return next;
    }

    private static @Nullable Instant sooner(@Nullable Instant a, @Nullable Instant b, Instant now) {
        if (b == null || !b.isAfter(now)) {
            return a;
        }
        return a == null || b.isBefore(a) ? b : a;
    }
}
