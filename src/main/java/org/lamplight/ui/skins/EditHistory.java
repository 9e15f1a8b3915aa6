package org.lamplight.ui.skins;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.lamplight.presence.Status;
import org.lamplight.skin.SkinDraft;

/** A draft with all that it was before and, after an undo, all that it was after. One thread at a time. */
final class EditHistory {

    /** A change, by the draft on its other side and the status that it concerns; null: none in particular. */
    private record Step(SkinDraft draft, @Nullable Status about) {}

    private final SkinDraft begun;
    private final Deque<Step> before = new ArrayDeque<>();
    private final Deque<Step> after = new ArrayDeque<>();
    private SkinDraft now;

    EditHistory(SkinDraft begun) {
        this.begun = begun;
        this.now = begun;
    }

    SkinDraft begun() {
        return begun;
    }

    SkinDraft now() {
        return now;
    }

    /** Takes a change; nothing happens where it changes nothing. */
    void change(SkinDraft draft, @Nullable Status about) {
        if (!draft.equals(now)) {
            before.push(new Step(now, about));
            after.clear();
            now = draft;
        }
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /** Takes the last change back. Returns the status that it concerned, null if none. */
    @Nullable
    Status undo() {
        return step(before, after);
    }

    /** Makes the change again that was taken back last. Returns the status that it concerns, null if none. */
    @Nullable
    Status redo() {
        return step(after, before);
    }

    private @Nullable Status step(Deque<Step> from, Deque<Step> to) {
        Step step = from.poll();
        if (step == null) {
            return null;
        }
        to.push(new Step(now, step.about()));
        now = step.draft();
        return step.about();
    }
}
