package org.lamplight.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.backend.Account;
import org.lamplight.backend.AccountSession;
import org.lamplight.backend.AccountState;
import org.lamplight.backend.Backend;
import org.lamplight.backend.BackendContext;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.RoomDeeds;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.Automatic;
import org.lamplight.chat.files.Downloads;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.GatewayMemory;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.People;
import org.lamplight.people.PersonLinks;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.store.SqliteHistory;

/**
 * Somebody whose client runs in this JVM: the real back end over the real history, without windows, control interface and
 * profile, so that a test can afford many. From any thread.
 */
public final class LightClient implements BackendContext, AutoCloseable {
    private static final long MOST_SECONDS = 30;
    private static final Backend XMPP = xmpp();

    private final String user;
    private final Path folder;
    private final Clock clock = Clock.systemUTC();
    private final Events events = new Events();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final CoreThread core = opened(new CoreThread());
    private final People people = new People(core, events, clock, Rules.builtIn(), new Forgetful());
    private final Rosters rosters = new Rosters(people, events);
    private final Rooms rooms;
    private final RoomDeeds deeds;
    private final Pictures pictures = new Pictures(core, events, people, new KeptPictures());
    private final Gateways gateways = new Gateways(core, events, people, rosters, new Forgetful());
    private final OwnPresence ownPresence =
            new OwnPresence(core, events, clock, Rules.builtIn(), new RememberedPresence());
    private final Await happened = new Await();
    private final Chats chats;
    private final FileTransfers files;
    private volatile AccountState.Phase phase = AccountState.Phase.CONNECTING;
    private AccountSession session;

    private LightClient(String user, Path folder) throws Exception {
        this.user = user;
        this.folder = Files.createDirectories(folder);
        SqliteHistory history = opened(new SqliteHistory(folder.resolve("history.db"), core));
        rooms = ask(() -> new Rooms(core, events, history));
        deeds = new RoomDeeds(rooms, core);
        chats = ask(() -> new Chats(events, clock, history));
        files = ask(() -> new FileTransfers(
                core, core, events, chats, new Nowhere(folder), new Automatic(clock, address -> false, () -> 0)));
        events.listen(event -> happened.look());
    }

    /** Sets the library up as the product does; whoever uses it by itself does so first, for it is set up but once. */
    static void setUpLibrary() {
        XMPP.id();
    }

    private static Backend xmpp() {
        Backend found = ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.accountKinds().contains("xmpp"))
                .findFirst()
                .orElseThrow();
        try {
            found.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Signs in through this port; returns once there is a session. */
    public static LightClient signIn(Path folder, String user, XmppAt server, int port) throws Exception {
        LightClient client = new LightClient(user, folder.resolve(user));
        Map<String, String> keys = Map.of(
                "address",
                user + "@" + XmppAt.DOMAIN,
                "server",
                "127.0.0.1",
                "port",
                String.valueOf(port),
                "security",
                "starttls",
                "trust",
                server.trust().toString());
        client.session = XMPP.open(new Account("work", "xmpp", true, keys), client);
        client.opened(client.session::close);
        client.await("online", Duration.ofSeconds(MOST_SECONDS), client::isOnline);
        return client;
    }

    /** What the back end does for this client's account. */
    public AccountSession session() {
        return session;
    }

    public boolean isOnline() {
        return phase == AccountState.Phase.ONLINE;
    }

    /** Enters a room and returns once it is in. */
    public void join(String room) throws Exception {
        ask(() -> deeds.join(room, null, null)).get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads all that the server's archive holds of a talk. */
    public void readArchive(String peer) throws Exception {
        int before = texts(peer, Integer.MAX_VALUE).size();
        while (ask(() -> chats.older(peer)).get(MOST_SECONDS, TimeUnit.SECONDS)) {
            int now = texts(peer, Integer.MAX_VALUE).size();
            if (now == before) {
                throw new AssertionError("there shall be more, and nothing came behind " + now);
            }
            before = now;
        }
    }

    /** Writes a message; returns once it is stored. */
    public void say(String peer, String text) throws Exception {
        ask(() -> chats.send(peer, text)).get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until all of ours in this talk got at least so far. */
    public void awaitAll(String peer, Message.State state, Duration most) throws Exception {
        await(
                "all are " + state,
                most,
                () -> messages(peer, Integer.MAX_VALUE).stream()
                        .filter(each -> each.direction() == Message.Direction.OUT)
                        .allMatch(each -> each.state().compareTo(state) >= 0));
    }

    /** The newest texts of a talk, oldest first. */
    public List<String> texts(String peer, int limit) throws Exception {
        return messages(peer, limit).stream().map(Message::text).toList();
    }

    /** The same with all that is known of them, for who looks for a fault. */
    public String told(String peer, int limit) throws Exception {
        return messages(peer, limit).toString();
    }

    /** Whether something in this talk has this text in it. */
    public boolean has(String peer, String text) throws Exception {
        return !ask(() -> chats.history(peer, 1, null, text))
                .get(MOST_SECONDS, TimeUnit.SECONDS)
                .isEmpty();
    }

    private List<Message> messages(String peer, int limit) throws Exception {
        return ask(() -> chats.history(peer, limit, null, null)).get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    public void await(String what, Duration most, Callable<Boolean> holds) throws Exception {
        happened.until(user + ": " + what, most, holds);
    }

    private <T> T ask(Supplier<T> question) throws Exception {
        return core.ask(question).get(MOST_SECONDS, TimeUnit.SECONDS);
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    @Override
    public String toString() {
        return user;
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    // ---- what the back end may use

    @Override
    public Executor core() {
        return core;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Rosters rosters() {
        return rosters;
    }

    @Override
    public Chats chats() {
        return chats;
    }

    @Override
    public Rooms rooms() {
        return rooms;
    }

    @Override
    public FileTransfers files() {
        return files;
    }

    @Override
    public Pictures pictures() {
        return pictures;
    }

    @Override
    public Lines lines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Calls calls() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MediaEngine> media() {
        return Optional.empty();
    }

    @Override
    public Gateways gateways() {
        return gateways;
    }

    @Override
    public Directories directories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public OwnPresence ownPresence() {
        return ownPresence;
    }

    @Override
    public Optional<char[]> password() {
        return Optional.of(XmppAt.password(user).toCharArray());
    }

    @Override
    public Path cache() {
        return folder;
    }

    @Override
    public void reportPasswordWanted(String reason) {
        report(AccountState.Phase.FAILED, reason);
    }

    @Override
    public void report(AccountState.Phase now, @Nullable String reason) {
        phase = now;
        happened.look();
    }

    @Override
    public void notice(String about, String sentence) {
        // nobody reads it
    }

    private static final class Forgetful implements PersonLinks, GatewayMemory {
        @Override
        public Map<String, String> links() {
            return Map.of();
        }

        @Override
        public void keep(Map<String, String> links) {}

        @Override
        public List<String> addedGateways() {
            return List.of();
        }

        @Override
        public void keepAddedGateways(List<String> gateways) {}

        @Override
        public List<String> loggedOutGateways() {
            return List.of();
        }

        @Override
        public void keepLoggedOutGateways(List<String> gateways) {}
    }

    private record Nowhere(Path folder) implements FileTransfers.Folders {
        @Override
        public Downloads incoming() {
            return new Downloads(folder);
        }

        @Override
        public Downloads outgoing() {
            return new Downloads(folder);
        }
    }
}
