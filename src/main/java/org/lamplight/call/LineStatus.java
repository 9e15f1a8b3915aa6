package org.lamplight.call;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands.
 *
 * @param reason one sentence with what to do next, where something is wrong
 * @param preferred whether calls go out on it if nothing else is said
 */
public record LineStatus(
        String id,
        LineKind kind,
        LineState state,
        String address,
        @Nullable String reason,
        boolean preferred,
        Set<Ability> abilities) {
    /** Copies its set. */
    public LineStatus {
        abilities = Set.copyOf(abilities);
    }

    public boolean can(Ability wanted) {
        return abilities.contains(wanted);
    }
}
