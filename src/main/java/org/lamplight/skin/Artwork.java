package org.lamplight.skin;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** A picture that was read, found sound and kept in memory. Immutable; may be drawn from any thread. */
interface Artwork {
    /** Draws into the square from 0, 0 with this side, in the units of the graphics. */
    void draw(Graphics2D graphics, int side, Hues hues);

    /** The picture as a file of a skin holds it. */
    byte[] bytes();

    /** How the name of such a file ends, with the dot. */
    String ending();

    /** Whether drawing it may take more than a few milliseconds. */
    default boolean maybeSlow() {
        return false;
    }

    /** The picture on a transparent square with this side, in pixels. */
    default BufferedImage drawn(int side, Hues hues) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            draw(graphics, side, hues);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}
