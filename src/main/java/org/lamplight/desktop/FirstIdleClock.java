package org.lamplight.desktop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first of several that answers, and goes on being asked while it does. */
final class FirstIdleClock implements IdleClock {
    private static final Logger LOG = LoggerFactory.getLogger(FirstIdleClock.class);

    /** A desktop that is busy answers late; for so many looks it counts as if nothing had been touched meanwhile. */
    private static final int PATIENCE = 2;

    private final List<IdleClock> clocks;
    private @Nullable IdleClock chosen;
    private Duration lastIdle = Duration.ZERO;
    private long answered;
    private int silences;

    FirstIdleClock(List<IdleClock> clocks) {
        this.clocks = List.copyOf(clocks);
    }

    @Override
    public Optional<Duration> idle() {
        Optional<Duration> idle = chosen == null ? Optional.empty() : chosen.idle();
        if (idle.isEmpty() && chosen != null && silences < PATIENCE) {
            silences++;
            return Optional.of(lastIdle.plusNanos(System.nanoTime() - answered));
        }
        idle = idle.or(this::choose);
        silences = 0;
        answered = System.nanoTime();
        lastIdle = idle.orElse(Duration.ZERO);
        return idle;
    }

    private Optional<Duration> choose() {
        for (IdleClock clock : clocks) {
            Optional<Duration> idle = clock.idle();
            if (idle.isPresent()) {
                if (clock != chosen) {
                    LOG.info("Idle time comes from {}", clock.getClass().getSimpleName());
                }
                chosen = clock;
                return idle;
            }
        }
        chosen = null;
        return Optional.empty();
    }

    @Override
    public void close() {
        clocks.forEach(IdleClock::close);
    }
}
