package org.lamplight.ui;

import java.awt.Color;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.AccountStateChanged;
import org.lamplight.call.CallLog;
import org.lamplight.call.Calls;
import org.lamplight.call.LineKind;
import org.lamplight.call.LineState;
import org.lamplight.call.Lines;
import org.lamplight.call.Recordings;
import org.lamplight.call.Remote;
import org.lamplight.chat.Change;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.export.TalkExport;
import org.lamplight.chat.files.Automatic;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;
import org.lamplight.lab.KeptCalls;
import org.lamplight.lab.KeptPictures;
import org.lamplight.lab.PlayedChoices;
import org.lamplight.lab.PlayedClock;
import org.lamplight.lab.PlayedHeadsets;
import org.lamplight.lab.PlayedKeys;
import org.lamplight.lab.PlayedLine;
import org.lamplight.lab.PlayedSound;
import org.lamplight.lab.RememberedLinks;
import org.lamplight.lab.RememberedPresence;
import org.lamplight.people.Contact;
import org.lamplight.people.People;
import org.lamplight.people.Person;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureSource;
import org.lamplight.people.Pictures;
import org.lamplight.people.Roster;
import org.lamplight.people.Rosters;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.SigningIn;
import org.lamplight.ui.picture.Drawn;

/** The real domain with an account, a roster and a carrier of messages that live in this JVM and remember what they did. */
public final class World implements AutoCloseable {
    public static final String ACCOUNT = "work";
    public static final String ADA = "ada@engine.example";

    public final PlayedClock clock = new PlayedClock(Instant.parse("2026-11-18T14:23:00Z"), ZoneId.of("Europe/London"));
    public final CoreThread core = new CoreThread();
    public final Events events = new Events();
    public final List<String> wire = new CopyOnWriteArrayList<>();
    public final Map<String, Contact> contacts = new LinkedHashMap<>();
    public final MemoryStore store = new MemoryStore(core);
    public final KeptPictures pictures = new KeptPictures();
    public final Domain domain;
    public final FileWire fileWire = new FileWire();
    public final KeptCalls log = new KeptCalls();
    public final PlayedSound sound = new PlayedSound();
    public final Lines lines = new Lines(events, "");
    public final Calls calls;
    public final PlayedChoices choices = new PlayedChoices();
    public final PlayedLine line;
    public final PlayedHeadsets headsets = new PlayedHeadsets();
    public final PlayedKeys keys = new PlayedKeys();
    private final Map<String, AccountState> accounts = new LinkedHashMap<>();

    public World() {
        this(null);
    }

    /** Over another store; null for one that forgets. */
    public World(Function<Executor, MessageStore> other) {
        MessageStore history = other == null ? store : other.apply(core);
        Chats chats = new Chats(events, clock, history);
        People people = new People(core, events, clock, Rules.builtIn(), new RememberedLinks());
        OwnPresence own = onCore(() -> new OwnPresence(core, events, clock, Rules.builtIn(), new RememberedPresence()));
        Rooms rooms = new Rooms(core, events, history);
        calls = new Calls(
                core, events, clock, lines, address -> people.find(address).map(Person::id));
        line = new PlayedLine(calls, LineKind.SOFTPHONE, ACCOUNT, "sip:2104@engine.example");
        domain = new Domain(
                core,
                events,
                clock,
                people,
                new Rosters(people, events),
                chats,
                new TalkExport(core, core, chats),
                new FileTransfers(
                        core,
                        Threads.single("files"),
                        events,
                        chats,
                        fileWire.folders(),
                        new Automatic(clock, contacts::containsKey, () -> 5_000_000)),
                new Pictures(core, events, people, pictures),
                rooms,
                new RoomDeeds(rooms, core),
                own,
                () -> List.copyOf(accounts.values()),
                id -> wire.add("retry " + id),
                List::of,
                new SignIns(),
                new Phone(
                        calls,
                        lines,
                        new CallLog(events, log),
                        Optional.of(sound),
                        call -> wire.add("silence"),
                        id -> {
                            wire.add("line " + id);
                            core.execute(() -> lines.prefer(id));
                        },
                        (use, device) -> {
                            wire.add("device " + use.word() + " " + device);
                            sound.devices().choose(use, device);
                        },
                        () -> sound.wishes,
                        (before, now) -> sound.clean(now),
                        new Recordings(Path.of("target", "recordings")),
                        choices,
                        keys,
                        headsets));
    }

