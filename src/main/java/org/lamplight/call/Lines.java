package org.lamplight.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/** The lines that there are, and which one calls go out on. Core only. */
public final class Lines {
    private final Events events;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, LineState> states = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private String preferred;

    /** @param preferred the line that calls shall go out on, if it is there; may be empty */
    public Lines(Events events, String preferred) {
        this.events = events;
        this.preferred = preferred;
    }

    /** A line is there; it registers. */
    public void add(Line line) {
        Threads.requireCore();
        lines.put(line.id(), line);
        states.put(line.id(), LineState.REGISTERING);
        tellAll();
    }

    public void remove(String id) {
        Threads.requireCore();
        if (lines.remove(id) != null) {
            states.remove(id);
            reasons.remove(id);
            events.publish(new CallEvent.LineGone(id));
            tellAll();
        }
    }

    /** How a line does; {@code reason} is a sentence where something is wrong. */
    public void report(String id, LineState state, @Nullable String reason) {
        Threads.requireCore();
        if (!lines.containsKey(id)) {
            return;
        }
        states.put(id, state);
        if (reason == null) {
            reasons.remove(id);
        } else {
            reasons.put(id, reason);
        }
        tellAll();
    }

    /** Calls go out on this line from now on. */
    public void prefer(String id) {
        Threads.requireCore();
        preferred = id;
        tellAll();
    }

    public List<LineStatus> all() {
        Threads.requireCore();
        return lines.values().stream().map(this::status).toList();
    }

    Optional<Line> find(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** The line that calls go out on: the preferred one if it can, else the first that can, else the preferred or first. */
    Optional<Line> outgoing() {
        Optional<Line> wanted = find(preferred);
        return wanted.filter(this::isRegistered)
                .or(() -> lines.values().stream().filter(this::isRegistered).findFirst())
                .or(() -> wanted)
                .or(() -> lines.values().stream().findFirst());
    }

    boolean isRegistered(Line line) {
        return states.get(line.id()) == LineState.REGISTERED;
    }

    private void tellAll() {
        lines.values().forEach(line -> events.publish(new CallEvent.LineChanged(status(line))));
    }

    private LineStatus status(Line line) {
        return new LineStatus(
                line.id(),
                line.kind(),
                states.getOrDefault(line.id(), LineState.UNCONFIGURED),
                line.address(),
                reasons.get(line.id()),
                outgoing().filter(line::equals).isPresent(),
                line.abilities());
    }
}
