package org.lamplight.ui;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;

/**
 * Who presses keys and moves the pointer. Where the library sleeps for a fixed time after each key, this waits until the
 * key has arrived: a few milliseconds, and more where the machine is slow. For one thread.
 */
public final class Hands implements InvocationHandler, AWTEventListener {
    /** A key that goes to another program never arrives here. */
    private static final long MOST_MS = 150;

    private record Stroke(int kind, int key) {}

    private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    private final java.awt.Robot display;
    private final Map<Stroke, CountDownLatch> awaited = new ConcurrentHashMap<>();

    private Hands() {
        robot.settings().eventPostingDelay(80);
        display = display(robot);
        display.setAutoDelay(0);
        Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.KEY_EVENT_MASK);
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
                return other(method, arguments);
            }
        }
        return null;
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
