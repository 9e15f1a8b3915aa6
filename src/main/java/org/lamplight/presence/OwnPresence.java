package org.lamplight.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * One's own presence and its only writer: sources give observations, this folds them and tells the networks. All methods
 * belong on the core thread.
 */
public final class OwnPresence {
    private final CoreThread core;
    private final Events events;
    private final Clock clock;
    private final ChoiceMemory memory;
    private final List<Observation> choices = new ArrayList<>();
    private final Map<Source, Observation> automatic = new LinkedHashMap<>();
    private final Set<String> silenced = new TreeSet<>();
    private final Set<PresencePublisher> publishers = new LinkedHashSet<>();
    private Rules rules;
    private OwnStatus own = new OwnStatus(Presence.UNKNOWN, Status.AVAILABLE);
    private CoreThread.@Nullable Timer timer;

    public OwnPresence(CoreThread core, Events events, Clock clock, Rules rules, ChoiceMemory memory) {
        this.core = core;
        this.events = events;
        this.clock = clock;
        this.rules = rules;
        this.memory = memory;
        choices.addAll(memory.choices());
        silenced.addAll(memory.silenced());
        this.own = folded();
        awaitNextChange();
    }

    public OwnStatus now() {
        Threads.requireCore();
        return own;
    }

    /** The person chooses a status, with words and an end if they like; what they chose before waits beneath it. */
    public void choose(Status status, @Nullable String note, @Nullable Instant until) {
        if (!Status.choosable().contains(status)) {
            throw new IllegalArgumentException(status.key());
        }
        Instant now = clock.instant();
        choices.removeIf(older -> !older.holds(now));
        if (until == null) {
            choices.clear();
        }
        choices.add(new Observation(Source.CHOICE, status, afterAllOthers(now), until, note, null));
        memory.keep(List.copyOf(choices));
        refresh();
    }

    /** The last choice is the newest even where the clock stood still or went back. */
    private Instant afterAllOthers(Instant now) {
        return choices.stream()
                .map(Observation::since)
                .filter(Objects::nonNull)
                .map(since -> since.plusMillis(1))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Forgets what was chosen: back to available. */
    public void clearChoice() {
        choices.clear();
        memory.keep(List.of());
        refresh();
    }

    /** A source other than the person says something; it replaces what that source said before. */
    public void observe(Observation seen) {
        automatic.put(seen.source(), seen);
        refresh();
    }

    /** A source has nothing more to say. */
    public void forget(Source source) {
        automatic.remove(source);
        refresh();
    }

    /** Lets a source count or not, over restarts too. */
    public void listenTo(Source source, boolean on) {
        boolean changed = on ? silenced.remove(source.toString()) : silenced.add(source.toString());
        if (changed) {
            memory.keepSilenced(Set.copyOf(silenced));
            refresh();
        }
    }

    /** The sources that do not count because the person switched them off. */
    public Set<Source> silenced() {
        Threads.requireCore();
        return silenced.stream()
                .flatMap(text -> Source.parse(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public void useRules(Rules newRules) {
        this.rules = newRules;
        refresh();
    }

    /** From now on this network hears of every change; it is told the present state at once. */
    public void addPublisher(PresencePublisher publisher) {
        Threads.requireCore();
        if (publishers.add(publisher)) {
            publisher.publish(own.presence());
        }
    }

    public void removePublisher(PresencePublisher publisher) {
        Threads.requireCore();
        publishers.remove(publisher);
    }

    private void refresh() {
        Threads.requireCore();
        OwnStatus before = own;
        own = folded();
        awaitNextChange();
        if (!own.equals(before)) {
            events.publish(new OwnPresenceChanged(own));
        }
        if (!own.presence().equals(before.presence())) {
            publishers.forEach(publisher -> publisher.publish(own.presence()));
        }
    }

    private OwnStatus folded() {
        Instant now = clock.instant();
        Presence presence = Fold.fold(observations(), Whose.OWN, rules, now);
        Observation choice = Reach.newest(
                choices.stream().filter(chosen -> chosen.holds(now)).toList(), Source.Kind.CHOICE);
        return new OwnStatus(presence, choice == null ? Status.AVAILABLE : choice.status());
    }

    private List<Observation> observations() {
        List<Observation> all = new ArrayList<>(choices);
        automatic.values().stream()
                .filter(seen -> !silenced.contains(seen.source().toString()))
                .forEach(all::add);
        return all;
    }

    private void awaitNextChange() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
        Instant now = clock.instant();
        Instant next = Fold.nextChange(observations(), rules, now);
        if (next != null) {
            timer = core.later(Duration.between(now, next).plusMillis(1), this::refresh);
        }
    }
}
