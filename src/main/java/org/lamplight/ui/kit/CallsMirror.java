package org.lamplight.ui.kit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.LineState;
import org.lamplight.call.LineStatus;
import org.lamplight.call.MediaReport;

/** Calls and lines as windows see them; changes apply at most once a frame. All but the constructor: EDT. */
public final class CallsMirror {

    /** Hears of changes, on the EDT. */
    public interface Listener {
        /** A call or a line is new, gone or stands differently. */
        void changed();

        /** Something was said about a call that is no state of it: {@code SpeaksMuted}, {@code CallNotice}. */
        default void told(CallEvent event) {}
    }

    private final Object lock = new Object();
    private final FrameTimer frame = new FrameTimer(this::apply);
    private final List<Listener> listeners = new ArrayList<>();
    private Map<String, Optional<Call>> nextCalls = new LinkedHashMap<>();
    private Map<String, Optional<LineStatus>> nextLines = new LinkedHashMap<>();
    private List<CallEvent> nextTold = new ArrayList<>();
    private List<Measured> nextMeasured = new ArrayList<>();

    private record Measured(String call, QualityTrace.Sample sample) {}

    private final Clock clock;
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private final Map<String, LineStatus> lines = new LinkedHashMap<>();
    private final Map<String, QualityTrace> traces = new LinkedHashMap<>();

    public CallsMirror(Domain domain) {
        clock = domain.clock();
        domain.events().listen(CallEvent.class, this::collect);
        domain.core().execute(() -> {
            domain.phone().calls().all().forEach(call -> collect(new CallEvent.CallChanged(call)));
            domain.phone().lines().all().forEach(line -> collect(new CallEvent.LineChanged(line)));
        });
    }

    public void listen(Listener listener) {
        Edt.requireEdt();
        listeners.add(listener);
    }

    /** Hears of calls and lines alone. */
    public void onChange(Runnable listener) {
        listen(listener::run);
    }

    /** All that go on, and those that ended less than a minute ago; in the order in which they began. */
    public List<Call> all() {
        return List.copyOf(calls.values());
    }

    public Optional<Call> find(String id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** How this call sounded so far, the oldest first. */
    public List<QualityTrace.Sample> trace(String id) {
        return Optional.ofNullable(traces.get(id)).map(QualityTrace::samples).orElse(List.of());
    }

    public List<LineStatus> lines() {
        return List.copyOf(lines.values());
    }

    public Optional<LineStatus> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    /** Whether the call's line can do this. */
    public boolean can(Call call, Ability wanted) {
        return line(call.line()).filter(line -> line.can(wanted)).isPresent();
    }

    /** The line that calls go out on. */
    public Optional<LineStatus> outgoing() {
        return lines.values().stream().filter(LineStatus::preferred).findFirst();
    }

    /** Whether a call would go out now. */
    public boolean canCall() {
        return outgoing().filter(line -> line.state() == LineState.REGISTERED).isPresent();
    }

    private void collect(CallEvent event) {
        synchronized (lock) {
            if (event instanceof CallEvent.CallChanged changed) {
                nextCalls.put(changed.call().id(), Optional.of(changed.call()));
            } else if (event instanceof CallEvent.QualityMeasured measured) {
                nextCalls.put(measured.call().id(), Optional.of(measured.call()));
                measured(measured.call());
            } else if (event instanceof CallEvent.CallForgotten forgotten) {
                nextCalls.put(forgotten.id(), Optional.empty());
            } else if (event instanceof CallEvent.LineChanged changed) {
                nextLines.put(changed.line().id(), Optional.of(changed.line()));
            } else if (event instanceof CallEvent.LineGone gone) {
                nextLines.put(gone.id(), Optional.empty());
            } else {
                nextTold.add(event);
            }
        }
        frame.wish();
    }

    private void measured(Call call) {
        MediaReport report = call.media();
        if (report != null && call.state().isAnswered()) {
            nextMeasured.add(new Measured(call.id(), new QualityTrace.Sample(clock.instant(), report)));
        }
    }

    private void apply() {
        List<CallEvent> told;
        synchronized (lock) {
            nextCalls.forEach((id, now) -> put(calls, id, now));
            nextLines.forEach((id, now) -> put(lines, id, now));
            nextMeasured.forEach(one -> traces.computeIfAbsent(one.call(), any -> new QualityTrace())
                    .add(one.sample()));
            traces.keySet().retainAll(calls.keySet());
            told = nextTold;
            nextMeasured = new ArrayList<>();
            nextCalls = new LinkedHashMap<>();
            nextLines = new LinkedHashMap<>();
            nextTold = new ArrayList<>();
        }
        List<Listener> hearing = List.copyOf(listeners);
        hearing.forEach(Listener::changed);
        told.forEach(event -> hearing.forEach(listener -> listener.told(event)));
    }

    private static <T> void put(Map<String, T> known, String id, Optional<T> now) {
        now.ifPresentOrElse(thing -> known.put(id, thing), () -> known.remove(id));
    }
}
