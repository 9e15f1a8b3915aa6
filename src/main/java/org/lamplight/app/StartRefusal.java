package org.lamplight.app;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import javax.swing.SwingUtilities;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.SentenceDialog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why the program does not start: on standard error, and in a window to whoever started it without a terminal. */
final class StartRefusal {
    private static final Logger LOG = LoggerFactory.getLogger(StartRefusal.class);
    private static final Texts TEXTS = Texts.of(StartRefusal.class);

    private final PrintStream err;
    private final boolean shown;

    /** @param shown whether there is a display, and nobody who reads standard error */
    StartRefusal(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Terminals say so in the environment; the JDK's own word on it differs from version to version. */
    static StartRefusal of(PrintStream err, Options options) {
        return new StartRefusal(err, !options.headless() && System.getenv("TERM") == null);
    }

    /** Returns once it was read, where it is shown. Any thread but the EDT. */
    void say(String sentence) {
        err.println(sentence);
        if (!shown) {
            return;
        }
        try {
            SwingUtilities.invokeAndWait(
                    () -> SentenceDialog.show("start.refused", TEXTS.get("start.title"), sentence));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException unshowable) {
            LOG.warn("The window that says why Lamplight does not start could not be shown", unshowable.getCause());
        }
    }
}
