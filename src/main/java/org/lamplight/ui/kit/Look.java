package org.lamplight.ui.kit;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Color;
import java.awt.Font;
import java.util.Objects;
import javax.swing.UIManager;

/**
 * The tokens of the design language at the moment of painting: ask for them then, never keep them, for the theme may
 * change. All on the EDT.
 */
public final class Look {
    /** The FlatLaf style of what is said beside something else. */
    public static final String SECOND = "font: $medium.font; foreground: $Lamplight.text2";

    /** The FlatLaf style of a sentence that says what is wrong. */
    public static final String WRONG = "font: $medium.font; foreground: $Lamplight.notNow.text";

    private Look() {}

    /** A length of the design, in units of components. */
    public static int px(int length) {
        return UIScale.scale(length);
    }

    public static Color color(String key) {
        return Objects.requireNonNull(UIManager.getColor(key), key);
    }

    public static Color window() {
        return color("Panel.background");
    }

    public static Color content() {
        return color("Lamplight.content");
    }

    public static Color text() {
        return color("Label.foreground");
    }

    /** Second lines, icons, hints. */
    public static Color text2() {
        return color("Lamplight.text2");
    }

    public static Color hairline() {
        return color("Lamplight.hairline");
    }

    public static Color accent() {
        return color("Component.accentColor");
    }

    /** 13, for everything. */
    public static Font body() {
        return font("defaultFont");
    }

    /** 13, weight 500: names in lists. */
    public static Font name() {
        return font("Lamplight.name.font");
    }

    /** 13, weight 600: who wrote, and what is unread. */
    public static Font strong() {
        return font("semibold.font");
    }

    /** 15, weight 600: digits of a dial pad. */
    public static Font title() {
        return font("h4.font");
    }

    /** 12: second lines. */
    public static Font second() {
        return font("medium.font");
    }

    /** 12, weight 600: headers of groups. */
    public static Font group() {
        return font("Lamplight.group.font");
    }

    /** 11: times and day lines. */
    public static Font caption() {
        return font("small.font");
    }

    /** 11, weight 600: badges. */
    public static Font badge() {
        return font("Lamplight.badge.font");
    }

    private static Font font(String key) {
        return Objects.requireNonNull(UIManager.getFont(key), key);
    }
}
