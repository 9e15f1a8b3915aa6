package org.lamplight.chat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.form.Form;

/**
 * The rooms of one account, as an adapter offers them. Called on core, returns at once; each future completes on any
 * thread, and fails with a {@link Rooms.Refused} where the room, its server or the connection said no.
 */
public interface RoomTransport {

    /**
     * Enters a room that is there, and comes back into it after each loss until {@link #leave}. Completes once we are in.
     *
     * @param nick null: as last time, else the first part of our address
     */
    CompletableFuture<Void> join(String room, @Nullable String nick, @Nullable String password);

    /** Makes a room that is not there yet. Completes once we are in and it is as wished. */
    CompletableFuture<Void> create(String room, @Nullable String nick, RoomOptions options);

    CompletableFuture<Void> leave(String room);

    CompletableFuture<Void> configure(String room, RoomOptions options);

    /** All that owners may set, as the room's server asks for it (XEP-0045, section 10.2). */
    CompletableFuture<Form> settings(String room);

    /** Sets these fields of that form; what is not named stays as it is by then. */
    CompletableFuture<Void> settings(String room, Map<String, List<String>> changes);

    /** Asks somebody in; where only members get in they become one, if we may say so. */
    CompletableFuture<Void> invite(String room, String person, @Nullable String words);

    /** Tells who asked us that we won't come, perhaps with words to it. */
    void decline(RoomInvitation invitation, @Nullable String words);

    CompletableFuture<Void> topic(String room, String topic);

    CompletableFuture<Void> nick(String room, String nick);

    /** Gives somebody who is there another role; with none they are out. */
    CompletableFuture<Void> role(String room, String nick, Role role, @Nullable String why);

    /** Makes an address something else to the room; an outcast is out and stays out. */
    CompletableFuture<Void> affiliation(String room, String address, Affiliation affiliation, @Nullable String why);

    /** Who is something to the room, there or not; those lists that we may not see are empty. */
    default CompletableFuture<List<Member>> members(String room) {
        return CompletableFuture.completedFuture(List.of());
    }

    /** Who may not come in any more (XEP-0045, section 9.2); refused to all but admins and owners. */
    CompletableFuture<List<Member>> banned(String room);

    /**
     * Closes a room for good (XEP-0045, section 10.9): everybody is out of it, and it is none of ours any more. Refused to all
     * but owners.
     */
    CompletableFuture<Void> destroy(String room, @Nullable String why);

    /** Remembers, with the account, which messages are worth a call. */
    CompletableFuture<Void> alerts(String room, Room.Alerts alerts);

    /** The rooms that a service shows to everybody; null: the server's own service. */
    CompletableFuture<List<ListedRoom>> browse(@Nullable String service);

    /** The address of the server's own service for rooms. */
    CompletableFuture<String> service();
}
