package org.lamplight.ui.text;

import java.awt.Font;
import java.awt.font.GraphicAttribute;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the letters of one line of a text their fonts, colours and pictures. */
final class TextRuns {
    private static final int BOLD = Font.BOLD;
    private static final int ITALIC = Font.ITALIC;
    private static final int FIXED = 4;
    private static final int OTHER = 8;

    private final TextLook look;
    private final String text;
    private final int start;
    private final AttributedString runs;
    private final byte[] fonts;
    private final Map<Integer, Font> made = new HashMap<>();

    private TextRuns(String text, int start, int end, TextLook look) {
        this.look = look;
        this.text = text;
        this.start = start;
        this.runs = new AttributedString(text.substring(start, end));
        this.fonts = new byte[end - start];
    }

    /** The letters between these two places, not none, of one block. */
    static AttributedString of(Markup markup, Block block, int start, int end, TextLook look) {
        TextRuns line = new TextRuns(markup.text(), start, end, look);
        line.runs.addAttribute(TextAttribute.FOREGROUND, look.colors().text());
        if (block.code()) {
            line.font(start, end, FIXED);
        }
        for (Span span : Spans.within(markup.spans(), start, end)) {
            line.style(span, Math.max(start, span.start()), Math.min(end, span.end()));
        }
        line.findMissingLetters();
        line.setFonts();
        line.setPictures(look.emoji().emoji().find(markup.text(), start, end));
        return line.runs;
    }

    private void style(Span span, int from, int to) {
        switch (span.kind()) {
            case BOLD, MENTION -> font(from, to, BOLD);
            case ITALIC -> font(from, to, ITALIC);
            case CODE -> font(from, to, FIXED);
            case STRUCK -> add(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, from, to);
            case DIRECTIVE -> add(TextAttribute.FOREGROUND, look.colors().quiet(), from, to);
            case LINK -> add(TextAttribute.FOREGROUND, look.colors().link(), from, to);
        }
    }

    private void add(TextAttribute attribute, Object value, int from, int to) {
        runs.addAttribute(attribute, value, from - start, to - start);
    }

    private void font(int from, int to, int flag) {
        for (int i = from - start; i < to - start; i++) {
            fonts[i] |= (byte) flag;
        }
    }

    /** What the font of the text has no letter for comes from the fonts of the system. */
    private void findMissingLetters() {
        int at = 0;
        while (at < fonts.length) {
            int c = text.codePointAt(start + at);
            int next = Math.min(fonts.length, at + Character.charCount(c));
            Font own = (fonts[at] & FIXED) == 0 ? look.font() : look.fixed();
            boolean mark = at > 0 && isMark(c);
            if (mark ? (fonts[at - 1] & OTHER) != 0 : c >= 0x80 && !own.canDisplay(c)) {
                font(start + at, start + next, OTHER);
            }
            at = next;
        }
    }

    /** A mark comes from the font of the letter that it stands on. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D;
    }

    private void setFonts() {
        int from = 0;
        for (int i = 1; i <= fonts.length; i++) {
            if (i == fonts.length || fonts[i] != fonts[from]) {
                runs.addAttribute(TextAttribute.FONT, made.computeIfAbsent((int) fonts[from], this::font), from, i);
                from = i;
            }
        }
    }

    private Font font(int flags) {
        Font own = (flags & FIXED) == 0 ? look.font() : look.fixed();
        if ((flags & OTHER) != 0) {
            own = new Font(Font.DIALOG, Font.PLAIN, own.getSize()).deriveFont(own.getSize2D());
        }
        int style = flags & (BOLD | ITALIC);
        return style == 0 ? own : own.deriveFont(style);
    }

    private void setPictures(List<Emoji.Found> found) {
        for (Emoji.Found each : found) {
            int first = each.start() - start;
            runs.addAttribute(TextAttribute.CHAR_REPLACEMENT, new EmojiGraphic(each, look), first, first + 1);
            for (int i = first + 1; i < each.end() - start; i++) {
                runs.addAttribute(TextAttribute.CHAR_REPLACEMENT, new Gap(0), i, i + 1);
            }
        }
        for (int i = text.indexOf('\t', start); i >= 0 && i < start + fonts.length; i = text.indexOf('\t', i + 1)) {
            GraphicAttribute gap = new Gap(look.px(28));
            runs.addAttribute(TextAttribute.CHAR_REPLACEMENT, gap, i - start, i - start + 1);
        }
    }
}
