package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JScrollPane;
import javax.swing.UIManager;

/** A scroll pane without a frame that scrolls upright only. EDT. */
public final class Scroller extends JScrollPane {
    private static final long serialVersionUID = 1L;

    private boolean edged;

    public Scroller(Component view) {
        super(view, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        setBorder(BorderFactory.createEmptyBorder());
        getVerticalScrollBar().setUnitIncrement(Look.px(40));
        getVerticalScrollBar().setFocusable(false);
    }

    /** Whatever in the view gets the focus is brought to sight. Call it when the view has all its parts. */
    public Scroller followingFocus() {
        follow(getViewport().getView());
        return this;
    }

    private static void follow(Component part) {
        if (part instanceof JComponent focusable) {
            focusable.addFocusListener(new OnFocus(() -> show(focusable), () -> {}));
        }
        if (part instanceof Container container && !(part instanceof JComboBox)) {
            Arrays.stream(container.getComponents()).forEach(Scroller::follow);
        }
    }

    /** By what it stands in: a text field asked itself only moves its own words. */
    private static void show(JComponent part) {
        if (part.getParent() instanceof JComponent in) {
            in.scrollRectToVisible(part.getBounds());
        }
    }

    /** Gives it the edge of a field, for a list among fields. */
    public Scroller edged() {
        edged = true;
        updateUI();
        return this;
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(edged ? UIManager.getBorder("ScrollPane.border") : BorderFactory.createEmptyBorder());
    }
}
