package org.lamplight.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One's own presence, and what one chose oneself: the two differ while a call or a meeting shows.
 *
 * @param chosenUntil when the choice ends, itself excluded; null if it has no end
 * @param chosenNote the words of the choice that holds; null if it has none
 */
public record OwnStatus(
        Presence presence,
        Status chosen,
        @Nullable Instant chosenUntil,
        @Nullable String chosenNote) {}
