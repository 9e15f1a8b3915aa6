package org.lamplight.desktop;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/**
 * Makes of idle times what the fold needs: an observation when a pause is worth telling, which goes when input returns. The
 * last input is found anew at each look, so that a clock that is set neither makes anybody idle nor keeps them so.
 * Confined to one thread.
 */
final class IdleSense {
    /** Idle times are coarse; less than this is no news. */
    private static final Duration SAME = Duration.ofSeconds(5);

    private final Duration idleFrom;
    private final DeskReports reports;
    private @Nullable Instant told;
    private Duration slept = Duration.ZERO;
    private boolean awoke;

    IdleSense(Duration idleFrom, DeskReports reports) {
        this.idleFrom = idleFrom;
        this.reports = reports;
    }

    boolean isIdle() {
        return told != null;
    }

    /** The machine slept until now. Most idle clocks stand still meanwhile, though nobody was there. */
    void awoke() {
        awoke = told != null;
    }

    void look(Duration idle, Instant now) {
        if (idle.compareTo(idleFrom) < 0) {
            silence();
            return;
        }
        Instant last = now.minus(idle).minus(slept);
        Instant before = told;
        if (awoke && before != null && last.isAfter(before)) {
            slept = slept.plus(Duration.between(before, last));
            last = before;
        }
        awoke = false;
        if (before == null || Duration.between(before, last).abs().compareTo(SAME) > 0) {
            told = last;
            reports.observe(Observation.of(Source.INPUT, Status.IDLE).since(last));
        }
    }

    /** Input is there again, or nobody can tell. */
    void silence() {
        slept = Duration.ZERO;
        awoke = false;
        if (told != null) {
            told = null;
            reports.forget(Source.INPUT);
        }
    }
}
