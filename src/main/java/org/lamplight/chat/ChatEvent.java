package org.lamplight.chat;

import org.lamplight.core.Event;

/** What happened in talks. */
public sealed interface ChatEvent extends Event {

    /** A message came and is stored. */
    record MessageReceived(Message message) implements ChatEvent {}

    /** A message of ours is stored and on its way. */
    record MessageWritten(Message message) implements ChatEvent {}

    /** A message of ours got further, or failed. */
    record MessageStateChanged(Message message) implements ChatEvent {}

    /** A message was corrected, reacted to or taken back, or its file came; this is how it stands now. */
    record MessageChanged(Message message) implements ChatEvent {}

    /** Older messages of a talk are in the history now; they lie before all that was there. */
    record OlderCame(String peer) implements ChatEvent {}

    /** Messages of a talk were removed from the history. */
    record HistoryRemoved(String peer) implements ChatEvent {}

    /** A talk's unread count or last message differs, or it is new. */
    record TalkChanged(Talk talk) implements ChatEvent {}

    /** The peer writes, or stopped (XEP-0085). */
    record TypingChanged(String peer, boolean typing) implements ChatEvent {}
}
