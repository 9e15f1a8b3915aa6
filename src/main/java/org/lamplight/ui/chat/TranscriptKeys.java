package org.lamplight.ui.chat;

import org.lamplight.ui.chat.TranscriptSelection.Letters;
import org.lamplight.ui.kit.Keys;

/**
 * Selects with the keyboard: a message by Up and Down, more with Shift, letters by Shift+Left and Right; Left and Right go
 * through the links of a message, and Enter follows one. EDT.
 */
final class TranscriptKeys {
    private static final int STEP = 10;
    private static final int LEAST = 80;
    private static final int MOST = 200;

    private final Transcript transcript;
    private final TranscriptMenu menu;

    TranscriptKeys(Transcript transcript, TranscriptMenu menu) {
        this.transcript = transcript;
        this.menu = menu;
    }

    void install() {
        bind("UP", () -> move(-1, false));
        bind("DOWN", () -> move(1, false));
        bind("shift UP", () -> move(-1, true));
        bind("shift DOWN", () -> move(1, true));
        bind("shift LEFT", () -> letters(-1));
        bind("shift RIGHT", () -> letters(1));
        bind("LEFT", () -> transcript.spots().move(-1));
        bind("RIGHT", () -> transcript.spots().move(1));
        bind("ENTER", () -> transcript.spots().press());
        bind("SPACE", () -> transcript.spots().press());
        bind("HOME", () -> to(0));
        bind("END", () -> to(transcript.rowLayout().rows().size() - 1));
        bind("ctrl A", this::all);
        bind("ctrl C", transcript::copy);
        bind("ctrl INSERT", transcript::copy);
        bind("ESCAPE", this::none);
        bind("shift F10", menu::atLead);
        bind("CONTEXT_MENU", menu::atLead);
        for (String key : new String[] {"ctrl PLUS", "ctrl ADD", "ctrl EQUALS", "ctrl shift EQUALS"}) {
            bind(key, () -> zoom(transcript.zoom() + STEP));
        }
        for (String key : new String[] {"ctrl MINUS", "ctrl SUBTRACT"}) {
            bind(key, () -> zoom(transcript.zoom() - STEP));
        }
        bind("ctrl 0", () -> zoom(100));
        bind("ctrl NUMPAD0", () -> zoom(100));
        menu.install();
    }

    private void bind(String key, Runnable does) {
        Keys.bind(transcript, key, does);
    }

    void zoom(int percent) {
        transcript.zoom(Math.max(LEAST, Math.min(MOST, percent)));
    }

    private int rows() {
        return transcript.rowLayout().rows().size();
    }

    private boolean isMessage(int row) {
        return transcript.rowLayout().rows().get(row) instanceof TranscriptRow.Entry;
    }

    private void move(int by, boolean extend) {
        int lead = transcript.selection().leadRow();
        int to = (lead < 0 ? rows() : lead) + by;
        while (to >= 0 && to < rows() && !isMessage(to)) {
            to += by;
        }
        if (to >= 0 && to < rows()) {
            mark(to, extend);
        } else if (lead >= 0) {
            // there may be more above or below, which is loaded when one gets there
            transcript.reveal(Math.max(0, Math.min(rows() - 1, to)));
        }
    }

    private void to(int row) {
        if (row >= 0 && row < rows()) {
            mark(isMessage(row) ? row : Math.min(rows() - 1, row + 1), false);
        }
    }

    private void mark(int row, boolean extend) {
        transcript.spots().leave();
        transcript.selection().mark(row, extend);
        transcript.reveal(row);
        transcript.announce();
    }

    private void letters(int by) {
        TranscriptSelection selection = transcript.selection();
        int row = selection.leadRow();
        if (row < 0) {
            return;
        }
        Letters all = transcript.lettersOf(row);
        if (selection.isWhole()) {
            selection.put(row, by > 0 ? all.from() : all.to(), false);
        }
        int to = selection.leadOffset() + by;
        selection.put(row, Math.max(all.from(), Math.min(all.to(), to)), true);
        transcript.repaint();
    }

    private void all() {
        if (rows() > 0) {
            transcript.selection().all();
            transcript.announce();
        }
    }

    private void none() {
        transcript.deselect();
    }
}
