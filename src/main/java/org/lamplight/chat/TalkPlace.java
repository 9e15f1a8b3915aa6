package org.lamplight.chat;

import java.time.Instant;

/**
 * Where in a talk to read. A talk is in the order of time; messages of the same instant stand in the order in which they
 * were stored.
 */
public sealed interface TalkPlace {
    /** Up to the newest message. */
    record Newest() implements TalkPlace {}

    /** Up to this message, without it. */
    record Before(Message message) implements TalkPlace {}

    /** After this message, without it. */
    record After(Message message) implements TalkPlace {}

    /** From this instant on. */
    record From(Instant at) implements TalkPlace {}

    /** From the message on that has so many before it. */
    record Nth(long before) implements TalkPlace {}

    /** Whether one reads from there towards the past. */
    default boolean isBackwards() {
        return this instanceof Newest || this instanceof Before;
    }
}
