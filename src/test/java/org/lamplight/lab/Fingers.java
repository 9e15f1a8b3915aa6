package org.lamplight.lab;

import java.awt.AWTException;
import java.awt.Robot;

/** Presses keys as a keyboard does, for whichever window has the focus. */
public final class Fingers {
    private final Robot robot;

    public Fingers() throws AWTException {
        robot = new Robot();
    }

    /** Presses these together, and leaves none of them down. */
    public void press(int... keys) {
        hold(keys);
        release(keys);
    }

    public void hold(int... keys) {
        for (int key : keys) {
            robot.keyPress(key);
        }
    }

    public void release(int... keys) {
        for (int i = keys.length - 1; i >= 0; i--) {
            robot.keyRelease(keys[i]);
        }
    }
}
