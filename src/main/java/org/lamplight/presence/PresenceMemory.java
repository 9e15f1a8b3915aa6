package org.lamplight.presence;

import java.util.List;
import java.util.Set;

/** Keeps what a person chose over a restart. Called on core; it returns at once and writes in its own time. */
public interface ChoiceMemory {

    /** What was kept, oldest first; empty at the first start. */
    List<Observation> choices();

    void keep(List<Observation> choices);

    /** Automatic sources that the person switched off, in their text form. */
    Set<String> silenced();

    void keepSilenced(Set<String> sources);
}
