package org.lamplight.ui.hub;

import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.function.Consumer;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** The sections of the hub, one under the other. EDT. */
final class Rail extends JPanel {
    private static final long serialVersionUID = 1L;

    private final ButtonGroup group = new ButtonGroup();
    private final transient Texts texts;
    private final transient Consumer<String> opens;

    Rail(Texts texts, Consumer<String> opens) {
        super(new MigLayout("insets 4, gap 0 4, wrap 1", "[48!]", ""));
        this.texts = texts;
        this.opens = opens;
        setOpaque(false);
        setName("rail");
    }

    /** Adds the section of this name; the first one is chosen. */
    RailButton section(String name, String icon) {
        RailButton button = new RailButton("rail." + name, icon, texts.get("rail." + name));
        button.setSelected(group.getButtonCount() == 0);
        button.addActionListener(event -> opens.accept(name));
        group.add(button);
        add(button, "w 48!, h 48!");
        return button;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            brush.fill(Look.hairline(), new Rectangle(getWidth() - 1, 0, 1, getHeight()));
        }
    }
}
