package org.lamplight.ui.text;

import java.util.List;

/** Picks spans of a text. */
final class Spans {
    private Spans() {}

    /** Those that reach into these letters. */
    static List<Span> within(List<Span> spans, int start, int end) {
        return spans.stream()
                .filter(span -> span.start() < end && span.end() > start)
                .toList();
    }
}
