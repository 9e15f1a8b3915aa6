package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Light;
import org.lamplight.skin.Sight;
import org.lamplight.skin.SkinDraft;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** What becomes of the icons of one hue in another colour, and whether that can be seen well. EDT. */
final class TintSample extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Least contrast of an icon to its ground (WCAG 2.1, 1.4.11). */
    private static final double LEAST = 3;

    private final transient Texts texts;
    private final transient SkinDraft draft;
    private final Status.Hue hue;
    private final boolean dark;
    private final Sample sample;
    private final JLabel words = new JLabel();

    TintSample(Texts texts, SkinDraft draft, Status.Hue hue, boolean dark, int rgb) {
        super(new MigLayout("insets 8, gap 8, wrap 1, fillx", "[grow,fill]"));
        this.texts = texts;
        this.draft = draft;
        this.hue = hue;
        this.dark = dark;
        sample = new Sample(dark);
        setName("colour.sample");
        words.setName("colour.contrast");
        add(sample);
        add(words, "h 20!");
        show(rgb);
    }

    void show(int rgb) {
        sample.icons = new SeenIcons(draft.tint(hue, dark, rgb).skin(), Sight.FULL);
        sample.repaint();
        double contrast = Light.contrast(rgb, Light.ground(dark));
        boolean faint = contrast < LEAST;
        NumberFormat figure = NumberFormat.getInstance(texts.locale());
        figure.setMaximumFractionDigits(1);
        words.setText(texts.get(faint ? "tint.faint" : "tint.clear", figure.format(contrast), figure.format(LEAST)));
        String colour = faint ? "Lamplight.maybe.text" : "Lamplight.text2";
        words.setIcon(faint ? ActionIcons.icon("warning", 16, colour) : null);
        words.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $" + colour);
    }

    private final class Sample extends Ground {
        private static final long serialVersionUID = 1L;
        private transient SeenIcons icons = new SeenIcons(draft.skin(), Sight.FULL);

        Sample(boolean dark) {
            super(dark);
        }

        @Override
        int height() {
            return 48;
        }

        @Override
        void paint(Brush brush) {
            List<Status> statuses = Arrays.stream(Status.values())
                    .filter(status -> status.hue() == hue)
                    .toList();
            int step = Look.px(SeenIcons.IN_LISTS + 16);
            int x = (getWidth() - statuses.size() * step + Look.px(16)) / 2;
            for (Status status : statuses) {
                Icon icon = icons.icon(status, SeenIcons.IN_LISTS, this::hues);
                icon.paintIcon(this, brush.graphics(), x, (getHeight() - icon.getIconHeight()) / 2);
                x += step;
            }
        }
    }
}
