package org.lamplight.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.call.Calls;
import org.lamplight.call.LineStatus;
import org.lamplight.call.Lines;
import org.lamplight.call.PersonTarget;
import org.lamplight.call.Remote;
import org.lamplight.core.Events;
import org.lamplight.directory.Directories.Found;

/**
 * Gives a call the name that a directory knows for its number, in place of what the other side says of itself. Who is on our
 * own list keeps the name from there; a number that our server does not vouch for, or that several have, gets none. Core only.
 */
public final class CallerNames {
    private static final int MOST = 500;
    private static final int ENOUGH = 10;
    private static final Duration FRESH = Duration.ofHours(1);

    private record Known(Instant until, CompletableFuture<Optional<String>> name) {}

    private final Executor core;
    private final Clock clock;
    private final Lines lines;
    private final Calls calls;
    private final Directories directories;
    private final Map<String, Known> known = new LinkedHashMap<>();

    /** Begins at once. */
    public CallerNames(Executor core, Clock clock, Events events, Lines lines, Calls calls, Directories directories) {
        this.core = core;
        this.clock = clock;
        this.lines = lines;
        this.calls = calls;
        this.directories = directories;
        events.listen(CallEvent.CallChanged.class, change -> look(change.call()));
    }

    private void look(Call call) {
        if (call.isOver() || call.person() != null || directories.isEmpty() || !isVouchedFor(call)) {
            return;
        }
        String number = call.remote().user();
        SoughtNumber.of(number, directories.numbers())
                // later, for others still hear of the call as it was before
                .ifPresent(sought -> name(number, sought)
                        .thenAcceptAsync(found -> found.ifPresent(name -> use(call.id(), number, name)), core));
    }

    /** Anybody may call themselves by any number at a server of their own. */
    private boolean isVouchedFor(Call call) {
        String uri = call.remote().uri();
        return uri.regionMatches(true, 0, "tel:", 0, 4)
                || lines.all().stream()
                        .filter(line -> line.id().equals(call.line()))
                        .map(LineStatus::address)
                        .anyMatch(own -> PersonTarget.domain(own).equals(PersonTarget.domain(uri)));
    }

    private CompletableFuture<Optional<String>> name(String number, SoughtNumber sought) {
        Known before = known.get(number);
        if (before != null && clock.instant().isBefore(before.until())) {
            return before.name();
        }
        CompletableFuture<Optional<String>> name = directories
                .lookup(number, ENOUGH)
                .thenApply(found -> {
                    if (found.isUnknown()) {
                        // nobody answered: the next call asks again
                        core.execute(() -> known.remove(number));
                    }
                    return only(found, sought);
                });
        known.remove(number);
        known.put(number, new Known(clock.instant().plus(FRESH), name));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
        return name;
    }

    private static Optional<String> only(Found found, SoughtNumber sought) {
        List<String> names = found.entries().stream()
                .filter(entry -> entry.numbers().anyMatch(one -> sought.fit(one) > SoughtNumber.ENDS_SO))
                .map(Entry::name)
                .distinct()
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private void use(String id, String number, String name) {
        calls.find(id)
                .filter(call -> !call.isOver() && call.person() == null)
                .map(Call::remote)
                .filter(remote -> remote.user().equals(number) && !name.equals(remote.name()))
                .ifPresent(remote -> calls.remote(id, new Remote(remote.uri(), name, remote.forwardedBy())));
    }
}
