package org.lamplight.gateway;

/**
 * Something that a gateway does when asked (XEP-0050).
 *
 * @param address whom to ask; it may be another than the gateway's
 * @param node what it is called there
 * @param name for people
 */
public record Command(String address, String node, String name) {}
