package org.lamplight.ui.kit;

import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;

/** A small window without a frame for one quick choice: it goes by Esc, and as soon as one looks elsewhere. EDT. */
public class PassingDialog extends JDialog {
    private static final long serialVersionUID = 1L;

    private transient Runnable goes = this::dispose;

    /** The title is for screen readers and the system: nothing shows it here. */
    public PassingDialog(Window over, String name, String title) {
        super(over, title, ModalityType.MODELESS);
        setName(name);
        getAccessibleContext().setAccessibleName(title);
        setUndecorated(true);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        Keys.bindWithin(getRootPane(), "ESCAPE", () -> goes.run());
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowDeactivated(WindowEvent event) {
                goes.run();
            }
        });
    }

    /** What is done instead of disposing of it. */
    public void onGoing(Runnable does) {
        goes = does;
    }

    /** Shows this in it, with an edge. */
    public final void hold(JComponent content) {
        content.setBorder(BorderFactory.createLineBorder(Look.color("PopupMenu.borderColor")));
        setContentPane(content);
    }

    /** Goes there, or as near as it fits wholly on the screen of the window over which it opens. */
    public final void stand(int x, int y) {
        Rectangle wanted = new Rectangle(x, y, getWidth(), getHeight());
        setBounds(ScreenArea.fit(wanted, ScreenArea.of(getOwner())));
    }
}
