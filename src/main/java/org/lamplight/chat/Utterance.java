package org.lamplight.chat;

/** What is said in a talk: a message, or a change of one. */
public sealed interface Utterance permits Message, Change {

    /** The origin id (XEP-0359), the same however often it is sent. */
    String id();

    /** The account that carries it. */
    String account();

    /** The bare address of the talk. */
    String peer();
}
