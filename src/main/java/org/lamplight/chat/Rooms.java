package org.lamplight.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * The rooms that we are in, or would be, and who is there. Of a burst of changes the first is told at once and the rest a
 * few times a second. All methods belong on the core thread; what the user does with rooms is {@link RoomDeeds}.
 */
public final class Rooms {
    private static final Duration CALM = Duration.ofMillis(100);

    private final CoreThread core;
    private final Events events;
    private final Map<String, RoomTransport> transports = new LinkedHashMap<>();
    private final Map<String, RoomRecord> rooms = new LinkedHashMap<>();

    /** The accounts of rooms that are none of ours any more, by room. */
    private final Map<String, String> left = new HashMap<>();

    private final Set<String> listed = new HashSet<>();

    private final OpenInvitations invitations = new OpenInvitations();
    private final Set<RoomRecord> changed = new LinkedHashSet<>();
    private final RoomMentions mentions;
    private boolean calm = true;

    /** Why something was not done, as one plain sentence for the user. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Whether the room wants a password, or another than was given. */
        private final boolean wantsPassword;

        public Refused(String sentence) {
            this(sentence, false);
        }

        public Refused(String sentence, boolean wantsPassword) {
            super(sentence);
            this.wantsPassword = wantsPassword;
        }

        public boolean wantsPassword() {
            return wantsPassword;
        }

