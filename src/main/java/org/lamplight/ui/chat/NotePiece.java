package org.lamplight.ui.chat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/**
 * A line of small words under a message, and perhaps something to do about it. EDT.
 *
 * @param colorKey the colour of the words, asked for when they are painted
 * @param deed what can be done, null if nothing
 */
record NotePiece(
        TranscriptLook look,
        String words,
        String colorKey,
        @Nullable String deed,
        Runnable does,
        int width) implements Piece {
    private static final int GAP = 6;

    static NotePiece words(TranscriptLook look, String words, String colorKey, int width) {
        return new NotePiece(look, words, colorKey, null, () -> {}, width);
    }

    /** All of a sentence, in as many lines as it takes. */
    static List<NotePiece> lines(TranscriptLook look, String sentence, String colorKey, int width) {
        List<NotePiece> lines = new ArrayList<>();
        String line = "";
        for (String word : sentence.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && look.widthOf(longer, look.second()) > width) {
                lines.add(words(look, line, colorKey, width));
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(words(look, line, colorKey, width));
        return lines;
    }

    @Override
    public int height() {
        return look.px(TranscriptLook.LINE);
    }

    private int widthOf(String text) {
        return look.widthOf(text, look.second());
    }

    private int deedWidth() {
        return deed == null ? 0 : widthOf(deed) + look.px(GAP);
    }

    private int wordsWidth() {
        return words.isEmpty() ? 0 : Math.min(width - deedWidth(), widthOf(words) + 1);
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        try (Brush brush = new Brush(graphics)) {
            Font font = look.second();
            Color color = Look.color(colorKey);
            brush.text(words, font, color, 0, 0, height(), wordsWidth());
            if (deed != null) {
                Rectangle area = deedArea();
                brush.text(deed, font, Look.color("Component.linkColor"), area.x, 0, height(), area.width);
            }
        }
    }

    private Rectangle deedArea() {
        int x = words.isEmpty() ? 0 : wordsWidth() + look.px(GAP);
        return new Rectangle(x, 0, deedWidth() + 1, height());
    }

    @Override
    public List<Spot> spots() {
        return deed == null ? List.of() : List.of(new Spot(deedArea(), Objects.requireNonNull(deed), null, does));
    }
}
