package org.lamplight.ui.chat;

import java.awt.Cursor;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.text.BreakIterator;
import javax.swing.SwingUtilities;
import org.lamplight.ui.chat.TranscriptSelection.Letters;

/** Selects with the mouse: letters by dragging, a word by two clicks, a message by three; and follows links. EDT. */
final class TranscriptMouse extends MouseAdapter {
    private final Transcript transcript;
    private boolean selecting;

    TranscriptMouse(Transcript transcript) {
        this.transcript = transcript;
    }

    void install() {
        transcript.addMouseListener(this);
        transcript.addMouseMotionListener(this);
        transcript.setAutoscrolls(true);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        transcript.requestFocusInWindow();
        transcript.spots().leave();
        int row = transcript.rowAt(event.getY());
        selecting = SwingUtilities.isLeftMouseButton(event) && row >= 0;
        if (selecting) {
            select(row, event);
        } else if (row >= 0 && isElsewhere(row)) {
            transcript.selection().mark(row, false);
        }
        transcript.repaint();
    }

    private boolean isElsewhere(int row) {
        TranscriptSelection selection = transcript.selection();
        return selection.isEmpty() || row < selection.first() || row > selection.last();
    }

    private void select(int row, MouseEvent event) {
        int letter = transcript.letterAt(row, event.getPoint());
        if (event.getClickCount() == 2) {
            word(row, letter);
        } else if (event.getClickCount() > 2) {
            transcript.selection().mark(row, false);
        } else {
            transcript.selection().put(row, letter, event.isShiftDown());
        }
    }

    private void word(int row, int letter) {
        Letters all = transcript.lettersOf(row);
        if (all.isEmpty() || !(transcript.rowLayout().rows().get(row) instanceof TranscriptRow.Entry entry)) {
            return;
        }
        String text = transcript.bodies().of(entry.message()).text().substring(all.from(), all.to());
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(text);
        int at = Math.max(0, Math.min(text.length() - 1, letter - all.from()));
        int end = words.following(at);
        int start = words.previous();
        transcript.selection().put(row, all.from() + start, false);
        transcript.selection().put(row, all.from() + end, true);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (selecting) {
            int row = transcript.rowAt(event.getY());
            transcript.selection().put(row, transcript.letterAt(row, event.getPoint()), true);
            transcript.scrollRectToVisible(new Rectangle(event.getX(), event.getY(), 1, 1));
            transcript.repaint();
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        boolean click = selecting
                && event.getClickCount() == 1
                && transcript.selection().isEmpty();
        Spot spot = click ? transcript.spots().at(event.getPoint()) : null;
        selecting = false;
        if (spot != null) {
            spot.does().run();
        }
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        Spot spot = transcript.spots().at(event.getPoint());
        transcript.spots().hover(spot);
        boolean overText = event.getX() >= transcript.rowLayout().look().textLeft();
        int shape = spot != null ? Cursor.HAND_CURSOR : overText ? Cursor.TEXT_CURSOR : Cursor.DEFAULT_CURSOR;
        transcript.setCursor(Cursor.getPredefinedCursor(shape));
    }

    @Override
    public void mouseExited(MouseEvent event) {
        transcript.spots().hover(null);
    }
}