    /** Accepts every password but {@code wrong}. */
    private final class SignIns implements SigningIn {
        @Override
        public CompletableFuture<Void> signIn(String address, String server, char[] password) {
            return answer("sign in " + address + " " + server, password);
        }

        @Override
        public CompletableFuture<Void> again(String account, char[] password) {
            return answer("again " + account, password);
        }

        private CompletableFuture<Void> answer(String asked, char[] password) {
            String given = new String(password);
            wire.add(asked + " " + given);
            return given.equals("wrong")
                    ? CompletableFuture.failedFuture(new IllegalStateException("Not this password."))
                    : CompletableFuture.completedFuture(null);
        }
    }

    public <T> T onCore(java.util.function.Supplier<T> question) {
        return core.ask(question).join();
    }

    public void onCore(Runnable task) {
        core.ask(() -> {
                    task.run();
                    return true;
                })
                .join();
    }

    // ---- the account

    public World online() {
        onCore(() -> {
            domain.rosters().add(ACCOUNT, new WireRoster());
            domain.chats().delivery().addTransport(ACCOUNT, new Carrier());
            domain.files().addCarrier(ACCOUNT, fileWire);
            domain.files().open(ACCOUNT, true);
            domain.people().rosterLoaded(ACCOUNT, List.copyOf(contacts.values()));
            domain.people().sessionStarted(ACCOUNT);
            domain.chats().delivery().opened(ACCOUNT, false);
        });
        account(AccountState.Phase.ONLINE, null);
        return this;
    }

    public void passwordWanted(String reason) {
        account(AccountState.Phase.FAILED, reason, true);
    }

    public void account(AccountState.Phase phase, String reason) {
        account(phase, reason, false);
    }

    private void account(AccountState.Phase phase, String reason, boolean wantsPassword) {
        Account account = new Account(ACCOUNT, "xmpp", true, Map.of("name", "Ada Byron", "address", ADA));
        AccountState state =
                new AccountState(account, phase, reason, Instant.parse("2026-11-18T14:05:00Z"), wantsPassword);
        onCore(() -> {
            accounts.put(ACCOUNT, state);
            events.publish(new AccountStateChanged(state, false));
        });
    }

    // ---- calls

    /** Calls go out and come in from now on. */
    public World telephone() {
        onCore(() -> {
            lines.add(line);
            lines.report(line.id(), LineState.REGISTERED, null);
        });
        return this;
    }

    /** The line has a voicemail from now on. */
    public World voicemail(String number) {
        line.voicemail = number;
        onCore(() -> lines.report(line.id(), LineState.REGISTERED, null));
        return this;
    }

    /** Somebody calls. Returns the id of the call. */
    public String rings(Remote remote) {
        String id = Calls.newId();
        onCore(() -> {
            calls.incoming(id, line.id(), remote);
        });
        return id;
    }

    // ---- people

    public World contact(String address, String name, String... groups) {
        contacts.put(address, new Contact(address, name, List.of(groups), Subscription.BOTH, false, false));
        return this;
    }

    public void see(String address, Status status) {
        see(Observation.of(Source.resource(address + "/desk"), status), address);
    }

    public void see(String address, Status status, String since, String note) {
        see(
                new Observation(
                        Source.resource(address + "/desk"),
                        status,
                        since == null ? null : Instant.parse(since),
                        null,
                        note,
                        "Laptop"),
                address);
    }

    public void see(Observation seen, String address) {
        onCore(() -> domain.people().observed(ACCOUNT, address, seen.source(), List.of(seen)));
    }

