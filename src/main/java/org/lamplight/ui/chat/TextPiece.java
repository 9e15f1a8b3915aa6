package org.lamplight.ui.chat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.text.LaidText;
import org.lamplight.ui.text.Link;
import org.lamplight.ui.text.Span;

/** The letters of a message. EDT. */
record TextPiece(LaidText laid, Texts texts, TranscriptLook look, boolean edited, Consumer<Link> open)
        implements Piece {
    private static final int GAP = 8;

    @Override
    public int height() {
        return laid.height();
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        laid.paint(graphics, selectedFrom, selectedTo);
        if (edited) {
            paintEdited(graphics);
        }
    }

    /** Behind the last word, as far as there is room. */
    private void paintEdited(Graphics2D graphics) {
        try (Brush brush = new Brush(graphics)) {
            int line = look.px(TranscriptLook.LINE);
            String word = texts.get("edited");
            int width = look.widthOf(word, look.caption()) + 1;
            int x = laid.lastLineEnd() + look.px(GAP);
            brush.text(word, look.caption(), Look.text2(), x, laid.height() - line + 1, line, width);
        }
    }

    @Override
    public List<Spot> spots() {
        List<Spot> spots = new ArrayList<>();
        for (Span span : laid.links()) {
            Link link = Objects.requireNonNull(span.link());
            Runnable does = () -> open.accept(link);
            for (Rectangle area : laid.areas(span.start(), span.end())) {
                spots.add(new Spot(area, texts.get("link", link.place()), tip(link), does));
            }
        }
        return spots;
    }

    private String tip(Link link) {
        return texts.get("link.tip", link.target(), link.place());
    }
}
