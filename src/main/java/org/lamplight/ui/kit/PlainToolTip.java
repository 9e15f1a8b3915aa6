package org.lamplight.ui.kit;

import com.formdev.flatlaf.ui.FlatToolTipUI;
import javax.swing.JComponent;
import javax.swing.plaf.ComponentUI;

/**
 * Shows every tooltip as it is written. Many hold words of others, and Swing takes those for a page that begin like one: it
 * would fetch the pictures of that page from wherever they are said to lie.
 */
public final class PlainToolTip extends FlatToolTipUI {

    /** Called by the look and feel. */
    public static ComponentUI createUI(JComponent tip) {
        return new PlainToolTip();
    }

    @Override
    public void installUI(JComponent tip) {
        tip.putClientProperty("html.disable", true);
        super.installUI(tip);
    }
}
