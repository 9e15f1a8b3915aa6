package org.lamplight.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;

/**
 * What the user does with rooms, each deed sent to the account that it concerns. Called on core; futures complete on core,
 * and fail with a {@link Rooms.Refused}.
 */
public final class RoomDeeds {
    private static final Texts TEXTS = Texts.of(RoomDeeds.class);
    private static final int LONGEST_NICK = 100;
    private static final int LONGEST_TOPIC = 2_000;

    private final Rooms rooms;
    private final java.util.concurrent.Executor core;

    public RoomDeeds(Rooms rooms, java.util.concurrent.Executor core) {
        this.rooms = rooms;
        this.core = core;
    }

    /** Enters a room; nick and password may be null. Completes with the room once we are in. */
    public CompletableFuture<Room> join(String address, @Nullable String nick, @Nullable String password) {
        if (nick != null && !isFit(nick, LONGEST_NICK)) {
            return refused("nick.wrong", nick);
        }
        return with(address, (transport, room) -> transport.join(room, nick, password))
                .thenCompose(done -> room(address));
    }

    /**
     * Makes a room and asks these people in. An address without a service gets the server's own.
     *
     * @return the room, once we are in
     */
    public CompletableFuture<Room> create(String address, RoomOptions options, Collection<String> people) {
        if (address.contains("@")) {
            return createAt(address, options, people);
        }
        return onAny(RoomTransport::service)
                .thenComposeAsync(service -> createAt(address + "@" + service, options, people), core);
    }

    private CompletableFuture<Room> createAt(String address, RoomOptions options, Collection<String> people) {
        return with(address, (transport, room) -> transport.create(room, null, options))
                .thenComposeAsync(done -> inviteAll(address, people), core)
                .thenCompose(done -> room(address));
    }

    /** A room of its own for a handful of people, such as a talk that grows; nobody else gets in. */
    public CompletableFuture<Room> createFor(String name, Collection<String> people) {
        return create(RoomNames.random(), RoomOptions.privately(name), people);
    }

