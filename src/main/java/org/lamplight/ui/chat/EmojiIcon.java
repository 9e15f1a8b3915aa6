package org.lamplight.ui.chat;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.Icon;
import org.lamplight.ui.kit.Look;

/** An emoji in a menu. EDT. */
record EmojiIcon(TranscriptLook look, String emoji) implements Icon {
    private static final int SIDE = 18;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        look.text().emoji().paint((Graphics2D) graphics, emoji, x, y, Look.px(SIDE));
    }

    @Override
    public int getIconWidth() {
        return Look.px(SIDE);
    }

    @Override
    public int getIconHeight() {
        return Look.px(SIDE);
    }
}
