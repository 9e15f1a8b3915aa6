package org.lamplight.ui.chat;

import java.awt.Graphics2D;
import java.util.List;

/** Something that a message is shown with, as high as it is, below the one before it. EDT. */
interface Piece {
    int height();

    /** Paints it with its top left corner at the origin; these letters of the message are selected. */
    void paint(Graphics2D graphics, int selectedFrom, int selectedTo);

    default List<Spot> spots() {
        return List.of();
    }
}