        /** Whether giving a password, or another one, is what helps against this. */
        public static boolean wantsPassword(@Nullable Throwable failure) {
            return failure != null && CompletionCause.of(failure) instanceof Refused refused && refused.wantsPassword();
        }
    }

    public Rooms(CoreThread core, Events events, MessageStore store) {
        this.core = core;
        this.events = events;
        this.mentions = new RoomMentions(store, rooms::get, this::mentioned);
        events.listen(ChatEvent.class, mentions::heard);
    }

    private void mentioned(RoomRecord room, int count) {
        if (room.mentions != count) {
            change(room, now -> now.mentions = count);
        }
    }

    // ---- what others ask

    public List<Room> all() {
        Threads.requireCore();
        return rooms.values().stream().map(RoomRecord::snapshot).toList();
    }

    public Optional<Room> find(String address) {
        Threads.requireCore();
        return Optional.ofNullable(rooms.get(address)).map(RoomRecord::snapshot);
    }

    /** Whether the message, of a room, is one that the user wants to be called for. */
    public boolean isWorthACall(Message message) {
        Threads.requireCore();
        RoomRecord room = rooms.get(message.peer());
        if (room == null) {
            return true;
        }
        return switch (room.alerts) {
            case ALL -> true;
            case MENTIONS -> Mention.isIn(message.text(), room.nick);
            case NONE -> false;
        };
    }

    /** The accounts whose rooms are all known. */
    public Set<String> listed() {
        Threads.requireCore();
        return Set.copyOf(listed);
    }

    /** Who asks us in and has no answer yet; those first whom no flood of others may hide, and the newest of each. */
    public List<RoomInvitation> invitations() {
        Threads.requireCore();
        return invitations.all();
    }

    /** What carries this room, or once did; for one that we don't know, the first account that has rooms. */
    Optional<RoomTransport> transport(@Nullable String address) {
        Threads.requireCore();
        RoomRecord known = address == null ? null : rooms.get(address);
        String account = known == null ? left.get(address) : known.account;
        Optional<RoomTransport> first = transports.values().stream().findFirst();
        return known == null
                ? Optional.ofNullable(transports.get(account)).or(() -> first)
                : Optional.ofNullable(transports.get(account));
    }

    Optional<RoomTransport> transportOf(String account) {
        return Optional.ofNullable(transports.get(account));
    }

    /** The invitation was answered one way or the other. */
    void answered(String room) {
        Threads.requireCore();
        if (invitations.remove(room)) {
            events.publish(new RoomEvent.InvitationAnswered(room));
        }
    }

    /** We asked somebody in. */
    void asked(String room, String person) {
        Threads.requireCore();
        events.publish(new RoomEvent.PersonAsked(room, person));
    }

    // ---- what adapters tell

    public void add(String account, RoomTransport transport) {
        Threads.requireCore();
        transports.put(account, transport);
    }

    /** The account is gone with all its rooms. */
    public void remove(String account) {
        Threads.requireCore();
        transports.remove(account);
        for (RoomRecord room : new ArrayList<>(rooms.values())) {
            if (room.account.equals(account)) {
                forget(account, room.address);
            }
        }
        invitations.removeAccount(account);
    }

    /** We ask to be let in, under this name; who was there is shown until it is known who is. */
    public void joining(String account, String address, String nick) {
        change(account, address, room -> {
            room.nick = nick;
            room.stay = Room.Stay.JOINING;
            room.back = Room.Back.ITSELF;
            room.reason = null;
            mentions.recount(room);
        });
    }

    /** We are in, with all these. */
    public void joined(String account, String address, String nick, Collection<Occupant> everybody) {
        change(account, address, room -> {
            room.nick = nick;
            room.stay = Room.Stay.IN;
            room.reason = null;
            room.occupants.clear();
            everybody.forEach(one -> room.occupants.put(one.nick(), one));
            mentions.recount(room);
        });
        answered(address);
    }

    /** Some came, or are another than before; some went. */
    public void moved(String account, String address, Collection<Occupant> came, Collection<String> gone) {
        change(account, address, room -> {
            gone.forEach(room.occupants::remove);
            came.forEach(one -> room.occupants.put(one.nick(), one));
        });
    }

    /** We have another name there from now on. */
    public void renamed(String account, String address, String nick) {
        change(account, address, room -> room.nick = nick);
    }

    /** We are not in it, or can't get in, for this reason. */
    public void out(String account, String address, @Nullable String reason, Room.Back back) {
        change(account, address, room -> {
            room.stay = Room.Stay.OUT;
            room.reason = reason;
            room.back = back;
            room.occupants.clear();
        });
    }

    public void described(String account, String address, @Nullable String name, RoomFeatures features) {
        change(account, address, room -> {
            room.name = name == null ? room.name : name;
            room.features = features;
        });
    }

    public void topic(String account, String address, @Nullable String topic) {
        change(account, address, room -> room.topic = topic);
    }

    /** The account's list has it, as this. */
    public void remembered(String account, String address, @Nullable String name, Room.Alerts alerts) {
        change(account, address, room -> {
            room.name = name == null || room.stay == Room.Stay.IN ? room.name : name;
            room.alerts = alerts;
            room.remembered = true;
        });
    }

    /** All rooms on the account's list are known: what else was a room once is none of ours any more. */
    public void listed(String account) {
        Threads.requireCore();
        listed.add(account);
        events.publish(new RoomEvent.RoomsListed(account));
    }

    /** It is none of ours any more. */
    public void forget(String account, String address) {
        Threads.requireCore();
        RoomRecord room = rooms.get(address);
        if (room != null && room.account.equals(account)) {
            rooms.remove(address);
            changed.remove(room);
            left.put(address, account);
            events.publish(new RoomEvent.RoomForgotten(room.snapshot()));
        }
    }

    public void invited(RoomInvitation invitation) {
        Threads.requireCore();
        RoomRecord room = rooms.get(invitation.room());
        boolean there = room != null && room.stay == Room.Stay.IN;
        if (!there && invitations.add(invitation)) {
            events.publish(new RoomEvent.RoomInvited(invitation));
        }
    }

    /** The room says that somebody whom we asked in won't come. */
    public void declined(String account, String address, String from, @Nullable String text) {
        Threads.requireCore();
        RoomRecord room = rooms.get(address);
        if (room != null && room.account.equals(account)) {
            events.publish(new RoomEvent.InvitationDeclined(address, from, text));
        }
    }

    // ---- keeping

    private void change(String account, String address, Consumer<RoomRecord> change) {
        Threads.requireCore();
        RoomRecord room = rooms.computeIfAbsent(address, any -> new RoomRecord(account, address));
        if (room.account.equals(account)) {
            change(room, change);
        }
    }

    private void change(RoomRecord room, Consumer<RoomRecord> change) {
        change.accept(room);
        room.changed();
        changed.add(room);
        if (calm) {
            calm = false;
            tell();
            core.later(CALM, this::calmed);
        }
    }

    private void calmed() {
        calm = changed.isEmpty();
        if (!calm) {
            tell();
            core.later(CALM, this::calmed);
        }
    }

    private void tell() {
        List<RoomRecord> news = List.copyOf(changed);
        changed.clear();
        news.forEach(room -> events.publish(new RoomEvent.RoomChanged(room.snapshot())));
    }
}
