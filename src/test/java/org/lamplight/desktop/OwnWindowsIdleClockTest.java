package org.lamplight.desktop;

import java.awt.Frame;
import java.awt.Point;
import java.awt.Robot;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.Await;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;

/** Input into a real window. */
@Requires(Part.DISPLAY)
class OwnWindowsIdleClockTest {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration MOST = Duration.ofSeconds(10);

    @Test
    void inputIntoOurWindowsCounts() throws Exception {
        OwnWindowsIdleClock clock = new OwnWindowsIdleClock();
        Frame window = new Frame("input");
        try {
            window.setBounds(50, 50, 300, 200);
            window.setVisible(true);
            Await await = new Await();
            await.until("the window", MOST, window::isShowing);
            await.until("a pause", MOST, () -> clock.idle().orElseThrow().compareTo(PAUSE) > 0);
            Point at = window.getLocationOnScreen();
            Robot robot = new Robot();
            robot.mouseMove(at.x + 100, at.y + 100);
            robot.mouseMove(at.x + 120, at.y + 110);
            await.until("input", MOST, () -> clock.idle().orElseThrow().compareTo(PAUSE) < 0);
        } finally {
            window.dispose();
        }
    }
}
