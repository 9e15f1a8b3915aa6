package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.Locale;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Hues;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** The four hues, for light and for dark, each to be given another colour or the theme's own again. EDT. */
final class TintTable extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient SkinEditing editing;

    TintTable(Texts texts, SkinEditing editing) {
        super(new MigLayout(
                "insets 0, gap 12 8, wrap 4, fillx", "[84::,left][grow 0,fill,96:112:][grow 0,fill,96:112:][grow]"));
        this.texts = texts;
        this.editing = editing;
        setOpaque(false);
        add(caption("tint.light"), "skip 1");
        add(caption("tint.dark"), "wrap");
        for (Status.Hue hue : Status.Hue.values()) {
            JLabel name = new JLabel(texts.get("hue." + hue));
            name.putClientProperty(FlatClientProperties.STYLE, "foreground: $Lamplight.text2");
            add(name, "wmin 0");
            add(colour(hue, false), "wmin 0");
            add(colour(hue, true), "wmin 0");
            add(back(hue), "wmin 0");
        }
    }

    private JLabel caption(String key) {
        JLabel caption = new JLabel(texts.get(key));
        caption.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Lamplight.text2");
        return caption;
    }

    private static Hues theme(boolean dark) {
        return dark ? Hues.DARK : Hues.LIGHT;
    }

    private int rgb(Status.Hue hue, boolean dark) {
        return editing.draft().skin().hues(theme(dark)).of(hue);
    }

    private boolean tinted(Status.Hue hue) {
        return rgb(hue, false) != Hues.LIGHT.of(hue) || rgb(hue, true) != Hues.DARK.of(hue);
    }

    private JButton colour(Status.Hue hue, boolean dark) {
        JButton button = new JButton(new Swatch(hue, dark));
        String name = texts.get("hue." + hue) + ", " + texts.get(dark ? "tint.dark" : "tint.light");
        button.setName("skin.tint." + hue + (dark ? ".dark" : ".light"));
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.setIconTextGap(8);
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,8,5,8; minimumWidth: 48");
        button.addActionListener(event -> ColourQuestion.ask(
                        button,
                        texts,
                        name,
                        rgb(hue, dark),
                        new TintSample(texts, editing.draft(), hue, dark, rgb(hue, dark)))
                .ifPresent(rgb -> editing.change(null, draft -> draft.tint(hue, dark, rgb))));
        Runnable refresh = () -> {
            button.setText(String.format(Locale.ROOT, "#%06X", rgb(hue, dark)));
            button.getAccessibleContext().setAccessibleName(name + ", " + button.getText());
            button.repaint();
        };
        editing.listen(refresh);
        refresh.run();
        return button;
    }

    private JButton back(Status.Hue hue) {
        JButton button = new JButton(texts.get("tint.back"));
        button.setName("skin.tint." + hue + ".back");
        button.getAccessibleContext().setAccessibleName(texts.get("tint.back") + ", " + texts.get("hue." + hue));
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,10,5,10; minimumWidth: 48");
        button.addActionListener(event ->
                editing.change(null, draft -> draft.plainTint(hue, false).plainTint(hue, true)));
        // a button that has the focus and goes away would take the focus with it
        Runnable refresh = () -> button.setEnabled(tinted(hue));
        editing.listen(refresh);
        refresh.run();
        return button;
    }

    /** The colour itself, on its ground, as the sight of the moment has it. */
    private final class Swatch implements Icon {
        private final Status.Hue hue;
        private final boolean dark;

        Swatch(Status.Hue hue, boolean dark) {
            this.hue = hue;
            this.dark = dark;
        }

        @Override
        public int getIconWidth() {
            return Look.px(20);
        }

        @Override
        public int getIconHeight() {
            return Look.px(16);
        }

        @Override
        public void paintIcon(Component component, Graphics graphics, int x, int y) {
            try (Brush brush = new Brush(graphics)) {
                String theme = dark ? "Lamplight.sample.dark." : "Lamplight.sample.light.";
                Rectangle area = new Rectangle(x, y, getIconWidth(), getIconHeight());
                brush.fillRound(Look.color("Component.borderColor"), area, Look.px(4));
                area.grow(-1, -1);
                brush.fillRound(Look.color(theme + "ground"), area, Look.px(3));
                area.grow(-Look.px(3), -Look.px(3));
                brush.fillRound(new Color(editing.shown().sight().seen(rgb(hue, dark))), area, Look.px(2));
            }
        }
    }
}
