package org.lamplight.ui.files;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;

/** What goes with the next message, seen before it goes; each can be taken out again. EDT. */
final class EnclosureTray extends JPanel {
    static final int PICTURE = 48;
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Runnable changed;
    private final transient List<Enclosure> enclosures = new ArrayList<>();

    EnclosureTray(Texts texts, Runnable changed) {
        super(new MigLayout("insets 0, gap 8 8, wrap 1, fillx", "[grow,fill]"));
        this.texts = texts;
        this.changed = changed;
        setOpaque(false);
        setName("enclosures");
        getAccessibleContext().setAccessibleName(texts.get("enclosures"));
    }

    List<Enclosure> enclosures() {
        return List.copyOf(enclosures);
    }

    void show(List<Enclosure> others) {
        enclosures.clear();
        enclosures.addAll(others);
        rebuild();
    }

    void add(Enclosure one) {
        enclosures.add(one);
        rebuild();
    }

    private void remove(Enclosure one) {
        enclosures.remove(one);
        rebuild();
    }

    private void rebuild() {
        removeAll();
        enclosures.forEach(one -> add(new Chip(one)));
        setVisible(!enclosures.isEmpty());
        revalidate();
        repaint();
        changed.run();
    }

    /** One of them. */
    private final class Chip extends JPanel {
        private static final long serialVersionUID = 1L;

        Chip(Enclosure one) {
            super(new MigLayout("insets 6 8 6 6, gap 8 0", "[][grow,fill][]", "[]0[]"));
            setOpaque(false);
            String name = PlainText.line(one.name());
            JComponent face = one.picture()
                    .<JComponent>map(Face::new)
                    .orElseGet(() -> new JLabel(ActionIcons.icon("attach", 16)));
            JLabel size = Plain.label(ByteWords.of(one.size(), texts.locale()));
            size.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
            add(face, "spany 2, aligny center");
            add(Plain.label(name), "wmin 0");
            Runnable out = () -> EnclosureTray.this.remove(one);
            ToolButton remove = ToolButton.small("close", texts.get("enclosure.remove", name), out);
            remove.setName("enclosure.remove");
            Keys.bind(remove, "DELETE", out);
            add(remove, "spany 2, aligny center, wrap");
            add(size, "wmin 0");
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            try (Brush brush = new Brush(graphics)) {
                Rectangle all = new Rectangle(getSize());
                float radius = Look.px(6);
                brush.fillRound(Look.color("TextField.background"), all, Math.round(radius));
                brush.graphics().setColor(Look.color("Component.borderColor"));
                brush.graphics().setStroke(new BasicStroke(1));
                brush.graphics()
                        .draw(new RoundRectangle2D.Float(
                                0.5f, 0.5f, all.width - 1f, all.height - 1f, 2 * radius, 2 * radius));
            }
        }
    }

    /** The small picture of one. */
    private static final class Face extends JComponent {
        private static final long serialVersionUID = 1L;
        private final transient BufferedImage picture;

        Face(BufferedImage picture) {
            this.picture = picture;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(Look.px(PICTURE), Look.px(PICTURE));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D copy = (Graphics2D) graphics.create();
            copy.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            double scale =
                    Math.min(getWidth() / (double) picture.getWidth(), getHeight() / (double) picture.getHeight());
            int width = (int) Math.round(picture.getWidth() * scale);
            int height = (int) Math.round(picture.getHeight() * scale);
            copy.drawImage(picture, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
            copy.dispose();
        }
    }
}
