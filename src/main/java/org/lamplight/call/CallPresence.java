package org.lamplight.call;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.core.Events;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** Tells the fold what lines do: ringing, on the phone. Core only. */
public final class CallPresence {
    private final Calls calls;
    private final OwnPresence presence;
    private final Set<String> told = new HashSet<>();

    public CallPresence(Calls calls, OwnPresence presence, Events events) {
        this.calls = calls;
        this.presence = presence;
        events.listen(CallEvent.CallChanged.class, change -> tell(change.call().line()));
    }

    private void tell(String line) {
        List<Call> here =
                calls.all().stream().filter(call -> call.line().equals(line)).toList();
        Source source = new Source(Source.Kind.LINE, line);
        Optional<Observation> seen = first(here, true).map(since -> observation(source, Status.ON_THE_PHONE, since));
        seen = seen.or(() -> first(here, false).map(since -> observation(source, Status.RINGING, since)));
        if (seen.isPresent()) {
            told.add(line);
            presence.observe(seen.get());
        } else if (told.remove(line)) {
            presence.forget(source);
        }
    }

    private static Observation observation(Source source, Status status, Instant since) {
        return Observation.of(source, status).since(since);
    }

    /** Since when somebody speaks, or somebody rings. */
    private static Optional<Instant> first(List<Call> calls, boolean speaks) {
        return calls.stream()
                .filter(call -> !call.isOver())
                .filter(call -> call.isIncomingRinging() != speaks)
                .map(Call::since)
                .min(Instant::compareTo);
    }
}