    private CompletableFuture<Void> inviteAll(String address, Collection<String> people) {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        people.forEach(person -> all.add(invite(address, person, null)));
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    /** Goes, and does not come back at the next start; what was said stays. */
    public CompletableFuture<Void> leave(String address) {
        return with(address, RoomTransport::leave);
    }

    public CompletableFuture<Void> configure(String address, RoomOptions options) {
        return with(address, (transport, room) -> transport.configure(room, options));
    }

    /** All that owners may set, as the room's server asks for it. */
    public CompletableFuture<Form> settings(String address) {
        return at(address, transport -> transport.settings(address));
    }

    /** Sets what is answered otherwise than it stood in the form; the rest stays. */
    public CompletableFuture<Void> settings(String address, Form form, Map<String, List<String>> answers) {
        Map<String, List<String>> changes = form.changes(answers);
        return changes.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : with(address, (transport, room) -> transport.settings(room, changes));
    }

    public CompletableFuture<Void> invite(String address, String person, @Nullable String words) {
        return with(address, (transport, room) -> transport.invite(room, person, words))
                .thenRun(() -> rooms.asked(address, person));
    }

    /** Takes an invitation. */
    public CompletableFuture<Room> accept(RoomInvitation invitation) {
        rooms.answered(invitation.room());
        return join(invitation.room(), null, invitation.password());
    }

    /** Does not come; who asked hears of it, with these words if there are any. */
    public void decline(RoomInvitation invitation, @Nullable String words) {
        rooms.answered(invitation.room());
        rooms.transportOf(invitation.account()).ifPresent(transport -> transport.decline(invitation, words));
    }

    public CompletableFuture<Void> topic(String address, String topic) {
        if (topic.length() > LONGEST_TOPIC) {
            return refused("topic.long", String.valueOf(LONGEST_TOPIC));
        }
        return with(address, (transport, room) -> transport.topic(room, topic));
    }

    public CompletableFuture<Void> nick(String address, String nick) {
        if (!isFit(nick, LONGEST_NICK)) {
            return refused("nick.wrong", nick);
        }
        return with(address, (transport, room) -> transport.nick(room, nick));
    }

    /** Sends somebody out; they may come back. */
    public CompletableFuture<Void> kick(String address, String nick, @Nullable String why) {
        return role(address, nick, Role.NONE, why);
    }

    /** Lets somebody who is there do more or less for as long as they are. */
    public CompletableFuture<Void> role(String address, String nick, Role role, @Nullable String why) {
        return withOccupant(
                address, nick, occupant -> with(address, (transport, room) -> transport.role(room, nick, role, why)));
    }

    /** Sends somebody who is there out for good. */
    public CompletableFuture<Void> ban(String address, String nick, @Nullable String why) {
        return affiliation(address, nick, Affiliation.OUTCAST, why);
    }

    /** Somebody who was banned may come back; a whole server can be that, too. */
    public CompletableFuture<Void> letIn(String address, String banned) {
        return with(address, (transport, room) -> transport.affiliation(room, banned, Affiliation.NONE, null));
    }

    /** Makes somebody something else to the room: an occupant by nick, where their address is known, or any address. */
    public CompletableFuture<Void> affiliation(
            String address, String nickOrAddress, Affiliation affiliation, @Nullable String why) {
        Room room = rooms.find(address).orElse(null);
        Occupant occupant = room == null ? null : room.occupants().get(nickOrAddress);
        String who = occupant == null ? nickOrAddress : occupant.address();
        if (who == null || !who.contains("@")) {
            return refused(occupant == null ? "occupant.unknown" : "occupant.hidden", nickOrAddress);
        }
        return with(address, (transport, at) -> transport.affiliation(at, who, affiliation, why));
    }

    /** Who is something to the room, there or not, as far as we may know. */
    public CompletableFuture<List<Member>> members(String address) {
        return at(address, transport -> transport.members(address));
    }

    /** Who may not come in any more: people, and whole servers. */
    public CompletableFuture<List<Member>> banned(String address) {
        return at(address, transport -> transport.banned(address));
    }

    /** Closes the room for good, for everybody; {@code why} is told to all who are there. */
    public CompletableFuture<Void> destroy(String address, @Nullable String why) {
        return with(address, (transport, room) -> transport.destroy(room, why));
    }

    public CompletableFuture<Void> alerts(String address, Room.Alerts alerts) {
        return with(address, (transport, room) -> transport.alerts(room, alerts));
    }

    /** The rooms that a service shows to everybody; null: the first account's own. */
    public CompletableFuture<List<ListedRoom>> browse(@Nullable String service) {
        return onAny(transport -> transport.browse(service));
    }

    private <T> CompletableFuture<T> at(String address, Function<RoomTransport, CompletableFuture<T>> question) {
        return rooms.transport(address)
                .map(transport -> question.apply(transport).thenApplyAsync(answer -> answer, core))
                .orElseGet(() -> refused("account.none"));
    }

    private <T> CompletableFuture<T> onAny(Function<RoomTransport, CompletableFuture<T>> deed) {
        return rooms.transport(null).map(deed).orElseGet(() -> refused("account.none"));
    }

    private CompletableFuture<Void> withOccupant(
            String address, String nick, Function<Occupant, CompletableFuture<Void>> deed) {
        Room room = rooms.find(address).orElse(null);
        Occupant occupant = room == null ? null : room.occupants().get(nick);
        return occupant == null ? refused("occupant.unknown", nick) : deed.apply(occupant);
    }

    private CompletableFuture<Void> with(
            String address, BiFunction<RoomTransport, String, CompletableFuture<Void>> deed) {
        return rooms.transport(address)
                .map(transport -> deed.apply(transport, address).<Void>thenApplyAsync(done -> null, core))
                .orElseGet(() -> refused("account.none"));
    }

    private CompletableFuture<Room> room(String address) {
        return rooms.find(address)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> refused("room.unknown", address));
    }

    private static boolean isFit(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.codePoints().noneMatch(Character::isISOControl);
    }

    private static <T> CompletableFuture<T> refused(String key, Object... values) {
        return CompletableFuture.failedFuture(new Rooms.Refused(TEXTS.get(key, values)));
    }
}
