package org.lamplight.ui.kit;

/** Remembers what was begun to be written and not sent, over restarts too. Called on the EDT: must not block. */
public interface Drafts {
    /** What was begun in the talk with this address; empty if nothing was. */
    String draft(String peer);

    /** Keeps it in place of what was there; empty: nothing is begun any more. */
    void keepDraft(String peer, String text);
}
