package org.lamplight.presence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A choice that the person keeps ready: "Away · at lunch · 1 hour". Its text form is for files. */
public record ChoicePreset(Status status, @Nullable String note, Ending ending) {

    /** The preset of this text form, or empty if it is none. */
    public static Optional<ChoicePreset> parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        return Status.ofKey(parts[0])
                .filter(Status.choosable()::contains)
                .flatMap(status -> Ending.parse(parts[1])
                        .map(ending -> new ChoicePreset(status, parts[2].isEmpty() ? null : parts[2], ending)));
    }

    /** In one line. */
    public String text() {
        return status.key() + "|" + ending.text() + "|" + (note == null ? "" : note.replaceAll("\\R", " "));
    }
}
