package org.lamplight.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.ClockTimer;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.PlainText;
import org.lamplight.core.Threads;

/**
 * One's own presence and its only writer: sources give observations, this folds them and tells the networks. All methods
 * belong on the core thread.
 */
public final class OwnPresence {
    private final Events events;
    private final Clock clock;
    private final OwnChoices choices;
    private final AutomaticSources automatic;
    private final ReadyChoices ready;
    private final Set<PresencePublisher> publishers = new LinkedHashSet<>();
    private final ClockTimer timer;
    private Rules rules;
    private OwnStatus own = new OwnStatus(Presence.UNKNOWN, Status.AVAILABLE, null, null);

    public OwnPresence(CoreThread core, Events events, Clock clock, Rules rules, PresenceMemory memory) {
        this.timer = new ClockTimer(core, clock, this::refresh);
        this.events = events;
        this.clock = clock;
        this.rules = rules;
        this.choices = new OwnChoices(clock, memory);
        this.automatic = new AutomaticSources(memory);
        this.ready = new ReadyChoices(memory);
        fold(clock.instant());
    }

    public OwnStatus now() {
        Threads.requireCore();
        return own;
    }

    /** What the person may choose again with one click. */
    public ReadyChoices ready() {
        return ready;
    }

    /**
     * The person chooses a status, with words and an end if they like. What they chose before waits beneath a choice that
     * ends. Throws IllegalArgumentException for what nobody can choose.
     */
    public void choose(Status status, @Nullable String note, @Nullable Instant until) {
        Threads.requireCore();
        if (!Status.choosable().contains(status)) {
            throw new IllegalArgumentException(status.key());
        }
        String words = words(note);
        choices.choose(status, words, until);
        remember(words);
        refresh();
    }

    /** Other words for what is chosen already, which stays chosen for as long as it was; null takes them away. */
    public void reword(@Nullable String note) {
        Threads.requireCore();
        String words = words(note);
        choices.reword(words);
        remember(words);
        refresh();
    }

    private void remember(@Nullable String words) {
        if (words != null) {
            ready.used(words);
        }
    }

    /** On one line, as long as others show it, and nothing that files or networks can't hold. */
    private static @Nullable String words(@Nullable String note) {
        return note == null ? null : PlainText.line(PlainText.xml(note), PlainText.SHORT);
    }

    /** Forgets what was chosen: back to available. */
    public void clearChoice() {
        Threads.requireCore();
        choices.clear();
        refresh();
    }

    /** A source other than the person says something; it replaces what that source said before. */
    public void observe(Observation seen) {
        Threads.requireCore();
        automatic.observe(seen.note(words(seen.note())), clock.instant());
        refresh();
    }

    /** A source has nothing more to say. */
    public void forget(Source source) {
        Threads.requireCore();
        automatic.forget(source, clock.instant());
        refresh();
    }

    /** The person says that it is over, before the source does: a meeting that ended early. */
    public void dismiss(Source source) {
        Threads.requireCore();
        automatic.dismiss(source, clock.instant());
        refresh();
    }

    /** Lets a source count or not, over restarts too. */
    public void listenTo(Source source, boolean on) {
        Threads.requireCore();
        if (automatic.listenTo(source, on)) {
            refresh();
        }
    }

    /** The sources that do not count because the person switched them off. */
    public Set<Source> silenced() {
        Threads.requireCore();
        return automatic.silenced().stream()
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
        fold(clock.instant());
        if (!own.equals(before)) {
            events.publish(new OwnPresenceChanged(own));
        }
        if (!own.presence().equals(before.presence())) {
            publishers.forEach(publisher -> publisher.publish(own.presence()));
        }
    }

    /** And sees to what comes next as of the same moment: what ends between two looks at the clock would never be noticed. */
    private void fold(Instant now) {
        List<Observation> all = new ArrayList<>(choices.all());
        all.addAll(automatic.counting(now));
        Presence presence = Fold.fold(all, Whose.OWN, rules, now);
        Observation choice = choices.current(now);
        own = choice == null
                ? new OwnStatus(presence, Status.AVAILABLE, null, null)
                : new OwnStatus(presence, choice.status(), choice.until(), choice.note());
        timer.set(Fold.nextChange(all, rules, now));
    }
}
