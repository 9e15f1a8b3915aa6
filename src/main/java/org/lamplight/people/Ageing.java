package org.lamplight.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.lamplight.core.ClockTimer;
import org.lamplight.core.CoreThread;

/** Folds a person again when time alone may change their presence. One timer for everybody. Core only. */
final class Ageing {
    private record Due(Instant at, PersonRecord person) {}

    private final Clock clock;
    private final Consumer<PersonRecord> refold;
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final ClockTimer timer;

    Ageing(CoreThread core, Clock clock, Consumer<PersonRecord> refold) {
        this.clock = clock;
        this.refold = refold;
        this.timer = new ClockTimer(core, clock, this::ring);
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
        if (first != null && !first.at().equals(timer.moment())) {
            timer.set(first.at());
        }
    }

    private void ring() {
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
