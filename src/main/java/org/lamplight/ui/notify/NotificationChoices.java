package org.lamplight.ui.notify;

/**
 * What the user wants to be told of.
 *
 * @param on whether of anything
 * @param text whether with what was written, or only with who wrote
 * @param sound whether it may be heard
 * @param quiet whether of nothing while one's own status asks for quiet
 */
public record NotificationChoices(boolean on, boolean text, boolean sound, boolean quiet) {}
