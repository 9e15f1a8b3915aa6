package org.lamplight.ui.chat;

import org.jspecify.annotations.Nullable;
import org.lamplight.ui.kit.Drafts;
import org.lamplight.ui.kit.Edt;

/** What is being written now, kept shortly after each change. EDT. */
final class Draft {
    private static final int KEEP_AFTER_MS = 400;

    private final Drafts drafts;
    private Edt.@Nullable Pending pending;
    private String peer = "";
    private String text = "";

    Draft(Drafts drafts) {
        this.drafts = drafts;
    }

    void edited(String newPeer, String newText) {
        peer = newPeer;
        text = newText;
        if (pending != null) {
            pending.cancel();
        }
        pending = Edt.after(KEEP_AFTER_MS, this::keep);
        if (newText.isBlank()) {
            keep();
        }
    }

    /** Keeps it now, as the window or the talk is left. */
    void keep() {
        if (pending != null) {
            pending.cancel();
            pending = null;
            drafts.keepDraft(peer, text);
        }
    }
}
