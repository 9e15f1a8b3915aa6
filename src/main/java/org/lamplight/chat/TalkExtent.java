package org.lamplight.chat;

/** How much of a talk lies before and after a stretch of it, in messages. */
public record TalkExtent(long before, long after) {}
