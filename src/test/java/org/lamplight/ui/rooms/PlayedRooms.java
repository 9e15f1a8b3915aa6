package org.lamplight.ui.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Change;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.ListedRoom;
import org.lamplight.chat.Member;
import org.lamplight.chat.Message;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.chat.RoomFeatures;
import org.lamplight.chat.RoomInvitation;
import org.lamplight.chat.RoomOptions;
import org.lamplight.chat.RoomTransport;
import org.lamplight.chat.Rooms;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;
import org.lamplight.presence.Status;
import org.lamplight.ui.World;

/** The rooms of an account as an adapter offers them, with a room full of people. */
final class PlayedRooms implements RoomTransport {
    static final String QA = "qa@rooms.engine.example";

    /** As servers ask, with one field that only one of them has. */
    private static final Form SETTINGS = new Form(
            "Configuration",
            List.of("Complete and submit this form."),
            List.of(
                    field(Kind.HIDDEN, "FORM_TYPE", "", "http://jabber.org/protocol/muc#roomconfig"),
                    field(Kind.FIXED, "", "", "Room information"),
                    field(Kind.TEXT, "muc#roomconfig_roomname", "Title", "QA room"),
                    field(Kind.BOOLEAN, "muc#roomconfig_moderatedroom", "Moderated", "0"),
                    field(Kind.TEXT, "muc#roomconfig_historylength", "Messages of history that are sent", "20"),
                    field(Kind.TEXT, "muc#roomconfig_roomdesc", "Description", "What is broken, and since when"),
                    field(Kind.BOOLEAN, "muc#roomconfig_persistentroom", "Persistent", "1"),
                    field(Kind.BOOLEAN, "muc#roomconfig_publicroom", "Public", "1"),
                    field(Kind.BOOLEAN, "muc#roomconfig_membersonly", "Members only", "0"),
                    field(Kind.BOOLEAN, "muc#roomconfig_changesubject", "Change subject", "1"),
                    field(Kind.PRIVATE, "muc#roomconfig_roomsecret", "Password", ""),
                    new FormField(
                            Kind.CHOICE,
                            "muc#roomconfig_whois",
                            "Addresses",
                            "",
                            false,
                            List.of("anyone"),
                            List.of(
                                    new FormField.Option("Moderators only", "moderators"),
                                    new FormField.Option("Anyone", "anyone")))),
            List.of());

    private final World world;
    final List<String> banned = new CopyOnWriteArrayList<>();

    private static FormField field(Kind kind, String name, String label, String value) {
        return new FormField(kind, name, label, "", false, value.isEmpty() ? List.of() : List.of(value), List.of());
    }

    PlayedRooms(World world) {
        this.world = world;
        world.onCore(() -> world.domain.rooms().add(World.ADA, this));
    }

    /** Eight people talk about a build. */
    PlayedRooms talk() {
        List<Occupant> all = List.of(
                person("Grace Hopper", Status.FREE_TO_CHAT, Role.PARTICIPANT, Affiliation.MEMBER),
                person("Margaret Hamilton", Status.ON_VIDEO, Role.MODERATOR, Affiliation.OWNER),
                person("Annie Easley", Status.ON_VIDEO, Role.PARTICIPANT, Affiliation.NONE),
                person("Alan Turing", Status.ON_THE_PHONE, Role.PARTICIPANT, Affiliation.NONE),
                person("Ada", Status.IN_A_MEETING, Role.MODERATOR, Affiliation.OWNER),
                person("Tim Berners-Lee", Status.PRESENTING, Role.PARTICIPANT, Affiliation.NONE),
                person("Hedy Lamarr", Status.IDLE, Role.PARTICIPANT, Affiliation.ADMIN),
                person("Radia Perlman", Status.AWAY, Role.VISITOR, Affiliation.NONE));
        world.onCore(() -> {
            world.domain.chats().markRoom(QA);
            world.domain.chats().delivery().addRoom(World.ADA, QA, new Speech());
            world.domain.chats().delivery().roomOpened(World.ADA, QA, false);
            world.domain
                    .rooms()
                    .described(World.ADA, QA, "QA room", new RoomFeatures(false, false, false, true, true, true, true));
            world.domain.rooms().joined(World.ADA, QA, "Ada", all);
            world.domain.rooms().topic(World.ADA, QA, "Topic: release 2.14, freeze on Thursday");
            world.domain.rooms().listed(World.ADA);
        });
        says("Annie Easley", "13:14", "Build 213 is on the test rig. Watch the alarms.");
        says("Margaret Hamilton", "13:21", "Priority display fires twice on build 213. Steps are in the ticket.");
        says("Alan Turing", "13:24", "Reproduced. It halts, if anybody was wondering.");
        says("Alan Turing", "13:25", "Bisecting between 209 and 213.");
        says("Grace Hopper", "13:33", "@Ada found it: a moth between points at relay 70, panel F.");
        return this;
    }

    static Occupant person(String nick, Status status, Role role, Affiliation affiliation) {
        String address = nick.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@engine.example";
        return new Occupant(nick, role, affiliation, address, status);
    }

    void says(String nick, String at, String text) {
        world.onCore(() -> world.domain
                .chats()
                .received(new Message(
                        nick + at,
                        World.ADA,
                        QA,
                        Instant.parse("2026-11-18T" + at + ":00Z"),
                        Message.Direction.IN,
                        QA + "/" + nick,
                        text,
                        Message.State.DELIVERED,
                        null)));
    }

