package org.lamplight.presence;

/** An observation together with whether it shaped the result of a fold. */
public record Reason(Observation observation, boolean wins) {}
