package org.lamplight.ui.chat;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.lamplight.core.Texts;
import org.lamplight.ui.text.LaidText;
import org.lamplight.ui.text.Link;
import org.lamplight.ui.text.Span;

/** The letters of a message. EDT. */
record TextPiece(LaidText laid, Texts texts, Consumer<Link> open) implements Piece {
    @Override
    public int height() {
        return laid.height();
    }

    @Override
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        laid.paint(graphics, selectedFrom, selectedTo);
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
