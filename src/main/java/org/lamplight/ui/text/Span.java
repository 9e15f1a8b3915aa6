package org.lamplight.ui.text;

import org.jspecify.annotations.Nullable;

/**
 * Letters of a text that look or act differently.
 *
 * @param start the index of the first letter
 * @param end the index after the last one
 * @param link where a link leads; null for all others
 */
public record Span(int start, int end, Kind kind, @Nullable Link link) {

    /** What is different. */
    public enum Kind {
        BOLD,
        ITALIC,
        STRUCK,
        CODE,
        /** A sign that only says how others look. */
        DIRECTIVE,
        LINK,
        /** The name of whoever reads. */
        MENTION
    }

    public static Span of(int start, int end, Kind kind) {
        return new Span(start, end, kind, null);
    }
}
