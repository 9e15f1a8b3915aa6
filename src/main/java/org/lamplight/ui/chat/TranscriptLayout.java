package org.lamplight.ui.chat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each row of a transcript stands. Heights are guessed until a row comes near the window; only then its text is
 * broken into lines, and few of those are kept. What is not loaded above and below takes the room that it probably needs.
 * EDT.
 */
final class TranscriptLayout {
    private static final int MOST_KEPT = 200;
    private static final int MEAN_ROW = 40;
    private static final int MOST_ROOM = 1_000_000_000;

    private record Known(int height, boolean measured) {}

    private final EntryPieces pieces;
    private TranscriptLook look;
    private List<TranscriptRow> rows = List.of();
    private int[] tops = {0};
    private boolean[] measured = {};
    private Map<String, Integer> byKey = new HashMap<>();
    private int width = 1;
    private int above;
    private long countAbove;
    private int below;
    private final Map<TranscriptRow.Entry, LaidEntry> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TranscriptRow.Entry, LaidEntry> eldest) {
            return size() > MOST_KEPT;
        }
    };

    TranscriptLayout(EntryPieces pieces, TranscriptLook look) {
        this.pieces = pieces;
        this.look = look;
    }

    List<TranscriptRow> rows() {
        return rows;
    }

    TranscriptLook look() {
        return look;
    }

    /** Another zoom or theme: all is laid out anew. */
    void use(TranscriptLook now) {
        look = now;
        forget();
        set(rows, width);
    }

    /** What is known of heights and lines no longer holds. */
    void forget() {
        kept.clear();
        Arrays.fill(measured, false);
    }

    /** Other rows, or the same at another width. What is known of rows that stay as they are is kept. */
    void set(List<TranscriptRow> now, int newWidth) {
        Map<TranscriptRow, Known> known = new HashMap<>();
        if (newWidth == width) {
            for (int i = 0; i < rows.size(); i++) {
                known.put(rows.get(i), new Known(height(i), measured[i]));
            }
        } else {
            kept.clear();
        }
        rows = now;
        width = newWidth;
        tops = new int[now.size() + 1];
        measured = new boolean[now.size()];
        byKey = new HashMap<>();
        for (int i = 0; i < now.size(); i++) {
            Known height = known.get(now.get(i));
            measured[i] = height != null && height.measured();
            tops[i + 1] = tops[i] + (height == null ? guess(now.get(i)) : height.height());
            byKey.put(now.get(i).key(), i);
        }
    }

    /** About how many messages there are before and after the rows. */
    void around(long before, long after) {
        countAbove = before;
        above = room(before);
        below = room(after);
    }

    private int room(long messages) {
        return (int) Math.min(MOST_ROOM, messages * look.px(MEAN_ROW));
    }

    /** About how many messages lie before this height, which is above the rows or below them. */
    long messagesBefore(int y) {
        if (y < above) {
            return (long) ((double) y / above * countAbove);
        }
        long loaded =
                rows.stream().filter(TranscriptRow.Entry.class::isInstance).count();
        return countAbove + loaded + Math.max(0, y - bottom()) / look.px(MEAN_ROW);
    }

    int width() {
        return width;
    }

    int height() {
        return bottom() + below;
    }

    /** Where the first row begins. */
    int above() {
        return above;
    }

    /** Where the last row ends. */
    int bottom() {
        return above + tops[rows.size()];
    }

    int top(int row) {
        return above + tops[row];
    }

    int height(int row) {
        return tops[row + 1] - tops[row];
    }

    int indexOf(String key) {
        return byKey.getOrDefault(key, -1);
    }

    /** The row at this height; the first or last one beyond the ends; -1 if there is none at all. */
    int rowAt(int y) {
        if (rows.isEmpty()) {
            return -1;
        }
        int found = Arrays.binarySearch(tops, y - above);
        int row = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(rows.size() - 1, row));
    }

    /** The same, but a message: the line of a day stays above whatever is loaded before it. */
    int messageAt(int y) {
        int row = rowAt(y);
        while (row >= 0 && row + 1 < rows.size() && !(rows.get(row) instanceof TranscriptRow.Entry)) {
            row++;
        }
        return row;
    }

    /** Makes sure that the rows between these heights are measured. Whether anything moved. */
    boolean measure(int from, int to) {
        boolean moved = false;
        for (int row = Math.max(0, rowAt(from)); row < rows.size() && top(row) <= to; row++) {
            if (!measured[row]) {
                measured[row] = true;
                moved |= resize(row, exact(rows.get(row)));
            }
        }
        return moved;
    }

    private boolean resize(int row, int height) {
        int more = height - height(row);
        if (more != 0) {
            for (int i = row + 1; i < tops.length; i++) {
                tops[i] += more;
            }
        }
        return more != 0;
    }

    /** A message as it is shown at the present width. */
    LaidEntry laid(TranscriptRow.Entry entry) {
        LaidEntry laid = kept.get(entry);
        if (laid == null) {
            laid = pieces.lay(entry, look, look.textWidth(width));
            kept.put(entry, laid);
        }
        return laid;
    }

    /** How many messages are laid out now. */
    int laidOut() {
        return kept.size();
    }

    private int guess(TranscriptRow row) {
        return row instanceof TranscriptRow.Entry entry
                ? pieces.guess(entry, look, look.textWidth(width))
                : look.px(TranscriptLook.DAY);
    }

    private int exact(TranscriptRow row) {
        return row instanceof TranscriptRow.Entry entry ? laid(entry).height() : look.px(TranscriptLook.DAY);
    }
}
