package org.lamplight.ui.text;

import java.awt.Graphics2D;
import java.awt.font.GraphicAttribute;

/** Nothing, of this width. */
final class Gap extends GraphicAttribute {
    private final float width;

    Gap(float width) {
        super(ROMAN_BASELINE);
        this.width = width;
    }

    @Override
    public float getAscent() {
        return 0;
    }

    @Override
    public float getDescent() {
        return 0;
    }

    @Override
    public float getAdvance() {
        return width;
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {}
}
