package org.lamplight.ui.chat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in a transcript: letters from one place to another, or whole messages. It stays with the messages when
 * rows come and go. EDT.
 */
final class TranscriptSelection {

    /** Letters of a row; none if the two are equal. */
    record Letters(int from, int to) {
        static final Letters NONE = new Letters(0, 0);

        boolean isEmpty() {
            return from >= to;
        }
    }

    /** A place between letters: in which row, and as an index in the text of its message. */
    private record Place(String row, int offset) {}

    private final TranscriptLayout layout;
    private @Nullable Place anchor;
    private @Nullable Place lead;
    private boolean whole;
    private boolean everything;

    TranscriptSelection(TranscriptLayout layout) {
        this.layout = layout;
    }

    void clear() {
        anchor = null;
        lead = null;
        whole = false;
        everything = false;
    }

    /** Selects all messages, also those that are not loaded yet. */
    void all() {
        mark(0, false);
        mark(layout.rows().size() - 1, true);
        everything = whole;
    }

    boolean isEverything() {
        return everything;
    }

    /** Selects whole messages from now on, this row first; {@code extend}: together with those before. */
    void mark(int row, boolean extend) {
        put(row, 0, extend && whole);
        whole = true;
    }

    /** Selects letters from now on, up to this place. */
    void put(int row, int offset, boolean extend) {
        if (row < 0 || row >= layout.rows().size()) {
            return;
        }
        lead = new Place(layout.rows().get(row).key(), offset);
        anchor = extend && anchor != null ? anchor : lead;
        whole = whole && extend;
        everything = false;
    }

    /** The row that the keyboard stands on, -1 if there is none. */
    int leadRow() {
        return row(lead);
    }

    private int row(@Nullable Place place) {
        return place == null ? -1 : layout.indexOf(place.row());
    }

    int leadOffset() {
        return lead == null ? 0 : lead.offset();
    }

    /** Whether this row is selected as a whole. */
    boolean isMarked(int row) {
        return whole && row >= first() && row <= last() && first() >= 0;
    }

    /** Whether anything is selected. */
    boolean isEmpty() {
        return !everything && !whole && (anchor == null || anchor.equals(lead));
    }

    boolean isWhole() {
        return whole;
    }

    /** The first row with something selected; -1 if there is none. */
    int first() {
        if (everything) {
            return layout.rows().isEmpty() ? -1 : 0;
        }
        return isGone() ? -1 : Math.min(row(anchor), row(lead));
    }

    /** The last row with something selected; -1 if there is none. */
    int last() {
        if (everything) {
            return layout.rows().size() - 1;
        }
        return isGone() ? -1 : Math.max(row(anchor), row(lead));
    }

    private boolean isGone() {
        return row(anchor) < 0 || row(lead) < 0;
    }

    /** The selected letters of this row, which has those from start to end. */
    Letters letters(int row, int start, int end) {
        if (row < first() || row > last() || first() < 0) {
            return Letters.NONE;
        }
        if (whole) {
            return new Letters(start, end);
        }
        List<Place> places = inOrder();
        int from = row(places.get(0)) == row ? Math.max(start, places.get(0).offset()) : start;
        int to = row(places.get(1)) == row ? Math.min(end, places.get(1).offset()) : end;
        return new Letters(from, Math.max(from, to));
    }

    private List<Place> inOrder() {
        Place one = Objects.requireNonNull(anchor);
        Place other = Objects.requireNonNull(lead);
        boolean forwards = row(one) < row(other) || (row(one) == row(other) && one.offset() <= other.offset());
        return forwards ? List.of(one, other) : List.of(other, one);
    }
}
