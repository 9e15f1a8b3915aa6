package org.lamplight.gateway;

/**
 * How a gateway asks for an address of its network (XEP-0100, section 6.3).
 *
 * @param description what to give; empty if it says nothing
 * @param prompt the name of the field; empty if it says nothing
 */
public record AddressPrompt(String description, String prompt) {}
