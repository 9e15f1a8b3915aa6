package org.lamplight.ui.chat;

import java.awt.Point;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.util.List;
import javax.swing.JViewport;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Scroller;

/**
 * Scrolls a transcript: stays at the newest while one is there, and keeps what one reads in its place whatever is loaded
 * around it or turns out taller than guessed. EDT.
 */
final class TranscriptScroll {
    private static final int CLOSE_ENOUGH = 8;
    private static final int MOST_ROUNDS = 8;

    /** What is to be loaded as one comes near it. */
    interface Loader {
        void older();

        void newer();

        /** Nothing of what is seen is loaded; about so many messages lie before it. */
        void jump(long before);
    }

    private final Transcript transcript;
    private final Scroller scroller;
    private final Loader loader;
    private long before;
    private long after;
    private boolean atEnd = true;
    private boolean settling;
    private int seenHeight;

    TranscriptScroll(Transcript transcript, Loader loader) {
        this.transcript = transcript;
        this.loader = loader;
        this.scroller = new Scroller(transcript);
        scroller.setVerticalScrollBarPolicy(Scroller.VERTICAL_SCROLLBAR_ALWAYS);
        scroller.getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
        scroller.getViewport().addChangeListener(event -> scrolled());
        scroller.getViewport().addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                show(layout().rows());
            }
        });
    }

    Scroller scroller() {
        return scroller;
    }

    private TranscriptLayout layout() {
        return transcript.rowLayout();
    }

    /** Goes to the last row, and stays there as others come. */
    void toEnd() {
        atEnd = true;
        settle(null, 0);
    }

    /** Brings this row to the top of the view. */
    void to(String key) {
        atEnd = false;
        settle(key, 0);
    }

    /** A page up (-1) or down (1). */
    void page(int pages) {
        int by = transcript.getScrollableBlockIncrement(view().getViewRect(), SwingConstants.VERTICAL, pages);
        int last = Math.max(0, transcript.getHeight() - view().getHeight());
        int y = view().getViewPosition().y + pages * by;
        view().setViewPosition(new Point(0, Math.max(0, Math.min(last, y))));
    }

    boolean atEnd() {
        return atEnd;
    }

    int y() {
        return view().getViewPosition().y;
    }

    /** Shows these rows; what stands at the top stays there. */
    void show(List<TranscriptRow> rows) {
        show(rows, before, after);
    }

    /** The same, with about so many messages before and after them. */
    void show(List<TranscriptRow> rows, long messagesBefore, long messagesAfter) {
        before = messagesBefore;
        after = messagesAfter;
        int first = layout().messageAt(y());
        String anchor = first < 0 ? "" : layout().rows().get(first).key();
        int offset = first < 0 ? 0 : y() - layout().top(first);
        layout().around(before, after);
        transcript.show(rows, Math.max(1, view().getWidth()));
        settle(anchor, offset);
    }

    private void scrolled() {
        if (settling) {
            return;
        }
        int height = view().getHeight();
        boolean resized = height != seenHeight;
        seenHeight = height;
        // where nobody scrolled, who reads the newest goes on reading it
        if (resized && atEnd) {
            settle(null, 0);
            return;
        }
        atEnd = resized ? atEnd : y() + height >= transcript.getHeight() - CLOSE_ENOUGH;
        int first = layout().messageAt(y());
        if (first < 0) {
            return;
        }
        if (y() + height < layout().above() || y() > layout().bottom()) {
            loader.jump(layout().messagesBefore(y()));
            return;
        }
        if (layout().measure(y(), y() + height)) {
            settle(layout().rows().get(first).key(), y() - layout().top(first));
        }
        if (y() < layout().above() + height) {
            loader.older();
        }
        if (y() + 2 * height > layout().bottom()) {
            loader.newer();
        }
    }

    /** Measures around the place that is to be seen until nothing moves any more, and goes there. */
    private void settle(@Nullable String anchor, int offset) {
        settling = true;
        try {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                int y = target(anchor, offset);
                if (!layout().measure(y, y + view().getHeight())) {
                    break;
                }
            }
            transcript.revalidate();
            scroller.validate();
            view().setViewPosition(new Point(0, target(anchor, offset)));
            seenHeight = view().getHeight();
        } finally {
            settling = false;
        }
        transcript.repaint();
    }

    private int target(@Nullable String anchor, int offset) {
        int last = Math.max(0, layout().height() - view().getHeight());
        int row = anchor == null ? -1 : layout().indexOf(anchor);
        return atEnd || row < 0 ? last : Math.max(0, Math.min(last, layout().top(row) + offset));
    }

    private JViewport view() {
        return scroller.getViewport();
    }

    /** Whether what is shown can be seen now. */
    boolean seen() {
        Window window = SwingUtilities.getWindowAncestor(scroller);
        return window != null && window.isActive() && scroller.isShowing();
    }
}
