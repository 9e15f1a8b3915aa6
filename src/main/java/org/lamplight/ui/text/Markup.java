package org.lamplight.ui.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is styled by the signs in it (XEP-0393): {@code *strong*}, {@code _emphasis_}, {@code ~struck~}, {@code `code`},
 * blocks of code between lines of {@code ```} and quotations after {@code >}; and its links. The text itself stays as it
 * is. Takes time in proportion to the text, whatever it is. Immutable.
 */
public record Markup(String text, List<Block> blocks, List<Span> spans) {
    private static final String FENCE = "```";

    /** Reads the signs of this text, which has no line breaks but {@code \n}. */
    public static Markup of(String text) {
        List<Block> blocks = blocks(text);
        List<Span> spans = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.code()) {
                new SpanReader(text, spans).read(block.start(), block.end());
            }
        }
        return new Markup(text, List.copyOf(blocks), List.copyOf(spans));
    }

    /** The same text with no styling but links. */
    public static Markup plain(String text) {
        List<Block> blocks = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int end = lineEnd(text, 0); start <= text.length(); end = lineEnd(text, start)) {
            blocks.add(new Block(start, end, 0, false));
            spans.addAll(Link.find(text, start, end));
            start = end + 1;
        }
        return new Markup(text, List.copyOf(blocks), List.copyOf(spans));
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        int fencedAt = -1;
        int start = 0;
        while (start <= text.length()) {
            int end = lineEnd(text, start);
            int depth = fencedAt < 0 ? depth(text, start, end) : Math.min(fencedAt, depth(text, start, end));
            int first = skipQuotes(text, start, end, depth);
            if (fencedAt > depth) {
                // the quotation that the code stood in has ended, and so has the code
                fencedAt = -1;
                depth = depth(text, start, end);
                first = skipQuotes(text, start, end, depth);
            }
            boolean fence = text.startsWith(FENCE, first)
                    && (fencedAt < 0 || text.substring(first, end).strip().equals(FENCE));
            if (fence) {
                fencedAt = fencedAt < 0 ? depth : -1;
            } else {
                blocks.add(new Block(first, end, depth, fencedAt >= 0));
            }
            start = end + 1;
        }
        return blocks;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int depth(String text, int start, int end) {
        int depth = 0;
        int at = start;
        while (at < end
                && (text.charAt(at) == '>' || (depth > 0 && text.charAt(at) == ' ' && follows(text, at, end)))) {
            depth += text.charAt(at) == '>' ? 1 : 0;
            at++;
        }
        return depth;
    }

    /** Whether the blank stands before another sign of a quotation. */
    private static boolean follows(String text, int blank, int end) {
        return blank + 1 < end && text.charAt(blank + 1) == '>';
    }

    private static int skipQuotes(String text, int start, int end, int depth) {
        int at = start;
        for (int left = depth; left > 0 && at < end; at++) {
            left -= text.charAt(at) == '>' ? 1 : 0;
        }
        boolean blank = depth > 0 && at < end && text.charAt(at) == ' ';
        return blank ? at + 1 : at;
    }
}
