package org.lamplight.ui.kit;

import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;

/** A scroll pane without a frame that scrolls upright only. EDT. */
public final class Scroller extends JScrollPane {
    private static final long serialVersionUID = 1L;

    public Scroller(Component view) {
        super(view, VERTICAL_SCROLLBAR_AS_NEEDED, HORIZONTAL_SCROLLBAR_NEVER);
        setBorder(BorderFactory.createEmptyBorder());
        getVerticalScrollBar().setUnitIncrement(Look.px(40));
        getVerticalScrollBar().setFocusable(false);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setBorder(BorderFactory.createEmptyBorder());
    }
}
