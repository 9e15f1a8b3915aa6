package org.lamplight.ui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.assertj.swing.awt.AWT;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.jspecify.annotations.Nullable;

/**
 * Who presses keys and moves the pointer. Where the library sleeps for a fixed time after each key, this waits until the
 * key, or the pointer, has arrived: a few milliseconds, and more where the machine is slow. For one thread.
 */
public final class Hands implements InvocationHandler, AWTEventListener {
    /** A key that goes to another program never arrives here. */
    private static final long MOST_MS = 150;

    private static final int TRIES = 10;

    private record Stroke(int kind, int key) {}

    private record Pointer(Component target, Point spot, CountDownLatch arrived) {
        boolean reachedBy(MouseEvent moved) {
            Component under = SwingUtilities.getDeepestComponentAt(moved.getComponent(), moved.getX(), moved.getY());
            return under != null
                    && SwingUtilities.isDescendingFrom(under, target)
                    && moved.getLocationOnScreen().equals(spot);
        }
    }

    private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    private final java.awt.Robot display;
    private final Map<Stroke, CountDownLatch> awaited = new ConcurrentHashMap<>();
    private volatile @Nullable Pointer pointer;

    private Hands() {
        robot.settings().eventPostingDelay(80);
        display = display(robot);
        display.setAutoDelay(0);
        Toolkit.getDefaultToolkit()
                .addAWTEventListener(
                        this, AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK | AWTEvent.MOUSE_MOTION_EVENT_MASK);
    }

    public static Robot ready() {
        return (Robot) Proxy.newProxyInstance(Hands.class.getClassLoader(), new Class<?>[] {Robot.class}, new Hands());
    }

    /** The library gives its own robot settings that nobody can change: they sleep 60 ms at every half of a stroke. */
    private static java.awt.Robot display(Robot robot) {
        try {
            Field generator = BasicRobot.class.getDeclaredField("eventGenerator");
            generator.setAccessible(true);
            Object generating = generator.get(robot);
            Field display = generating.getClass().getDeclaredField("robot");
            display.setAccessible(true);
            return (java.awt.Robot) display.get(generating);
        } catch (ReflectiveOperationException another) {
            throw new IllegalStateException(another);
        }
    }

    @Override
    public void eventDispatched(AWTEvent event) {
        if (event instanceof KeyEvent key) {
            CountDownLatch latch = awaited.get(new Stroke(key.getID(), key.getKeyCode()));
            if (latch != null) {
                latch.countDown();
            }
        }
        Pointer sought = pointer;
        if (sought != null && event instanceof MouseEvent moved && sought.reachedBy(moved)) {
            sought.arrived.countDown();
        }
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "pressKey" -> half(KeyEvent.KEY_PRESSED, (int) arguments[0]);
            case "releaseKey" -> half(KeyEvent.KEY_RELEASED, (int) arguments[0]);
            case "pressAndReleaseKeys" -> {
                for (int key : (int[]) arguments[0]) {
                    half(KeyEvent.KEY_PRESSED, key);
                    half(KeyEvent.KEY_RELEASED, key);
                }
            }
            default -> {
                if (method.getName().toLowerCase(Locale.ROOT).endsWith("click")
                        && arguments[0] instanceof Component at) {
                    reach(at, arguments.length > 1 ? arguments[1] : null);
                }
                return other(method, arguments);
            }
        }
        return null;
    }

    /**
     * Puts the pointer where the click shall be, and waits until it arrived there: a window that has just come, or that
     * grew with its words, may stand elsewhere on the screen than it believes. Who isn't reached is clicked anyway.
     */
    private void reach(Component target, Object where) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            Point spot = GuiActionRunner.execute(() -> spot(target, where));
            if (spot == null) {
                return;
            }
            Pointer now = new Pointer(target, spot, new CountDownLatch(1));
            pointer = now;
            display.mouseMove(spot.x, spot.y + 1);
            display.mouseMove(spot.x, spot.y);
            boolean arrived = now.arrived.await(MOST_MS, TimeUnit.MILLISECONDS);
            robot.waitForIdle();
            if (arrived && spot.equals(GuiActionRunner.execute(() -> spot(target, where)))) {
                return;
            }
        }
    }

    /** Where on the screen that is; null for what doesn't show. */
    private static @Nullable Point spot(Component target, Object where) {
        if (!target.isShowing()) {
            return null;
        }
        Point spot = where instanceof Point within ? new Point(within) : AWT.visibleCenterOf(target);
        SwingUtilities.convertPointToScreen(spot, target);
        return spot;
    }

    private void half(int kind, int key) throws InterruptedException {
        Stroke stroke = new Stroke(kind, key);
        CountDownLatch arrived = new CountDownLatch(1);
        awaited.put(stroke, arrived);
        if (kind == KeyEvent.KEY_PRESSED) {
            display.keyPress(key);
        } else {
            display.keyRelease(key);
        }
        arrived.await(MOST_MS, TimeUnit.MILLISECONDS);
        awaited.remove(stroke);
        robot.waitForIdle();
    }

    private Object other(Method method, Object[] arguments) throws Throwable {
        boolean last = method.getName().startsWith("cleanUp");
        if (last) {
            Toolkit.getDefaultToolkit().removeAWTEventListener(this);
        }
        try {
            return method.invoke(robot, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            if (method.getReturnType() == void.class && !last && !EventQueue.isDispatchThread()) {
                display.waitForIdle();
            }
        }
    }
}
