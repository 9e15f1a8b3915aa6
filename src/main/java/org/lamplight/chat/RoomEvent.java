package org.lamplight.chat;

import org.lamplight.core.Event;

/** What happened with rooms. */
public sealed interface RoomEvent extends Event {

    /** Something of the room differs; of many changes at once this tells only now and then. */
    record RoomChanged(Room room) implements RoomEvent {}

    /** The room is no longer one of ours; its talk stays. */
    record RoomForgotten(String address) implements RoomEvent {}

    /** Somebody asks us in. */
    record RoomInvited(RoomInvitation invitation) implements RoomEvent {}

    /** An invitation was taken or declined. */
    record InvitationAnswered(String room) implements RoomEvent {}
}
