package org.lamplight.ui.text;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.LineMetrics;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text, or a stretch of it, broken into lines of a width. Its memory and time grow with the stretch only. EDT. */
public final class LaidText {
    private static final FontRenderContext CONTEXT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    private static final int INDENT = 12;
    private static final int CODE_PAD = 8;
    private static final int DEEPEST = 5;

    private final Markup markup;
    private final TextLook look;
    private final int width;
    private final List<TextLine> lines = new ArrayList<>();

    /** The letters between these two places of a text. */
    public LaidText(Markup markup, int start, int end, TextLook look, int width) {
        this.markup =
                new Markup(markup.text(), markup.blocks(), Spans.within(markup.spans(), start, Math.max(end, start)));
        this.look = look;
        this.width = width;
        for (Block block : markup.blocks()) {
            if (block.end() >= start && block.start() < Math.max(end, start + 1)) {
                lay(block, Math.max(start, block.start()), Math.min(end, block.end()));
            }
        }
    }

    private void lay(Block block, int start, int end) {
        int left = left(block);
        float baseline = baseline(block.code() ? look.fixed() : look.font());
        if (end <= start) {
            lines.add(new TextLine(null, start, start, left, height(), baseline, block));
            return;
        }
        LineBreakMeasurer measurer = new LineBreakMeasurer(
                TextRuns.of(markup, block, start, end, look).getIterator(), CONTEXT);
        int room = Math.max(look.px(40), width - left - (block.code() ? look.px(CODE_PAD) : 0));
        while (measurer.getPosition() < end - start) {
            int from = start + measurer.getPosition();
            TextLayout layout = measurer.nextLayout(room);
            float x = layout.isLeftToRight() || block.code() ? left : left + room - layout.getAdvance();
            lines.add(new TextLine(layout, from, start + measurer.getPosition(), x, height(), baseline, block));
        }
    }

    private int left(Block block) {
        return look.px(INDENT) * Math.min(DEEPEST, block.depth()) + (block.code() ? look.px(CODE_PAD) : 0);
    }

    private float baseline(Font font) {
        LineMetrics metrics = font.getLineMetrics("x", CONTEXT);
        int ascent = Math.round(metrics.getAscent());
        return Math.round((look.line() - ascent - Math.round(metrics.getDescent())) / 2f) + ascent;
    }

    public int height() {
        return lines.size() * look.line();
    }

    /** Where the last line ends at the right. */
    public int lastLineEnd() {
        TextLine last = lines.isEmpty() ? null : lines.get(lines.size() - 1);
        return last == null || last.layout() == null
                ? 0
                : Math.round(last.x() + last.layout().getVisibleAdvance());
    }

    // ---- finding

    /** The place between letters, as an index in the whole text, that is nearest to this point. */
    public int offsetAt(int x, int y) {
        if (lines.isEmpty()) {
            return 0;
        }
        int line = Math.max(0, Math.min(lines.size() - 1, Math.floorDiv(y, look.line())));
        return lines.get(line).offsetAt(x, look.line());
    }

    /** The link under this point. */
    public Optional<Span> linkAt(int x, int y) {
        return links().stream()
                .filter(link -> areas(link.start(), link.end()).stream().anyMatch(area -> area.contains(x, y)))
                .findFirst();
    }

    /** All links of it. */
    public List<Span> links() {
        if (lines.isEmpty()) {
            return List.of();
        }
        return Spans.within(
                        markup.spans(),
                        lines.get(0).start(),
                        lines.get(lines.size() - 1).end())
                .stream()
                .filter(span -> span.kind() == Span.Kind.LINK)
                .toList();
    }

    /** What these letters cover, line by line. */
    public List<Rectangle> areas(int from, int to) {
        List<Rectangle> areas = new ArrayList<>();
        for (TextLine line : lines) {
            Shape area = line.area(from, to, look.line());
            if (area != null) {
                areas.add(area.getBounds());
            }
        }
        return areas;
    }

    // ---- painting

    /** Paints it with its top left corner at the origin of the graphics; the letters between the two are selected. */
    public void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        Rectangle clip = graphics.getClipBounds();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean seen = clip == null || (line.y() + 2 * look.line() >= clip.y && line.y() <= clip.y + clip.height);
            if (seen) {
                paintGround(graphics, i);
                paintSelection(graphics, line, selectedFrom, selectedTo);
                if (line.layout() != null) {
                    line.layout().draw(graphics, line.x(), line.y() + line.baseline());
                }
            }
        }
    }

    private void paintSelection(Graphics2D graphics, TextLine line, int from, int to) {
        Shape area = line.area(from, to, look.line());
        if (area != null) {
            fill(graphics, look.colors().selection(), area);
        }
    }

    private void paintGround(Graphics2D graphics, int index) {
        TextLine line = lines.get(index);
        for (int depth = 0; depth < Math.min(DEEPEST, line.block().depth()); depth++) {
            int x = depth * look.px(INDENT);
            fill(graphics, look.colors().bar(), new Rectangle(x, line.y(), look.px(2), look.line()));
        }
        if (line.block().code()) {
            paintCode(graphics, line, isCode(index - 1), isCode(index + 1));
        }
        for (Span span : Spans.within(markup.spans(), line.start(), line.end())) {
            if (span.kind() == Span.Kind.CODE) {
                paintGround(graphics, look.colors().code(), line.area(span.start(), span.end(), look.line()), 2);
            } else if (span.kind() == Span.Kind.MENTION) {
                paintGround(graphics, look.colors().mention(), line.area(span.start(), span.end(), look.line()), 1);
            }
        }
    }

    private void paintGround(Graphics2D graphics, Color color, @Nullable Shape letters, int inset) {
        if (letters != null) {
            Rectangle2D area = letters.getBounds2D();
            int radius = look.px(4);
            fill(
                    graphics,
                    color,
                    new RoundRectangle2D.Double(
                            area.getX() - 2,
                            area.getY() + inset,
                            area.getWidth() + 4,
                            area.getHeight() - 2 * inset,
                            radius,
                            radius));
        }
    }

    private boolean isCode(int index) {
        return index >= 0 && index < lines.size() && lines.get(index).block().code();
    }

    /** The ground of code is one card, however many lines it has. */
    private void paintCode(Graphics2D graphics, TextLine line, boolean before, boolean after) {
        Graphics2D inside = (Graphics2D) graphics.create();
        int left = left(line.block()) - look.px(CODE_PAD);
        int arc = look.px(12);
        inside.clipRect(left, line.y(), width - left, look.line());
        int top = line.y() - (before ? arc : 0);
        int bottom = line.y() + look.line() + (after ? arc : 0);
        fill(inside, look.colors().code(), new RoundRectangle2D.Float(left, top, width - left, bottom - top, arc, arc));
        inside.dispose();
    }

    private static void fill(Graphics2D graphics, Color color, Shape shape) {
        graphics.setColor(color);
        graphics.fill(shape);
    }
}