    public static Observation calendar(Status status, String since, String until) {
        return Observation.of(new Source(Source.Kind.CALENDAR, "work"), status)
                .since(Instant.parse(since))
                .until(Instant.parse(until));
    }

    /** From now on this is the picture of the address, as kept on disk. */
    public World portrait(String address, byte[] picture) {
        PictureId id = PictureId.ofBytes(picture);
        pictures.write(id, picture);
        onCore(() -> domain.pictures().announce(ADA, address, PictureSource.Way.PUBLISHED, id));
        return this;
    }

    /** Pictures of those who talk most. */
    public World portraits() {
        portrait(ADA, Drawn.face(96, new Color(0x2E7D6B)));
        portrait("charles@engine.example", Drawn.face(256, new Color(0x7A5C3A)));
        return portrait("grace@engine.example", Drawn.face(64, new Color(0x3A4F7A)));
    }

    // ---- talks

    public void hears(String peer, String id, String at, String text) {
        Message message = new Message(
                id, ACCOUNT, peer, Instant.parse(at), Message.Direction.IN, peer, text, Message.State.DELIVERED, null);
        onCore(() -> domain.chats().received(message));
    }

    public void wrote(String peer, String id, String at, String text, Message.State state, String reason) {
        store.add(new Message(id, ACCOUNT, peer, Instant.parse(at), Message.Direction.OUT, ADA, text, state, reason));
    }

    /** The people of the pictures. */
    public World office() {
        contact("charles@engine.example", "Charles Babbage", "Favourites");
        contact("grace@engine.example", "Grace Hopper", "Favourites");
        contact("katherine@engine.example", "Katherine Johnson", "Favourites");
        contact("alan@engine.example", "Alan Turing", "Favourites");
        contact("edsger@engine.example", "Edsger Dijkstra", "Favourites");
        contact("barbara@engine.example", "Barbara Liskov", "Engine room");
        contact("donald@engine.example", "Donald Knuth", "Engine room");
        contact("hedy@engine.example", "Hedy Lamarr", "Engine room");
        contact("dennis@engine.example", "Dennis Ritchie", "Engine room");
        contact("john@engine.example", "John von Neumann", "Engine room");
        contacts.put(
                "joan@engine.example",
                new Contact(
                        "joan@engine.example", "Joan Clarke", List.of("Engine room"), Subscription.NONE, false, false));
        contact("tim@engine.example", "Tim Berners-Lee", "Engine room");
        online();
        see("charles@engine.example", Status.AVAILABLE);
        see(calendar(Status.IN_A_MEETING, "2026-11-18T14:00:00Z", "2026-11-18T15:00:00Z"), "charles@engine.example");
        see("grace@engine.example", Status.FREE_TO_CHAT);
        see("katherine@engine.example", Status.AVAILABLE);
        see("alan@engine.example", Status.ON_THE_PHONE, "2026-11-18T14:11:00Z", null);
        see("edsger@engine.example", Status.AVAILABLE);
        see(calendar(Status.OUT_OF_OFFICE, "2026-11-18T00:00:00Z", "2026-11-23T00:00:00Z"), "edsger@engine.example");
        see("barbara@engine.example", Status.IN_A_MEETING_ON_THE_PHONE);
        see("donald@engine.example", Status.DO_NOT_DISTURB, null, "Volume 5");
        see("hedy@engine.example", Status.IDLE, "2026-11-18T14:09:00Z", null);
        see(calendar(Status.IN_A_MEETING, "2026-11-18T14:00:00Z", "2026-11-18T14:30:00Z"), "dennis@engine.example");
        see("john@engine.example", Status.EXTENDED_AWAY, "2026-11-17T16:00:00Z", null);
        return this;
    }

