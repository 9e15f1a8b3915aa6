package org.lamplight.presence;

import java.util.List;
import java.util.Set;

/**
 * Keeps what a person chose, and what must not be asked twice, over a restart. Called on core; it returns at once and
 * writes in its own time.
 */
public interface PresenceMemory {

    /** What was chosen, oldest first; empty at the first start. */
    List<Observation> choices();

    void keep(List<Observation> choices);

    /** Automatic sources that the person switched off, in their text form. */
    Set<String> silenced();

    void keepSilenced(Set<String> sources);

    /** What applications said until a time that had not come when the program ended. */
    List<Observation> observed();

    void keepObserved(List<Observation> observed);

    /** What the person said is over already. */
    List<Observation> dismissed();

    void keepDismissed(List<Observation> dismissed);

    /** Choices kept ready, in the person's order. */
    List<ChoicePreset> presets();

    void keepPresets(List<ChoicePreset> presets);

    /** The last notes, newest first. */
    List<String> notes();

    void keepNotes(List<String> notes);
}
