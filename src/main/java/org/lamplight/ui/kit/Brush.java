package org.lamplight.ui.kit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import javax.swing.UIManager;

/** Paints the parts of a row by hand, where a layout would be too slow. Lives for one painting. */
public final class Brush implements AutoCloseable {
    private static final String MORE = "…";
    private static final int LONGEST_LINE = 1000;

    private final Graphics2D graphics;

    public Brush(Graphics graphics) {
        this.graphics = (Graphics2D) graphics.create();
        this.graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        this.graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        prepareText(this.graphics);
    }

    /** Letters stand where the font wants them, not on whole pixels; smoothed as the desktop asks. */
    public static void prepareText(Graphics2D graphics) {
        Object asked = UIManager.get(RenderingHints.KEY_TEXT_ANTIALIASING);
        Object smooth = asked == null || asked == RenderingHints.VALUE_TEXT_ANTIALIAS_DEFAULT
                ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON
                : asked;
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, smooth);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    public Graphics2D graphics() {
        return graphics;
    }

    public void fill(Color color, Rectangle area) {
        graphics.setColor(color);
        graphics.fill(area);
    }

    public void fillRound(Color color, Rectangle area, int radius) {
        graphics.setColor(color);
        graphics.fill(new RoundRectangle2D.Float(area.x, area.y, area.width, area.height, 2f * radius, 2f * radius));
    }

    /** A line of text in a line of this height from y, its letters in the middle; cut with … at the width. */
    public void text(String text, Font font, Color color, int x, int y, int height, int width) {
        if (width <= 0 || text.isEmpty()) {
            return;
        }
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        graphics.setColor(color);
        graphics.drawString(cut(text, metrics, width), x, y + baseline(metrics, height));
    }

    /** Marks the first place in a line of text that has these letters, case ignored; paint the text after it. */
    public void mark(String text, String wanted, Font font, int x, int y, int height, int width) {
        int at = wanted.isEmpty() ? -1 : text.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
        if (at < 0 || at + wanted.length() > text.length()) {
            return;
        }
        int from = widthOf(text.substring(0, at), font);
        int to = widthOf(text.substring(0, at + wanted.length()), font);
        if (to <= width) {
            fillRound(
                    Look.color("Lamplight.mark"),
                    new Rectangle(x + from - 1, y + Look.px(2), to - from + 2, height - Look.px(4)),
                    Look.px(2));
        }
    }

    /** A line of text that ends at x. Returns the width that it took. */
    public int textBefore(String text, Font font, Color color, int x, int y, int height) {
        int width = widthOf(text, font);
        text(text, font, color, x - width, y, height, width + 1);
        return width;
    }

    public int widthOf(String text, Font font) {
        return graphics.getFontMetrics(font).stringWidth(text);
    }

    private static String cut(String text, FontMetrics metrics, int width) {
        String whole = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) : text;
        if (metrics.stringWidth(whole) <= width) {
            return whole;
        }
        int fits = 0;
        int tooLong = whole.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            boolean fit = metrics.stringWidth(whole.substring(0, middle) + MORE) <= width;
            fits = fit ? middle : fits;
            tooLong = fit ? tooLong : middle;
        }
        boolean halves = fits > 0 && Character.isHighSurrogate(whole.charAt(fits - 1));
        return whole.substring(0, halves ? fits - 1 : fits).stripTrailing() + MORE;
    }

    /** Where text stands in a line of this height: in the middle as CSS has it, between ascent and descent. */
    public static float baseline(FontMetrics metrics, int height) {
        return Math.round((height - metrics.getAscent() - metrics.getDescent()) / 2f) + metrics.getAscent();
    }

    /** The focus: two pixels of accent inside the edge. */
    public void focus(Rectangle area, int radius) {
        int width = Look.px(2);
        graphics.setColor(Look.accent());
        graphics.setStroke(new BasicStroke(width));
        float half = width / 2f;
        graphics.draw(new RoundRectangle2D.Float(
                area.x + half, area.y + half, area.width - width, area.height - width, 2f * radius, 2f * radius));
    }

    /** A number on the accent, ending at right, in the middle of this height. Returns its width. */
    public int badge(int count, int right, int y, int height, int side) {
        return badge(
                count,
                right,
                y,
                height,
                side,
                Look.color("Lamplight.badge.background"),
                Look.color("Lamplight.badge.foreground"));
    }

    /** The same for what does not call the user. */
    public int quietBadge(int count, int right, int y, int height, int side) {
        return badge(count, right, y, height, side, Look.hairline(), Look.text2());
    }

    private int badge(int count, int right, int y, int height, int side, Color ground, Color ink) {
        String text = count > 99 ? "99+" : Integer.toString(count);
        int width = Math.max(side, widthOf(text, Look.badge()) + Look.px(10));
        int top = y + (height - side) / 2;
        fillRound(ground, new Rectangle(right - width, top, width, side), side / 2);
        int left = right - width + (width - widthOf(text, Look.badge())) / 2;
        text(text, Look.badge(), ink, left, top, side, width);
        return width;
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
