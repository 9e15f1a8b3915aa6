package org.lamplight.ui.chat;

import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text broken into lines of a width; a null stands for an empty line. */
record Wrapped(List<@Nullable TextLayout> lines) {
    private static final FontRenderContext CONTEXT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    private static final int MOST_LINES = 5000;

    static Wrapped of(String text, Font font, int width) {
        List<@Nullable TextLayout> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            if (lines.size() >= MOST_LINES) {
                break;
            }
            wrap(paragraph.replace("\t", "    "), font, width, lines);
        }
        return new Wrapped(lines);
    }

    private static void wrap(String paragraph, Font font, int width, List<@Nullable TextLayout> lines) {
        if (paragraph.isEmpty()) {
            lines.add(null);
            return;
        }
        AttributedString attributed = new AttributedString(paragraph);
        attributed.addAttribute(TextAttribute.FONT, font);
        LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
        while (measurer.getPosition() < paragraph.length() && lines.size() < MOST_LINES) {
            lines.add(measurer.nextLayout(width));
        }
    }

    /** A guess at the number of lines that is made without touching a font. */
    static int guess(String text, int charactersPerLine) {
        int lines = 0;
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            int length = (end < 0 ? text.length() : end) - start;
            lines += Math.max(1, (length + charactersPerLine - 1) / charactersPerLine);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return Math.min(lines, MOST_LINES);
    }
}
