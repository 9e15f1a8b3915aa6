package org.lamplight.ui.kit;

import java.util.ArrayList;
import java.util.List;

/** Drafts that tell who shows them when there are others. EDT. */
public final class HeardDrafts implements Drafts {
    private final Drafts kept;
    private final List<Runnable> listeners = new ArrayList<>();

    public HeardDrafts(Drafts kept) {
        this.kept = kept;
    }

    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public String draft(String peer) {
        return kept.draft(peer);
    }

    @Override
    public void keepDraft(String peer, String text) {
        kept.keepDraft(peer, text);
        listeners.forEach(Runnable::run);
    }
}
