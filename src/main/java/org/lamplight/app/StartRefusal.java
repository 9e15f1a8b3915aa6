package org.lamplight.app;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Theme;
import org.lamplight.ui.kit.WindowIcons;
import org.lamplight.ui.kit.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why the program does not start: on standard error, and in a window to whoever started it without a terminal. */
final class StartRefusal {
    private static final Logger LOG = LoggerFactory.getLogger(StartRefusal.class);
    private static final int WIDTH = 360;

    private final PrintStream err;
    private final boolean shown;

    /** @param shown whether there is a display, and nobody who reads standard error */
    StartRefusal(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    static StartRefusal of(PrintStream err, Options options) {
        return new StartRefusal(err, !options.headless() && System.console() == null);
    }

    /** Returns once it was read, where it is shown. Any thread but the EDT. */
    void say(String sentence) {
        err.println(sentence);
        if (!shown) {
            return;
        }
        try {
            SwingUtilities.invokeAndWait(() -> show(sentence));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException unshowable) {
            LOG.warn("The window that says why Lamplight does not start could not be shown", unshowable.getCause());
        }
    }

    private static void show(String sentence) {
        new Theme(Theme.Choice.SYSTEM, choice -> {}).install();
        JPanel text = new JPanel(new MigLayout("insets 0"));
        text.add(new Words(sentence, "foreground: $Label.foreground").expecting(WIDTH), "width " + WIDTH + "!");
        JOptionPane pane = new JOptionPane(text, JOptionPane.ERROR_MESSAGE);
        var dialog = pane.createDialog(Texts.of(StartRefusal.class).get("start.title"));
        dialog.setName("start.refused");
        dialog.getAccessibleContext().setAccessibleDescription(sentence);
        dialog.setIconImages(WindowIcons.images(false));
        dialog.setVisible(true);
        dialog.dispose();
    }
}
