package org.lamplight.ui.chat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.ui.kit.Look;

/**
 * Where each row of a transcript stands. Heights are guessed until a row comes near the window; only then its text is
 * broken into lines, and few of those are kept. EDT.
 */
final class TranscriptLayout {
    static final int TEXT_LEFT = 64;
    static final int SIDE = 20;
    static final int RECEIPTS = 60;
    static final int LINE = 20;
    static final int SMALL_LINE = 20;
    static final int DAY = 32;
    static final int PAD_HEAD = 6;
    static final int PAD_NEXT = 2;
    static final int PAD_END = 6;
    private static final int WIDEST = 560;
    private static final int MEAN_LETTER = 7;
    private static final int MOST_KEPT = 400;

    private List<TranscriptRow> rows = List.of();
    private int[] tops = {0};
    private boolean[] measured = {};
    private Map<String, Integer> byKey = new HashMap<>();
    private int width = 1;
    private final Map<String, Wrapped> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrapped> eldest) {
            return size() > MOST_KEPT;
        }
    };

    List<TranscriptRow> rows() {
        return rows;
    }

    /** Other rows, or the same at another width. What is known of rows that stay as they are is kept. */
    void set(List<TranscriptRow> now, int newWidth) {
        Map<TranscriptRow, Integer> known = new HashMap<>();
        if (newWidth == width) {
            for (int i = 0; i < rows.size(); i++) {
                if (measured[i]) {
                    known.put(rows.get(i), tops[i + 1] - tops[i]);
                }
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
            Integer height = known.get(now.get(i));
            measured[i] = height != null;
            tops[i + 1] = tops[i] + (height == null ? guess(now.get(i)) : height);
            byKey.put(now.get(i).key(), i);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return tops[rows.size()];
    }

    int top(int row) {
        return tops[row];
    }

    int indexOf(String key) {
        return byKey.getOrDefault(key, -1);
    }

    /** The row at this height; the first or last one beyond the ends; -1 if there is none at all. */
    int rowAt(int y) {
        if (rows.isEmpty()) {
            return -1;
        }
        int found = Arrays.binarySearch(tops, y);
        int row = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(rows.size() - 1, row));
    }

    /** The same, but a message: the line of a day stays above whatever is loaded before it. */
    int messageAt(int y) {
        int row = rowAt(y);
        return row >= 0 && row + 1 < rows.size() && rows.get(row) instanceof TranscriptRow.Day ? row + 1 : row;
    }

    /** Makes sure that the rows between these heights are measured. Whether anything moved. */
    boolean measure(int from, int to) {
        boolean moved = false;
        for (int row = Math.max(0, rowAt(from)); row < rows.size() && tops[row] <= to; row++) {
            if (!measured[row]) {
                measured[row] = true;
                moved |= resize(row, exact(rows.get(row)));
            }
        }
        return moved;
    }

    private boolean resize(int row, int height) {
        int more = height - (tops[row + 1] - tops[row]);
        if (more != 0) {
            for (int i = row + 1; i < tops.length; i++) {
                tops[i] += more;
            }
        }
        return more != 0;
    }

    /** The lines of a message at the present width. */
    Wrapped wrapped(Message message) {
        String key = TalkFeed.key(message);
        Wrapped lines = kept.get(key);
        if (lines == null) {
            lines = Wrapped.of(PlainText.lines(message.text()), Look.body(), textWidth());
            kept.put(key, lines);
        }
        return lines;
    }

    private int textWidth() {
        int room = width - Look.px(TEXT_LEFT + 2 * SIDE + RECEIPTS - 12);
        return Math.max(Look.px(80), Math.min(Look.px(WIDEST), room));
    }

    private int guess(TranscriptRow row) {
        if (row instanceof TranscriptRow.Entry entry) {
            int letters = Math.max(10, textWidth() / Look.px(MEAN_LETTER));
            return height(entry, Wrapped.guess(entry.message().text(), letters));
        }
        return Look.px(DAY);
    }

    private int exact(TranscriptRow row) {
        return row instanceof TranscriptRow.Entry entry
                ? height(entry, wrapped(entry.message()).lines().size())
                : Look.px(DAY);
    }

    private static int height(TranscriptRow.Entry entry, int lines) {
        int head = entry.head() ? PAD_HEAD + LINE : PAD_NEXT;
        int failed = entry.message().state() == Message.State.FAILED ? SMALL_LINE : 0;
        return Look.px(head) + lines * Look.px(LINE) + Look.px(failed) + Look.px(PAD_END);
    }
}
