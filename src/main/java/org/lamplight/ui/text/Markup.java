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
        return of(text, 0, text.length(), false);
    }

    /**
     * Reads the signs of some lines of a text only.
     *
     * @param fenced whether a block of code was begun before them
     */
    public static Markup of(String text, int start, int end, boolean fenced) {
        List<Block> blocks = blocks(text, start, end, fenced);
        List<Span> spans = new ArrayList<>();
        for (Block block : blocks) {
            if (!block.code()) {
                new SpanReader(text, spans).read(block.start(), block.end());
            }
        }
        return new Markup(text, List.copyOf(blocks), List.copyOf(spans));
    }

    /** The same with these spans too. */
    public Markup with(List<Span> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more);
        return new Markup(text, blocks, List.copyOf(all));
    }

    private static List<Block> blocks(String text, int from, int to, boolean fenced) {
        List<Block> blocks = new ArrayList<>();
        int fencedAt = fenced ? 0 : -1;
        int start = from;
        while (start <= to) {
            int end = Math.min(to, lineEnd(text, start));
            int depth = depth(text, start, end);
            // the quotation that code stood in has ended, and so has the code
            fencedAt = fencedAt > depth ? -1 : fencedAt;
            depth = fencedAt < 0 ? depth : fencedAt;
            int first = skipQuotes(text, start, end, depth);
            if (isFence(text, first, end, fencedAt >= 0)) {
                fencedAt = fencedAt < 0 ? depth : -1;
            } else {
                blocks.add(new Block(first, end, depth, fencedAt >= 0));
            }
            start = end + 1;
        }
        return blocks;
    }

    private static boolean isFence(String text, int first, int end, boolean closing) {
        return text.startsWith(FENCE, first)
                && (!closing || text.substring(first, end).strip().equals(FENCE));
    }

    /** Whether these lines of a text leave a block of code open. */
    public static boolean leavesOpen(String text, int start, int end, boolean fenced) {
        boolean open = fenced;
        for (int line = start; line < end; line = lineEnd(text, line) + 1) {
            if (text.startsWith(FENCE, line) && isFence(text, line, lineEnd(text, line), open)) {
                open = !open;
            }
        }
        return open;
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
