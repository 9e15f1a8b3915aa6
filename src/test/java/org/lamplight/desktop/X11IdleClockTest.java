package org.lamplight.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.Robot;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Await;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** Idle time of a real X server, and a pointer that really moves. */
@Requires({Part.DISPLAY, Part.XSS})
class X11IdleClockTest {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration MOST = Duration.ofSeconds(10);

    private static void movePointer() throws Exception {
        Point at = MouseInfo.getPointerInfo().getLocation();
        new Robot().mouseMove(at.x > 50 ? at.x - 10 : at.x + 10, at.y);
    }

    @Test
    void itGrowsAndReturnsToNothingWithInput() throws Exception {
        try (X11IdleClock clock = new X11IdleClock(System.getenv("DISPLAY"))) {
            Await await = new Await();
            await.until("a pause", MOST, () -> clock.idle().orElseThrow().compareTo(PAUSE) > 0);
            movePointer();
            await.until("input", MOST, () -> clock.idle().orElseThrow().compareTo(PAUSE) < 0);
        }
    }

    @Test
    void theWatcherSeesWhoComesBack() throws Exception {
        Heard heard = new Heard();
        DesktopParts parts = new DesktopParts(Map.of("DISPLAY", System.getenv("DISPLAY")), "Linux", Optional::empty);
        Pace pace = new Pace(PAUSE, Duration.ofMillis(50), Duration.ofMillis(20));
        try (DeskWatch watch = new DeskWatch(parts, pace, Clock.systemUTC(), heard, System.nanoTime())) {
            watch.use(true, true);
            heard.await.until("idle", MOST, () -> heard.lines().size() == 1);
            assertThat(heard.lines().get(0)).startsWith("input idle ");
            movePointer();
            heard.await.until("back", MOST, () -> heard.lines().contains("forget input"));
        }
    }

    @Test
    void withoutADisplayItSaysNothing() {
        try (X11IdleClock clock = new X11IdleClock(":99999")) {
            assertThat(clock.idle()).isEmpty();
            assertThat(clock.idle()).isEmpty();
        }
    }
}
