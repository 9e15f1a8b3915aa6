package org.lamplight.ui.text;

import java.awt.Graphics2D;
import java.awt.font.GraphicAttribute;

/** An emoji in a line of text. */
final class EmojiGraphic extends GraphicAttribute {
    private final Emoji.Found which;
    private final EmojiPictures pictures;
    private final float side;

    EmojiGraphic(Emoji.Found which, TextLook look) {
        super(ROMAN_BASELINE);
        this.which = which;
        this.pictures = look.emoji();
        this.side = look.px(17);
    }

    @Override
    public float getAscent() {
        return side * 0.8f;
    }

    @Override
    public float getDescent() {
        return side * 0.2f;
    }

    @Override
    public float getAdvance() {
        return side * 1.08f;
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
        pictures.paint(graphics, which, x + side * 0.04, Math.round(y - getAscent()), side);
    }
}
