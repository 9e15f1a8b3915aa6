package org.lamplight.office.xmpp.rooms;

/** A room, and who does what in it. Guarded by the server's lock. */
final class RoomParts {
    private final Room room;
    private final Appearance appearance;
    private final Talk talk;
    private final Doors doors;
    private final AdminDesk admins;
    private final OwnerDesk owners;
    private final Whispers whispers;
    private final Invitations invitations;
    private final Relay relay;

    RoomParts(Rooms rooms, Room room) {
        this.room = room;
        this.appearance = new Appearance(room);
        this.talk = new Talk(room);
        this.doors = new Doors(room, appearance, talk);
        this.admins = new AdminDesk(room, appearance, doors);
        this.owners = new OwnerDesk(rooms, room, appearance, doors);
        this.whispers = new Whispers(room);
        this.invitations = new Invitations(room, admins);
        this.relay = new Relay(room);
    }

    Room room() {
        return room;
    }

    Appearance appearance() {
        return appearance;
    }

    Talk talk() {
        return talk;
    }

    Doors doors() {
        return doors;
    }

    AdminDesk admins() {
        return admins;
    }

    OwnerDesk owners() {
        return owners;
    }

    Whispers whispers() {
        return whispers;
    }

    Invitations invitations() {
        return invitations;
    }

    Relay relay() {
        return relay;
    }
}
