package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;

/** The buttons of calls, each with an icon and its word. EDT. */
final class CallButtons {
    private static final String INK = "Button.default.foreground";

    private CallButtons() {}

    static JButton answer(String name, String word, Runnable does) {
        return filled(name, word, "call", "Lamplight.answer", does);
    }

    static JButton hangUp(String name, String word, Runnable does) {
        return filled(name, word, "hangup", "Lamplight.hangUp", does);
    }

    private static JButton filled(String name, String word, String icon, String color, Runnable does) {
        JButton button = button(name, word, icon, INK, does);
        button.putClientProperty(
                FlatClientProperties.STYLE,
                String.format(
                        "background: $%1$s; hoverBackground: $%1$s.hover; pressedBackground: $%1$s.hover;"
                                + " focusedBackground: $%1$s; foreground: $Button.default.foreground;"
                                + " borderColor: $%1$s; hoverBorderColor: $%1$s;"
                                + " focusedBorderColor: $Label.foreground",
                        color));
        return button;
    }

    /** A word in the colour of links, for what is done more rarely. */
    static JButton quiet(String name, String word, String icon, Runnable does) {
        JButton button = button(name, word, icon, "Component.linkColor", does);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.putClientProperty(
                FlatClientProperties.STYLE, "foreground: $Component.linkColor; font: $medium.font; margin: 4,4,5,4");
        return button;
    }

    /** A button of a bar. */
    static JButton flat(String name, String word, String icon, Runnable does) {
        JButton button = button(name, word, icon, "Label.foreground", does);
        button.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 6,6,7,6; minimumWidth: 28");
        return button;
    }

    private static JButton button(String name, String word, String icon, String color, Runnable does) {
        JButton button = Plain.plain(new JButton());
        button.setText(word);
        button.setName(name);
        button.setIcon(ActionIcons.icon(icon, 16, color));
        button.setIconTextGap(Look.px(6));
        button.getAccessibleContext().setAccessibleName(word);
        button.addActionListener(event -> does.run());
        return button;
    }
}
