package org.lamplight.presence;

import org.lamplight.core.Event;

/** One's own presence became another. */
public record OwnPresenceChanged(OwnStatus own) implements Event {}
