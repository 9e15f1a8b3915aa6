package org.lamplight.presence;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.core.Threads;

/** What the person may choose with one click again: presets in their own order, and the last five notes. On core. */
public final class ReadyChoices {
    public static final int MOST_PRESETS = 20;
    private static final int MOST_NOTES = 5;

    private final PresenceMemory memory;
    private final List<ChoicePreset> presets;
    private final List<String> notes;

    ReadyChoices(PresenceMemory memory) {
        this.memory = memory;
        this.presets = new ArrayList<>(memory.presets());
        this.notes = new ArrayList<>(memory.notes());
    }

    public List<ChoicePreset> presets() {
        Threads.requireCore();
        return List.copyOf(presets);
    }

    /** Adds it at the end; one that is there already stays where it is. There is room for {@value #MOST_PRESETS}. */
    public void add(ChoicePreset preset) {
        Threads.requireCore();
        if (!presets.contains(preset) && presets.size() < MOST_PRESETS) {
            presets.add(preset);
            memory.keepPresets(List.copyOf(presets));
        }
    }

    public void remove(ChoicePreset preset) {
        Threads.requireCore();
        if (presets.remove(preset)) {
            memory.keepPresets(List.copyOf(presets));
        }
    }

    /** Moves it up (-1) or down (+1) among the others, as far as there is room. */
    public void move(ChoicePreset preset, int by) {
        Threads.requireCore();
        int from = presets.indexOf(preset);
        if (from >= 0) {
            presets.remove(from);
            presets.add(Math.max(0, Math.min(presets.size(), from + by)), preset);
            memory.keepPresets(List.copyOf(presets));
        }
    }

    /** The last notes, newest first. */
    public List<String> notes() {
        Threads.requireCore();
        return List.copyOf(notes);
    }

    void used(String note) {
        notes.remove(note);
        notes.add(0, note);
        while (notes.size() > MOST_NOTES) {
            notes.remove(notes.size() - 1);
        }
        memory.keepNotes(List.copyOf(notes));
    }
}
