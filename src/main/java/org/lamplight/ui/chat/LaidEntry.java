package org.lamplight.ui.chat;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.text.LaidText;

/**
 * A message, or a part of one, as it is shown: pieces below each other.
 *
 * @param top where the first piece begins, from the top of the row
 * @param text the piece with its letters, null if it has none
 */
record LaidEntry(int top, List<Piece> pieces, @Nullable LaidText text, int textTop, int height) {

    static LaidEntry of(int top, List<Piece> pieces, @Nullable TextPiece text, int below) {
        int y = top;
        int textTop = top;
        for (Piece piece : pieces) {
            textTop = piece == text ? y : textTop;
            y += piece.height();
        }
        return new LaidEntry(top, List.copyOf(pieces), text == null ? null : text.laid(), textTop, y + below);
    }

    /** All that one can do there, from the top of the row. */
    List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        int y = top;
        for (Piece piece : pieces) {
            for (Spot spot : piece.spots()) {
                spots.add(spot.movedBy(y));
            }
            y += piece.height();
        }
        return spots;
    }

    /** Paints all with the top left corner of the row's texts at the origin. */
    void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        graphics.translate(0, top);
        int y = top;
        for (Piece piece : pieces) {
            piece.paint(graphics, selectedFrom, selectedTo);
            graphics.translate(0, piece.height());
            y += piece.height();
        }
        graphics.translate(0, -y);
    }
}
