package org.lamplight.ui.chat;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.text.EmojiPictures;

/** Who reacted how, under a message: one chip for each emoji with the number of people. EDT. */
final class ReactionsPiece implements Piece {
    private static final int CHIP = 22;

    /**
     * One emoji.
     *
     * @param who the names of those who chose it, one a line
     * @param own whether we did
     */
    record Chip(String emoji, int count, String who, boolean own, Runnable toggle) {}

    private record Placed(Chip chip, Rectangle area) {}

    private final TranscriptLook look;
    private final EmojiPictures pictures;
    private final List<Placed> placed = new ArrayList<>();
    private final int height;

    ReactionsPiece(TranscriptLook look, EmojiPictures pictures, List<Chip> chips, int width) {
        this.look = look;
        this.pictures = pictures;
        int x = 0;
        int y = look.px(2);
        for (Chip chip : chips) {
            int wide = look.px(16) + glyph(chip) + look.px(4) + look.widthOf(count(chip), look.caption());
            if (x > 0 && x + wide > width) {
                x = 0;
                y += look.px(CHIP + 4);
            }
            placed.add(new Placed(chip, new Rectangle(x, y, wide, look.px(CHIP))));
            x += wide + look.px(4);
        }
        height = y + look.px(CHIP + 2);
    }

    private static String count(Chip chip) {
        return Integer.toString(chip.count());
    }

    private boolean drawn(Chip chip) {
        return !pictures.emoji().find(chip.emoji(), 0, chip.emoji().length()).isEmpty();
    }

    private int glyph(Chip chip) {
        return drawn(chip) ? look.px(14) : look.widthOf(chip.emoji(), look.caption());
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        try (Brush brush = new Brush(graphics)) {
            placed.forEach(each -> paint(brush, each.chip(), each.area()));
        }
    }

    private void paint(Brush brush, Chip chip, Rectangle area) {
        brush.fillRound(Look.color(chip.own() ? "List.selectionBackground" : "Lamplight.hover"), area, area.height / 2);
        if (chip.own()) {
            brush.graphics().setColor(Look.accent());
            brush.graphics().setStroke(new BasicStroke(1));
            brush.graphics()
                    .draw(new RoundRectangle2D.Float(
                            area.x + 0.5f, area.y + 0.5f, area.width - 1f, area.height - 1f, area.height, area.height));
        }
        int x = area.x + look.px(8);
        if (drawn(chip)) {
            int side = look.px(14);
            pictures.paint(brush.graphics(), chip.emoji(), x, area.y + (area.height - side) / 2.0, side);
        } else {
            brush.text(chip.emoji(), look.caption(), Look.text(), x, area.y, area.height, glyph(chip) + 1);
        }
        int after = x + glyph(chip) + look.px(4);
        brush.text(count(chip), look.caption(), Look.text(), after, area.y, area.height, look.px(40));
    }

    @Override
    public List<Spot> spots() {
        return placed.stream()
                .map(each -> new Spot(
                        each.area(),
                        each.chip().emoji() + " " + each.chip().count(),
                        each.chip().emoji() + "\n" + each.chip().who(),
                        each.chip().toggle()))
                .toList();
    }
}
