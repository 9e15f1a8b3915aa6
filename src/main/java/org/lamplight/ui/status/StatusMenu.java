package org.lamplight.ui.status;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/** The menu of one's own status, which closes as soon as one looks elsewhere. EDT. */
public final class StatusMenu {
    private static final long ONE_CLICK_NANOS = 300_000_000;

    private final Domain domain;
    private final Stage stage;
    private final Mirrors mirrors;
    private @Nullable JDialog open;
    private long closed = System.nanoTime() - ONE_CLICK_NANOS;

    public StatusMenu(Domain domain, Stage stage, Mirrors mirrors) {
        this.domain = domain;
        this.stage = stage;
        this.mirrors = mirrors;
    }

    /** Opens under this component, or closes if it is open. */
    public void openUnder(JComponent component) {
        Edt.requireEdt();
        // The click that would close it takes the focus from it first, which closes it too
        boolean justClosed = System.nanoTime() - closed < ONE_CLICK_NANOS;
        if (open != null || justClosed) {
            close();
            return;
        }
        // what is kept ready is known on core; the answer comes within a frame
        domain.core().execute(() -> {
            StatusPanel.Known known = StatusPanel.Known.of(domain.own());
            Edt.later(() -> show(component, known));
        });
    }

    private void show(JComponent component, StatusPanel.Known known) {
        Window owner = SwingUtilities.getWindowAncestor(component);
        if (open != null || owner == null || !component.isShowing()) {
            return;
        }
        JDialog menu = new JDialog(owner);
        open = menu;
        menu.setName("status.menu");
        menu.setUndecorated(true);
        menu.setTitle(stage.texts(StatusMenu.class).get("menu"));
        StatusPanel panel = new StatusPanel(domain, stage, mirrors.own().now(), known, new Frame());
        panel.setBorder(BorderFactory.createLineBorder(Look.color("PopupMenu.borderColor"), 1));
        menu.setContentPane(panel);
        Keys.bindWithin(menu.getRootPane(), "ESCAPE", this::close);
        menu.addWindowListener(new WindowAdapter() {
            @Override
            public void windowDeactivated(WindowEvent event) {
                closed = open == null ? closed : System.nanoTime();
                close();
            }
        });
        menu.pack();
        menu.setLocation(place(menu, owner, component));
        menu.setVisible(true);
        panel.focusFirst();
    }

    private static Point place(JDialog menu, Window owner, JComponent component) {
        Point under = component.getLocationOnScreen();
        Rectangle screen = owner.getGraphicsConfiguration().getBounds();
        int x = owner.getX() + owner.getInsets().left + Look.px(4);
        int y = under.y + component.getHeight() + Look.px(6);
        int right = screen.x + screen.width - menu.getWidth();
        int bottom = screen.y + screen.height - menu.getHeight();
        return new Point(Math.max(screen.x, Math.min(x, right)), Math.max(screen.y, Math.min(y, bottom)));
    }

    private final class Frame implements StatusPanel.Frame {
        @Override
        public void close() {
            StatusMenu.this.close();
        }

        @Override
        public void fit() {
            if (open != null) {
                open.pack();
            }
        }
    }

    private void close() {
        if (open != null) {
            JDialog menu = open;
            open = null;
            menu.dispose();
        }
    }
}
