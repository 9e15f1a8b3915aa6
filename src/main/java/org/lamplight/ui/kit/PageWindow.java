package org.lamplight.ui.kit;

import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JComponent;

/** One page of choices in a window of its own, which shows how things stand whenever one comes back to it. EDT. */
public class PageWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;

    protected PageWindow(String name, String title, Dimension first, Dimension least, WindowPlaces places) {
        super(name, title, first, least, places);
        hideBy("ESCAPE", "ctrl W");
    }

    /** Fills the window with a page that has all its parts; {@code refresh} has it show how things stand. */
    protected final void hold(JComponent page, Runnable refresh) {
        setContentPane(new Scroller(page).followingFocus());
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent event) {
                refresh.run();
            }
        });
    }
}
