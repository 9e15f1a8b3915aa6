package org.lamplight.ui.notify;

import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JWindow;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Edt;

/** One notification on the screen: never takes the focus, goes after five seconds, but not from under the pointer. EDT. */
final class PopupWindow extends JWindow {
    private static final long serialVersionUID = 1L;
    private static final int SHOWS_MS = 5000;

    private final PopupFace face;
    private final transient Runnable dismissed;
    private transient Edt.@Nullable Pending end;

    PopupWindow(String name, PopupFace face, Runnable dismissed, Runnable clicked) {
        this.face = face;
        this.dismissed = dismissed;
        setName(name);
        setType(Window.Type.POPUP);
        setFocusableWindowState(false);
        setAutoRequestFocus(false);
        setAlwaysOnTop(true);
        setContentPane(face);
        getAccessibleContext().setAccessibleName(face.getAccessibleContext().getAccessibleName());
        Mouse mouse = new Mouse(clicked);
        face.addMouseListener(mouse);
        face.addMouseMotionListener(mouse);
        pack();
    }

    /** Shows it with its lower right corner there. Returns where its upper edge is. */
    int showAbove(int right, int bottom) {
        setLocation(right - getWidth(), bottom - getHeight());
        if (!isVisible()) {
            setVisible(true);
        }
        if (end == null) {
            end = Edt.after(SHOWS_MS, dismissed);
        }
        return bottom - getHeight();
    }

    void close() {
        stay();
        dispose();
    }

    private void stay() {
        if (end != null) {
            end.cancel();
            end = null;
        }
    }

    private final class Mouse extends MouseAdapter {
        private final Runnable clicked;

        Mouse(Runnable clicked) {
            this.clicked = clicked;
        }

        @Override
        public void mouseEntered(MouseEvent event) {
            stay();
            face.hovered(true);
        }

        @Override
        public void mouseExited(MouseEvent event) {
            face.hovered(false);
            stay();
            end = Edt.after(SHOWS_MS, dismissed);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event) && face.contains(event.getPoint())) {
                (face.closeArea().contains(event.getPoint()) ? dismissed : clicked).run();
            }
        }
    }
}
