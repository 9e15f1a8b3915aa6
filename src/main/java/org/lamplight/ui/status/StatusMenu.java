package org.lamplight.ui.status;

import java.awt.Point;
import java.awt.Window;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PassingDialog;
import org.lamplight.ui.kit.Stage;

/** The menu of one's own status, which closes as soon as one looks elsewhere. EDT. */
public final class StatusMenu {
    private static final long ONE_CLICK_NANOS = 300_000_000;

    private final Domain domain;
    private final Stage stage;
    private final Mirrors mirrors;
    private @Nullable PassingDialog open;
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
        PassingDialog menu = new PassingDialog(
                owner, "status.menu", stage.texts(StatusMenu.class).get("menu"));
        menu.onGoing(this::lookedAway);
        open = menu;
        StatusPanel panel = new StatusPanel(domain, stage, mirrors.own().now(), known, new Frame());
        menu.hold(panel);
        Keys.bindWithin(menu.getRootPane(), "ESCAPE", this::close);
        menu.pack();
        Point under = component.getLocationOnScreen();
        menu.stand(owner.getX() + owner.getInsets().left + Look.px(4), under.y + component.getHeight() + Look.px(6));
        menu.setVisible(true);
        panel.focusFirst();
    }

    private void lookedAway() {
        closed = open == null ? closed : System.nanoTime();
        close();
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
            PassingDialog menu = open;
            open = null;
            menu.dispose();
        }
    }
}
