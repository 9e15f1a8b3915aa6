package org.lamplight.chat;

import org.lamplight.core.Event;

/** The user was told of a message that they had not in front of them. */
public record NotificationShown(Message message) implements Event {}
