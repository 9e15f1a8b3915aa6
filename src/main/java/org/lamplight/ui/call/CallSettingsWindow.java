package org.lamplight.ui.call;

import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;

/** What one chooses about calls, in a window of its own. EDT. */
public final class CallSettingsWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(480, 480);
    private static final Dimension LEAST = new Dimension(360, 320);

    public CallSettingsWindow(Domain domain, Stage stage) {
        super("calls", stage.texts(CallSettingsWindow.class).get("calls.title"), FIRST, LEAST, stage.places());
        Texts texts = stage.texts(CallSettingsWindow.class);
        CallSettingsPage page = new CallSettingsPage(texts, domain.phone());
        setContentPane(new Scroller(page).followingFocus());
        Keys.bindWithin(getRootPane(), "ESCAPE", () -> setVisible(false));
        Keys.bindWithin(getRootPane(), "ctrl W", () -> setVisible(false));
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent event) {
                page.refresh();
            }
        });
    }
}
