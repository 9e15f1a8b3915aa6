package org.lamplight.gateway;

import java.util.List;

/** Remembers gateways over restarts. Called on core; returns at once. */
public interface GatewayMemory {

    /** The addresses that the user named, each after its account and a blank. */
    List<String> addedGateways();

    void keepAddedGateways(List<String> gateways);

    /** Those from which the user logged out, written in the same way. */
    List<String> loggedOutGateways();

    void keepLoggedOutGateways(List<String> gateways);
}
