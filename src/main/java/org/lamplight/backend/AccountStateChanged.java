package org.lamplight.backend;

import org.lamplight.core.Event;

/** An account came, went, or does differently. {@code gone}: it was removed. */
public record AccountStateChanged(AccountState state, boolean gone) implements Event {}
