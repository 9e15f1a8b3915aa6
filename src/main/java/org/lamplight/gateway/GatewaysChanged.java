package org.lamplight.gateway;

import java.util.List;
import org.lamplight.core.Event;

/** Gateways came, went, or do differently. */
public record GatewaysChanged(List<Gateway> gateways) implements Event {}
