package org.lamplight.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.people.Person;

/** The lines that there are, and which one calls go out on. Core only. */
public final class Lines {
    private static final Texts TEXTS = Texts.of(Lines.class);
    private static final int LONGEST_TARGET = 500;

    private final Events events;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private String preferred;
    private volatile Set<String> domains = Set.of();

    private record Known(
            Line line, LineState state, @Nullable String reason) {
        boolean isRegistered() {
            return state == LineState.REGISTERED;
        }
    }

    /** @param preferred the line that calls shall go out on, if it is there; may be empty */
    public Lines(Events events, String preferred) {
        this.events = events;
        this.preferred = preferred;
    }

    /** A line is there; it registers. */
    public void add(Line line) {
        Threads.requireCore();
        known.put(line.id(), new Known(line, LineState.REGISTERING, null));
        tellAll();
    }

    public void remove(String id) {
        Threads.requireCore();
        if (known.remove(id) != null) {
            events.publish(new CallEvent.LineGone(id));
            tellAll();
        }
    }

    /** How a line does; {@code reason} is a sentence where something is wrong. */
    public void report(String id, LineState state, @Nullable String reason) {
        Threads.requireCore();
        if (known.computeIfPresent(id, (any, before) -> new Known(before.line(), state, reason)) != null) {
            tellAll();
        }
    }

    /** Calls go out on this line from now on. */
    public void prefer(String id) {
        Threads.requireCore();
        preferred = id;
        tellAll();
    }

    public List<LineStatus> all() {
        Threads.requireCore();
        Optional<Line> outgoing = outgoing();
        return known.values().stream()
                .map(one -> status(one, outgoing.filter(one.line()::equals).isPresent()))
                .toList();
    }

    /** Whether a call to this person could go out now. From any thread. */
    public boolean reach(Person person) {
        Set<String> own = domains;
        return !own.isEmpty() && PersonTarget.of(person, own).isPresent();
    }

    /** The rule that calls of this line go there; {@link CallRefused} where they can't. */
    public Forwarding forwarding(String line, Forwarding.When when, String target) {
        Threads.requireCore();
        Line carrier = forwardable(line);
        String there = typed(target)
                .filter(one -> one.indexOf(Forwarding.BETWEEN) < 0
                        && carrier.meant(one).isPresent())
                .orElseThrow(() -> new CallRefused(TEXTS.get("forward.target", target)));
        if (carrier.meant(there).filter(carrier.address()::equals).isPresent()) {
            throw new CallRefused(TEXTS.get("forward.itself"));
        }
        return new Forwarding(when, there);
    }

    /** The line of this id; {@link CallRefused} where its calls can't go elsewhere. */
    public Line forwardable(String line) {
        Threads.requireCore();
        return find(line)
                .filter(one -> one.abilities().contains(Ability.FORWARD))
                .orElseThrow(() -> new CallRefused(TEXTS.get("forward.line", line)));
    }

    /** Whom a person means to call, on one line; empty where nobody could. */
    static Optional<String> typed(String target) {
        return Optional.ofNullable(PlainText.line(target.strip(), LONGEST_TARGET))
                .filter(one -> !one.isBlank() && target.length() <= LONGEST_TARGET);
    }

    Optional<Line> find(String id) {
        return Optional.ofNullable(known.get(id)).map(Known::line);
    }

    /** The line that calls go out on: the preferred one if it can, else the first that can, else the preferred or first. */
    Optional<Line> outgoing() {
        Optional<Line> wanted = find(preferred);
        return wanted.filter(this::isRegistered)
                .or(() -> first(Known::isRegistered))
                .or(() -> wanted)
                .or(() -> first(any -> true));
    }

    private Optional<Line> first(Predicate<Known> which) {
        return known.values().stream().filter(which).map(Known::line).findFirst();
    }

    boolean isRegistered(Line line) {
        return Optional.ofNullable(known.get(line.id()))
                .filter(Known::isRegistered)
                .isPresent();
    }

    /** What one line does may change which one calls go out on. */
    private void tellAll() {
        domains = known.values().stream()
                .filter(Known::isRegistered)
                .map(one -> PersonTarget.domain(one.line().address()))
                .collect(Collectors.toUnmodifiableSet());
        all().forEach(status -> events.publish(new CallEvent.LineChanged(status)));
    }

    private static LineStatus status(Known one, boolean outgoing) {
        Line line = one.line();
        return new LineStatus(
                line.id(), line.kind(), one.state(), line.address(), one.reason(), outgoing, line.abilities());
    }
}
