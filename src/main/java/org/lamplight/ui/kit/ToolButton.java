package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;

/** A button of one icon, 28 px or, in headers, 32; its name is said by its tooltip and to screen readers. EDT. */
public final class ToolButton extends JButton {
    private static final long serialVersionUID = 1L;

    private ToolButton(String icon, String name, Runnable does, int margin) {
        super(ActionIcons.icon(icon, 16));
        putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        String all = margin + "," + margin + "," + margin + "," + margin;
        putClientProperty(FlatClientProperties.STYLE, "toolbar.margin: " + all);
        setToolTipText(name);
        getAccessibleContext().setAccessibleName(name);
        addActionListener(event -> does.run());
    }

    public static ToolButton small(String icon, String name, Runnable does) {
        return new ToolButton(icon, name, does, 6);
    }

    public static ToolButton inHeader(String icon, String name, Runnable does) {
        return new ToolButton(icon, name, does, 8);
    }
}
