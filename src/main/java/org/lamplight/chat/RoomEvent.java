package org.lamplight.chat;

import org.jspecify.annotations.Nullable;
import org.lamplight.core.Event;

/** What happened with rooms. */
public sealed interface RoomEvent extends Event {

    /** Something of the room differs; of many changes at once this tells only now and then. */
    record RoomChanged(Room room) implements RoomEvent {}

    /** The room, here as it was last, is no longer one of ours; its talk stays. */
    record RoomForgotten(Room room) implements RoomEvent {}

    /** All rooms that the account has on its list are known now. */
    record RoomsListed(String account) implements RoomEvent {}

    /** Somebody asks us in. */
    record RoomInvited(RoomInvitation invitation) implements RoomEvent {}

    /** An invitation was taken or declined. */
    record InvitationAnswered(String room) implements RoomEvent {}

    /** We asked somebody in. */
    record PersonAsked(String room, String person) implements RoomEvent {}

    /**
     * Somebody whom we asked in won't come, as the room says (XEP-0045, section 7.8.2).
     *
     * @param from their bare address
     * @param text what they said to it; null if nothing
     */
    record InvitationDeclined(
            String room, String from, @Nullable String text) implements RoomEvent {}
}
