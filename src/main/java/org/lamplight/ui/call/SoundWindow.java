package org.lamplight.ui.call;

import java.awt.Dimension;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PageWindow;
import org.lamplight.ui.kit.Stage;

/** The devices that calls are heard and spoken with, in a window of their own. EDT. */
public final class SoundWindow extends PageWindow {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(560, 380);
    private static final Dimension LEAST = new Dimension(420, 364);

    public SoundWindow(Domain domain, Stage stage, Mirrors mirrors) {
        super("sound", stage.texts(SoundWindow.class).get("sound.title"), FIRST, LEAST, stage.places());
        SoundPage page = new SoundPage(stage.texts(SoundWindow.class), domain, mirrors);
        hold(page, page::refresh);
    }
}
