package org.lamplight.office.sip.dialog;

/**
 * One side of a call, for those who watch it.
 *
 * @param user whose lamp it is; empty for nobody's
 * @param name to show
 * @param uri to call
 */
public record Party(String user, String name, String uri) {}
