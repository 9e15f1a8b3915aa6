package org.lamplight.ui.call;

import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;

/** The devices that calls are heard and spoken with, in a window of their own. EDT. */
public final class SoundWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(560, 380);
    private static final Dimension LEAST = new Dimension(420, 364);

    public SoundWindow(Domain domain, Stage stage, Mirrors mirrors) {
        super("sound", stage.texts(SoundWindow.class).get("sound.title"), FIRST, LEAST, stage.places());
        Texts texts = stage.texts(SoundWindow.class);
        SoundPage page = new SoundPage(texts, domain, mirrors);
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