    /** Takes what is said in the room; what is said about it the room repeats to all. */
    private final class Speech implements ChatTransport {
        @Override
        public String ownAddress() {
            return QA + "/Ada";
        }

        @Override
        public void send(Message message) {
            world.wire.add("send " + message.peer() + " " + message.text());
        }

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public void change(Change change) {
            world.wire.add("change " + change.kind().word() + " " + change.text());
            world.core.execute(() -> world.domain.chats().changed(change));
        }
    }

    /** So many come at once. */
    void crowd(int count) {
        List<Occupant> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(person("Visitor " + i, Status.AVAILABLE, Role.PARTICIPANT, Affiliation.NONE));
        }
        all.forEach(
                one -> world.core.execute(() -> world.domain.rooms().moved(World.ADA, QA, List.of(one), List.of())));
    }

    private CompletableFuture<Void> did(String what) {
        world.wire.add(what);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> join(String room, @Nullable String nick, @Nullable String password) {
        if (room.startsWith("locked") && !"open sesame".equals(password)) {
            return CompletableFuture.failedFuture(
                    new org.lamplight.chat.Rooms.Refused(room + " asks for a password, and this is not it.", true));
        }
        world.domain.rooms().joined(World.ADA, room, nick == null ? "ada" : nick, List.of());
        return did("join " + room + " as " + nick);
    }

    @Override
    public CompletableFuture<Void> create(String room, @Nullable String nick, RoomOptions options) {
        world.domain.rooms().joined(World.ADA, room, "ada", List.of());
        return did("create " + room + " " + options.membersOnly() + " " + options.listed());
    }

    @Override
    public CompletableFuture<Void> leave(String room) {
        world.domain.rooms().forget(World.ADA, room);
        return did("leave " + room);
    }

    @Override
    public CompletableFuture<Void> configure(String room, RoomOptions options) {
        return did("configure " + room);
    }

    @Override
    public CompletableFuture<Form> settings(String room) {
        return room.equals(QA)
                ? CompletableFuture.completedFuture(SETTINGS)
                : CompletableFuture.failedFuture(new Rooms.Refused("Only owners may change the settings."));
    }

    @Override
    public CompletableFuture<Void> settings(String room, Map<String, List<String>> changes) {
        return changes.containsValue(List.of("refused"))
                ? CompletableFuture.failedFuture(new Rooms.Refused("The room does not accept these settings."))
                : did("settings " + new TreeMap<>(changes));
    }

    @Override
    public CompletableFuture<Void> invite(String room, String person, @Nullable String words) {
        return did("invite " + person + " into " + room);
    }

    @Override
    public void decline(RoomInvitation invitation, @Nullable String words) {
        world.wire.add("decline " + invitation.room());
    }

    @Override
    public CompletableFuture<Void> topic(String room, String topic) {
        return did("topic " + topic);
    }

    @Override
    public CompletableFuture<Void> nick(String room, String nick) {
        return did("nick " + nick);
    }

    @Override
    public CompletableFuture<Void> role(String room, String nick, Role role, @Nullable String why) {
        return did("role " + nick + " " + role.word());
    }

    @Override
    public CompletableFuture<Void> affiliation(
            String room, String address, Affiliation affiliation, @Nullable String why) {
        if (address.startsWith("stubborn@")) {
            return CompletableFuture.failedFuture(new Rooms.Refused("You may not do that in " + room + "."));
        }
        banned.remove(address);
        return did("affiliation " + address + " " + affiliation.word());
    }

    @Override
    public CompletableFuture<List<Member>> members(String room) {
        world.wire.add("members " + room);
        return CompletableFuture.completedFuture(List.of(
                new Member("margaret.hamilton@engine.example", Affiliation.OWNER),
                new Member("ada@engine.example", Affiliation.OWNER),
                new Member("hedy.lamarr@engine.example", Affiliation.ADMIN),
                new Member("grace.hopper@engine.example", Affiliation.MEMBER),
                new Member("katherine@engine.example", Affiliation.ADMIN),
                new Member("barbara@engine.example", Affiliation.MEMBER),
                new Member("somebody@elsewhere.example", Affiliation.MEMBER)));
    }

    @Override
    public CompletableFuture<List<Member>> banned(String room) {
        return CompletableFuture.completedFuture(
                banned.stream().map(who -> new Member(who, Affiliation.OUTCAST)).toList());
    }

    @Override
    public CompletableFuture<Void> destroy(String room, @Nullable String why) {
        String sentence = "The room " + room + " was closed for good: " + why;
        world.domain.rooms().out(World.ADA, room, sentence, Room.Back.NEVER);
        world.domain.rooms().forget(World.ADA, room);
        return did("destroy " + room + " " + why);
    }

    @Override
    public CompletableFuture<Void> alerts(String room, Room.Alerts alerts) {
        world.domain.rooms().remembered(World.ADA, room, null, alerts);
        return did("alerts " + alerts.word());
    }

    @Override
    public CompletableFuture<List<ListedRoom>> browse(@Nullable String service) {
        return CompletableFuture.completedFuture(List.of(
                new ListedRoom(QA, "QA room"),
                new ListedRoom("engine@rooms.engine.example", "Analytical Engine"),
                new ListedRoom("lunch@rooms.engine.example", null)));
    }

    @Override
    public CompletableFuture<String> service() {
        return CompletableFuture.completedFuture("rooms.engine.example");
    }
}
