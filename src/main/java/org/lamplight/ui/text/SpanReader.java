package org.lamplight.ui.text;

import java.util.List;
import org.lamplight.ui.text.Span.Kind;

/**
 * Finds the styled letters of one line (XEP-0393, section 6): what stands between two equal signs, of which the first has
 * nothing or a blank before it and no blank after it, and the second no blank before it. The nearest second one counts.
 */
final class SpanReader {
    private static final String SIGNS = "*_~`";
    private static final int DEEPEST = 4;

    private final String text;
    private final List<Span> found;

    SpanReader(String text, List<Span> found) {
        this.text = text;
        this.found = found;
    }

    void read(int start, int end) {
        List<Span> links = Link.find(text, start, end);
        int from = start;
        for (Span link : links) {
            styles(from, link.start(), 0);
            found.add(link);
            from = link.end();
        }
        styles(from, end, 0);
    }

    private void styles(int start, int end, int depth) {
        // where no second sign was found, there is none for a later first one either
        boolean[] hopeless = new boolean[SIGNS.length()];
        int at = start;
        while (at < end) {
            int sign = SIGNS.indexOf(text.charAt(at));
            if (sign >= 0 && !hopeless[sign] && opens(at, start, end)) {
                int second = closing(at, end);
                hopeless[sign] = second < 0;
                // nothing between the two is no styling
                if (second > at + 1) {
                    add(sign, at, second, depth);
                    at = second;
                }
            }
            at++;
        }
    }

    private boolean opens(int at, int start, int end) {
        boolean first = at == start && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
        boolean free = first || Character.isWhitespace(text.charAt(at - 1));
        return free && at + 1 < end && !Character.isWhitespace(text.charAt(at + 1));
    }

    private int closing(int at, int end) {
        char sign = text.charAt(at);
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == sign && !Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }

    private void add(int sign, int first, int second, int depth) {
        found.add(Span.of(first, first + 1, Kind.DIRECTIVE));
        found.add(Span.of(second, second + 1, Kind.DIRECTIVE));
        found.add(Span.of(first + 1, second, kind(sign)));
        if (kind(sign) != Kind.CODE && depth < DEEPEST) {
            styles(first + 1, second, depth + 1);
        }
    }

    private static Kind kind(int sign) {
        return switch (sign) {
            case 0 -> Kind.BOLD;
            case 1 -> Kind.ITALIC;
            case 2 -> Kind.STRUCK;
            default -> Kind.CODE;
        };
    }
}
