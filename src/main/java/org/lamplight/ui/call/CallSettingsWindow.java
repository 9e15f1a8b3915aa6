package org.lamplight.ui.call;

import java.awt.Dimension;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.PageWindow;
import org.lamplight.ui.kit.Stage;

/** What one chooses about calls, in a window of its own. EDT. */
public final class CallSettingsWindow extends PageWindow {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(480, 480);
    private static final Dimension LEAST = new Dimension(360, 320);

    public CallSettingsWindow(Domain domain, Stage stage) {
        super("calls", stage.texts(CallSettingsWindow.class).get("calls.title"), FIRST, LEAST, stage.places());
        CallSettingsPage page = new CallSettingsPage(stage.texts(CallSettingsWindow.class), domain.phone());
        hold(page, page::refresh);
    }
}
