package org.lamplight.skin;

import java.awt.Graphics2D;

/** A picture that was read, found sound and kept in memory. Immutable; may be drawn from any thread. */
interface Artwork {
    /** Draws into the square from 0, 0 with this side, in the units of the graphics. */
    void draw(Graphics2D graphics, int side, Hues hues);
}
