package org.lamplight.chat;

import java.time.Instant;

/** What is said in a talk: a message, or a change of one. */
public sealed interface Utterance permits Message, Change {

    /** The origin id (XEP-0359), the same however often it is sent. */
    String id();

    /** The account that carries it. */
    String account();

    /** The bare address of the talk. */
    String peer();

    /** When it was said. */
    Instant at();

    /** Whether it is ours. */
    Message.Direction direction();

    /** Who says it: a bare address, or a nick in a room. */
    String from();
}
