package org.lamplight.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lamplight.lab.SetClock;

/** What is due by the clock is done though the clock was set, or the computer slept, in between. */
@Timeout(20)
class ClockTimerTest {
    private static final Duration LOOK = Duration.ofMillis(20);

    private final CoreThread core = new CoreThread();
    private final SetClock clock = new SetClock("2026-11-18T12:00:00Z");
    private final AtomicInteger rung = new AtomicInteger();
    private final CountDownLatch ring = new CountDownLatch(1);
    private final ClockTimer timer = new ClockTimer(
            core,
            clock,
            () -> {
                rung.incrementAndGet();
                ring.countDown();
            },
            LOOK);

    @AfterEach
    void end() {
        core.close();
    }

    @Test
    void ringsSoonAfterTheClockWasSetForward() throws Exception {
        Instant later = clock.instant().plus(Duration.ofHours(6));
        core.execute(() -> timer.set(later));
        looksPass();
        assertThat(rung).hasValue(0);
        clock.pass(Duration.ofHours(9));
        assertThat(ring.await(10, TimeUnit.SECONDS)).isTrue();
        looksPass();
        assertThat(rung).as("once").hasValue(1);
    }

    @Test
    void waitsLongerAfterTheClockWasSetBack() throws Exception {
        Instant soon = clock.instant().plus(Duration.ofMillis(40));
        core.execute(() -> timer.set(soon));
        clock.pass(Duration.ofHours(-3));
        looksPass();
        assertThat(rung).hasValue(0);
        clock.pass(Duration.ofHours(4));
        assertThat(ring.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsTakenBackDoesNotRing() throws Exception {
        Instant soon = clock.instant().plusSeconds(1);
        core.execute(() -> timer.set(soon));
        core.execute(() -> timer.set(null));
        clock.pass(Duration.ofHours(1));
        looksPass();
        assertThat(rung).hasValue(0);
    }

    /** Some of its looks are over: core ran what was put behind them. */
    private void looksPass() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        core.later(LOOK.multipliedBy(5), over::countDown);
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
