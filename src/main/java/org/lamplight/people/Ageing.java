package org.lamplight.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;

/** Folds a person again when time alone may change their presence. One timer for everybody. Core only. */
final class Ageing {
    private record Due(Instant at, PersonRecord person) {}

    private final CoreThread core;
    private final Clock clock;
    private final Consumer<PersonRecord> refold;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private CoreThread.@Nullable Timer timer;
    private @Nullable Instant timerAt;

    Ageing(CoreThread core, Clock clock, Consumer<PersonRecord> refold) {
        this.core = core;
        this.clock = clock;
        this.refold = refold;
    }

    void watch(PersonRecord person) {
        Instant due = person.due;
        if (due != null && !due.equals(person.watched)) {
            person.watched = due;
            queue.add(new Due(due, person));
            schedule();
        }
    }

    private void schedule() {
        Due first = queue.peek();
        if (first == null || first.at().equals(timerAt)) {
            return;
        }
        if (timer != null) {
            timer.cancel();
        }
        timerAt = first.at();
        timer = core.later(Duration.between(clock.instant(), first.at()).plusMillis(1), this::ring);
    }

    private void ring() {
        timerAt = null;
        Instant now = clock.instant();
        for (Due first = queue.peek(); first != null && !first.at().isAfter(now); first = queue.peek()) {
            queue.poll();
            if (first.at().equals(first.person().watched)) {
                first.person().watched = null;
            }
            if (first.at().equals(first.person().due)) {
                refold.accept(first.person());
            }
        }
        schedule();
    }
}
