package org.lamplight.ui.kit;

import java.awt.Toolkit;
import java.util.Locale;

/** What the desktop says about light, dark and size. Asked without waiting; where it says nothing: light, normal size. */
final class SystemLook {
    private static final float LARGEST = 4;

    private SystemLook() {}

    static boolean dark() {
        Object xsettings = Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Net/ThemeName");
        String gtk = System.getenv("GTK_THEME");
        return says(xsettings) || says(gtk);
    }

    private static boolean says(Object name) {
        return name != null && name.toString().toLowerCase(Locale.ROOT).contains("dark");
    }

    /** {@code -Dflatlaf.uiScale} if given, else the text scale of the desktop in steps of a quarter. */
    static float zoom() {
        String given = System.getProperty("flatlaf.uiScale");
        if (given != null) {
            return bounded(parsed(given));
        }
        Object dpi = Toolkit.getDefaultToolkit().getDesktopProperty("gnome.Xft/DPI");
        float scale = dpi instanceof Integer value ? value / 1024f / 96f : 1;
        return bounded(Math.round(scale / deviceScale() * 4) / 4f);
    }

    private static float parsed(String given) {
        String number = given.strip().replaceAll("x$", "");
        try {
            return number.endsWith("%")
                    ? Float.parseFloat(number.substring(0, number.length() - 1)) / 100
                    : Float.parseFloat(number);
        } catch (NumberFormatException nonsense) {
            return 1;
        }
    }

    /** Java scales by whole numbers itself; what it does must not be done twice. */
    private static float deviceScale() {
        return (float) java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration()
                .getDefaultTransform()
                .getScaleX();
    }

    private static float bounded(float scale) {
        return scale >= 1 && scale <= LARGEST ? scale : 1;
    }
}
