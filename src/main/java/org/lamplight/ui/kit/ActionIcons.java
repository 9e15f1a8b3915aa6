package org.lamplight.ui.kit;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Color;
import java.util.Objects;
import javax.swing.Icon;
import javax.swing.UIManager;

/** The line icons of buttons, in the colours of the theme. EDT. */
public final class ActionIcons {
    /** The one colour that the files are drawn in. */
    private static final Color DRAWN_IN = new Color(0x5A6270);

    private ActionIcons() {}

    /** The icon of this name in the colour of second lines; the size is in the units of the design. */
    public static Icon icon(String name, int size) {
        return icon(name, size, "Lamplight.text2");
    }

    /** The same in the colour of this key. */
    public static Icon icon(String name, int size, String colorKey) {
        FlatSVGIcon icon =
                new FlatSVGIcon(Objects.requireNonNull(ActionIcons.class.getResource("icons/" + name + ".svg"), name));
        icon = icon.derive(size, size);
        icon.setColorFilter(
                new FlatSVGIcon.ColorFilter(color -> DRAWN_IN.equals(color) ? UIManager.getColor(colorKey) : color));
        return icon;
    }
}