    /** The talk of the pictures. */
    public World talk() {
        String charles = "charles@engine.example";
        hears(
                charles,
                "c1",
                "2026-11-17T16:40:00Z",
                "I have finished plan 25. The store now holds a thousand numbers, and the barrels turn the right way. The"
                        + " carry is done in one move for all columns at once, so an addition costs the same however long"
                        + " the number is.");
        hears(charles, "c2", "2026-11-17T16:41:00Z", "The mill takes 50 digits. I would rather not promise more.");
        wrote(
                charles,
                "a1",
                "2026-11-17T16:55:00Z",
                "Fifty is plenty. The table of Bernoulli numbers needs 21.",
                Message.State.READ,
                null);
        hears(charles, "c3", "2026-11-18T10:02:00Z", "Are we still on for two o’clock?");
        wrote(
                charles,
                "a2",
                "2026-11-18T10:03:00Z",
                "Yes, room 4. I have put the drawings here: analytical-engine/plan-25.pdf",
                Message.State.READ,
                null);
        wrote(
                charles,
                "a3",
                "2026-11-18T10:04:00Z",
                "Shall I bring Grace in for the test of the carry?",
                Message.State.DELIVERED,
                null);
        wrote(charles, "a4", "2026-11-18T10:20:00Z", "And the punched cards?", Message.State.SENT, null);
        wrote(
                charles,
                "a5",
                "2026-11-18T10:40:00Z",
                "I will take them all.",
                Message.State.FAILED,
                "The server did not take it.");
        hears(
                charles,
                "c4",
                "2026-11-18T14:21:00Z",
                "Yes, and the new drawings please. Calling you from room 4, it is quicker.");
        hears("grace@engine.example", "g1", "2026-11-18T13:12:00Z", "Found it. An actual moth.");
        hears("donald@engine.example", "d1", "2026-11-13T11:00:00Z", "Volume 5 needs two days");
        hears("hedy@engine.example", "h1", "2026-11-12T11:00:00Z", "Hopping to 88 channels");
        hears("dennis@engine.example", "r1", "2026-11-11T11:00:00Z", "Thanks, works for me");
        return this;
    }

    public static Locale english() {
        return Locale.UK;
    }

    @Override
    public void close() {
        core.close();
    }

    private final class WireRoster implements Roster {
        private CompletableFuture<Void> did(String what) {
            wire.add(what);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> put(String address, String name, List<String> groups) {
            if (address.startsWith("refused@")) {
                return CompletableFuture.failedFuture(new Refused("The server did not take " + address + "."));
            }
            core.execute(() -> domain.people()
                    .contactChanged(ACCOUNT, new Contact(address, name, groups, Subscription.NONE, true, false)));
            return did("put " + address + " " + name + " " + groups);
        }

        @Override
        public CompletableFuture<Void> remove(String address) {
            core.execute(() -> domain.people().contactRemoved(ACCOUNT, address));
            return did("remove " + address);
        }

        @Override
        public CompletableFuture<Void> ask(String address) {
            return did("ask " + address);
        }

        @Override
        public CompletableFuture<Void> accept(String address) {
            return did("accept " + address);
        }

        @Override
        public CompletableFuture<Void> decline(String address) {
            return did("decline " + address);
        }

        @Override
        public CompletableFuture<Void> block(String address, boolean blocked) {
            return did((blocked ? "block " : "unblock ") + address);
        }
    }

    private final class Carrier implements ChatTransport {
        @Override
        public String ownAddress() {
            return ADA;
        }

        @Override
        public void send(Message message) {
            wire.add("send " + message.peer() + " " + message.text());
            core.execute(() -> domain.chats().delivery().sent(ACCOUNT, message.id()));
        }

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public void change(Change change) {
            wire.add("change " + change.kind().word() + " " + change.text());
            core.execute(() -> domain.chats().delivery().sent(ACCOUNT, change.id()));
        }

        @Override
        public CompletableFuture<Boolean> older(String peer, @Nullable Message before) {
            wire.add("older " + peer);
            return CompletableFuture.completedFuture(false);
        }

        @Override
        public void acknowledge(Message message) {
            wire.add("acknowledge " + message.id());
        }

        @Override
        public void displayed(String peer) {
            wire.add("displayed " + peer);
        }

        @Override
        public void typing(String peer, boolean typing) {
            wire.add("typing " + peer + " " + typing);
        }
    }
}
