package org.lamplight.ui.notify;

/**
 * What is told of one talk.
 *
 * @param peer the talk; a later notification of the same talk stands in place of this one
 * @param name who wrote
 * @param text one line
 * @param sound whether it may be heard
 */
public record Notification(String peer, String name, String text, boolean sound) {}
