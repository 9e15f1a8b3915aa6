package org.lamplight.lab;

import java.util.List;
import java.util.Set;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.Observation;
import org.lamplight.presence.PresenceMemory;

/** A memory that outlives a presence but not the test. */
public final class RememberedPresence implements PresenceMemory {
    private List<Observation> choices = List.of();
    private Set<String> silenced = Set.of();
    private List<Observation> observed = List.of();
    private List<Observation> dismissed = List.of();
    private List<ChoicePreset> presets = List.of();
    private List<String> notes = List.of();

    @Override
    public List<Observation> choices() {
        return choices;
    }

    @Override
    public void keep(List<Observation> kept) {
        choices = kept;
    }

    @Override
    public Set<String> silenced() {
        return silenced;
    }

    @Override
    public void keepSilenced(Set<String> sources) {
        silenced = sources;
    }

    @Override
    public List<Observation> observed() {
        return observed;
    }

    @Override
    public void keepObserved(List<Observation> kept) {
        observed = kept;
    }

    @Override
    public List<Observation> dismissed() {
        return dismissed;
    }

    @Override
    public void keepDismissed(List<Observation> kept) {
        dismissed = kept;
    }

    @Override
    public List<ChoicePreset> presets() {
        return presets;
    }

    @Override
    public void keepPresets(List<ChoicePreset> kept) {
        presets = kept;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public void keepNotes(List<String> kept) {
        notes = kept;
    }
}
