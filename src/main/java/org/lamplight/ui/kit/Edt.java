package org.lamplight.ui.kit;

import java.lang.reflect.InvocationTargetException;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.lamplight.core.Threads;

/** The one way onto the event dispatch thread. */
public final class Edt {

    /** Undoes an {@link #after}; does nothing once the task has run. */
    public interface Pending {
        void cancel();
    }

    private Edt() {}

    /** States that the caller is on the EDT. */
    public static void requireEdt() {
        Threads.require(SwingUtilities.isEventDispatchThread(), "the EDT");
    }

    /** Runs the task on the EDT, after all that is queued there. From any thread. */
    public static void later(Runnable task) {
        SwingUtilities.invokeLater(task);
    }

    /** Runs the task on the EDT and waits for it. Never from core, which the EDT may be about to be told by. */
    public static void await(Runnable task) throws InterruptedException, InvocationTargetException {
        SwingUtilities.invokeAndWait(task);
    }

    /** Runs the task once on the EDT, after this many milliseconds. */
    public static Pending after(int millis, Runnable task) {
        Timer timer = new Timer(millis, event -> task.run());
        timer.setRepeats(false);
        timer.start();
        return timer::stop;
    }
}
