package org.lamplight.ui.kit;

import java.awt.Rectangle;
import javax.accessibility.AccessibleContext;
import javax.swing.JPanel;

/** A painter of rows: no layout, no events, all by hand. One serves all rows of a list. EDT. */
public abstract class Cell extends JPanel {
    private static final long serialVersionUID = 1L;

    protected Cell() {
        super(null);
        setOpaque(true);
    }

    /** What a screen reader says of the row that this stands for now. */
    protected abstract String spoken();

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new Spoken();
        }
        return accessibleContext;
    }

    private final class Spoken extends AccessibleJPanel {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAccessibleName() {
            return spoken();
        }
    }

    // a stamp needs none of what a living component does

    @Override
    public void invalidate() {}

    @Override
    public void validate() {}

    @Override
    public void revalidate() {}

    @Override
    public void repaint(long delay, int x, int y, int width, int height) {}

    @Override
    public void repaint(Rectangle area) {}

    @Override
    public void repaint() {}
}
