package org.lamplight.ui.chat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** What a message answers, above it: who wrote that and how it began; a click goes there. EDT. */
record ReplyPiece(TranscriptLook look, String author, String quote, Runnable jump, int width) implements Piece {
    @Override
    public int height() {
        return look.px(TranscriptLook.LINE + 4);
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        try (Brush brush = new Brush(graphics)) {
            int line = look.px(TranscriptLook.LINE);
            brush.fillRound(
                    Look.color("Component.borderColor"),
                    new Rectangle(0, look.px(2), look.px(2), line - look.px(4)),
                    1);
            int left = look.px(10);
            int who = Math.min(width / 3, look.widthOf(author, look.second()) + 1);
            brush.text(author, look.second(), Look.text(), left, 0, line, who);
            int after = left + who + look.px(6);
            brush.text(quote, look.second(), Look.text2(), after, 0, line, width - after);
        }
    }

    @Override
    public List<Spot> spots() {
        int quoted = look.widthOf(author + quote, look.second()) + look.px(20);
        Rectangle area = new Rectangle(0, 0, Math.min(width, quoted), look.px(TranscriptLook.LINE));
        return List.of(new Spot(area, author + ": " + quote, null, jump));
    }
}
