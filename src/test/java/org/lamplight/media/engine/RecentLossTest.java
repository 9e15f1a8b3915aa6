package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentLossTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void whatWasLostLongAgoIsForgotten() {
        RecentLoss loss = new RecentLoss();
        assertThat(loss.percent(0, 0)).isZero();
        loss.note(0, 0, 0);
        assertThat(loss.percent(90, 10)).isEqualTo(10);
        for (int second = 1; second <= 12; second++) {
            loss.note(second * SECOND, 90 + 50L * second, 10);
        }
        assertThat(loss.percent(90 + 50 * 12, 10)).isZero();
        assertThat(loss.percent(90 + 50 * 12, 10 + 5)).isBetween(0.9, 1.1);
    }

    @Test
    void anotherStreamBeginsAnew() {
        RecentLoss loss = new RecentLoss();
        loss.note(0, 0, 0);
        loss.note(SECOND, 50, 50);
        loss.note(2 * SECOND, 10, 0);
        assertThat(loss.percent(20, 0)).isZero();
        assertThat(loss.percent(5, 0)).isZero();
    }
}
