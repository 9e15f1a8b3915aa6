package org.lamplight.presence;

/** One's own presence, and what one chose oneself: the two differ while a call or a meeting shows. */
public record OwnStatus(Presence presence, Status chosen) {}
