package org.lamplight.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.call.Calls;
import org.lamplight.call.Lines;
import org.lamplight.call.MediaEngine;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.Rooms;
import org.lamplight.chat.files.FileTransfers;
import org.lamplight.directory.Directories;
import org.lamplight.gateway.Gateways;
import org.lamplight.lab.Desk;
import org.lamplight.lab.RememberedLinks;
import org.lamplight.people.People;
import org.lamplight.people.Pictures;
import org.lamplight.people.Rosters;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Status;
import org.lamplight.store.SqliteHistory;

/** A back end that the program was not built with: the whole one that the README shows, and some that misbehave. */
class ExternalBackendTest {
    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String KEEPER = "keeper@lighthouse";

    @TempDir
    private Path folder;

    private final Desk desk = new Desk();
    private final Backends backends = new Backends();
    private People people;
    private SqliteHistory history;
    private Chats chats;

    @BeforeEach
    void begin() throws Exception {
        System.clearProperty("lamplight.made");
        history = new SqliteHistory(folder.resolve("history.db"), desk.core);
        chats = desk.ask(() -> new Chats(desk.events, desk.clock, history));
        people = new People(desk.core, desk.events, desk.clock, Rules.builtIn(), new RememberedLinks());
    }

    @AfterEach
    void end() {
        backends.stop();
        history.close();
        desk.close();
        System.clearProperty("lamplight.made");
    }

    private static String lighthouse() throws Exception {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).as("the README shows a back end").isTrue();
        return block.group(1);
    }

    private Path jar(String name, String body) throws Exception {
        return BackendJar.of(
                folder, name, """
                @BackendId("%s")
                public final class %s implements Backend {
                    public String id() { return "%s"; }
                    public Set<String> accountKinds() { return Set.of("%s"); }
                    public AccountSession open(Account account, BackendContext context) {
                        throw new IllegalStateException("no light");
                    }
                    %s
                }
                """.formatted(name.toLowerCase(), name, name.toLowerCase(), name.toLowerCase(), body));
    }

    private void start(Set<String> off, Path... jars) throws Exception {
        try (URLClassLoader loader = BackendJar.loader(jars)) {
            backends.start(loader, off);
        }
    }

    @Test
    void theOneInTheReadmeIsShort() throws Exception {
        assertThat(lighthouse().lines().count()).isLessThanOrEqualTo(40);
    }

    @Test
    void theOneInTheReadmeShowsItsKeeperAndChats() throws Exception {
        try (URLClassLoader loader = BackendJar.loader(BackendJar.of(folder, "Lighthouse", lighthouse()))) {
            backends.start(loader, Set.of());
            assertThat(backends.states()).containsExactly(new Backends.State("lighthouse", true, ""));

            Accounts accounts = accounts(new Account("coast", "lighthouse", true, Map.of()));
            accounts.open(accounts.read()).join();
            desk.until("the keeper is seen", () -> status(KEEPER).equals(Optional.of(Status.AVAILABLE)));
            desk.until("the account is online", () -> phase(accounts) == Phase.ONLINE);

            desk.run(() -> chats.send(KEEPER, "who is there?"));
            desk.until("the keeper answers", () -> texts().contains("Seen: who is there?"));

            accounts.close().join();
            desk.until("the keeper is gone", () -> status(KEEPER).isEmpty());
        }
    }

    private List<String> texts() {
        return chats.talks().stream()
                .flatMap(talk -> Stream.ofNullable(talk.last()))
                .map(Message::text)
                .toList();
    }

    @Test
    void oneThatDoesNotStartSaysWhyAndHarmsNoOther() throws Exception {
        Path dark = jar("Dark", "public void start() throws Exception { throw new Exception(\"no oil\"); }");
        Path missing = jar("Lost", "public void start() { throw new NoClassDefFoundError(\"lamp\"); }");
        start(Set.of(), dark, missing, BackendJar.of(folder, "Lighthouse", lighthouse()));

        assertThat(backends.states())
                .extracting(Backends.State::id, Backends.State::running)
                .containsExactly(tuple("dark", false), tuple("lost", false), tuple("lighthouse", true));
        assertThat(backends.states().get(0).reason()).contains("no oil");
        assertThat(backends.forKind("dark")).isEmpty();
    }

    @Test
    void oneWhoseClassIsMissingHarmsNoOther() throws Exception {
        Path broken = jar("Broken", "");
        Path empty = folder.resolve("empty.jar");
        Files.copy(broken, empty);
        try (var inside = java.nio.file.FileSystems.newFileSystem(empty)) {
            Files.delete(inside.getPath("Broken.class"));
        }
        start(Set.of(), empty, BackendJar.of(folder, "Lighthouse", lighthouse()));

        assertThat(backends.states()).extracting(Backends.State::running).containsExactly(false, true);
        assertThat(backends.states().get(0).reason()).contains("jar is broken");
        assertThat(backends.forKind("lighthouse")).isPresent();
    }

    @Test
    void oneThatIsSwitchedOffIsNotCreated() throws Exception {
        Path loud = jar("Loud", "public Loud() { System.setProperty(\"lamplight.made\", \"yes\"); }");
        start(Set.of("loud"), loud);
        assertThat(System.getProperty("lamplight.made")).isNull();
        assertThat(backends.states()).extracting(Backends.State::running).containsExactly(false);
        assertThat(backends.states().get(0).reason()).contains("Switched off");

        start(Set.of(), loud);
        assertThat(System.getProperty("lamplight.made")).isEqualTo("yes");
    }

    @Test
    void oneForAnotherVersionOfTheContractIsRefused() throws Exception {
        start(Set.of(), jar("Later", "public int apiVersion() { return API_VERSION + 1; }"));

        assertThat(backends.states().get(0).running()).isFalse();
        assertThat(backends.states().get(0).reason()).contains("another version");
        assertThat(backends.forKind("later")).isEmpty();
    }

    @Test
    void anAccountThatCannotBeOpenedSaysWhy() throws Exception {
        start(Set.of(), jar("Blind", ""));
        Accounts accounts = accounts(new Account("coast", "blind", true, Map.of()));
        accounts.open(accounts.read()).join();

        desk.until("it failed", () -> phase(accounts) == Phase.FAILED);
        assertThat(desk.ask(() -> accounts.find("coast").orElseThrow().reason()))
                .contains("no light");
    }

    @Test
    void anAccountThatNobodyServesSaysSo() throws Exception {
        Accounts accounts = accounts(new Account("coast", "foghorn", true, Map.of()));
        accounts.open(accounts.read()).join();

        desk.until("it failed", () -> phase(accounts) == Phase.FAILED);
        assertThat(desk.ask(() -> accounts.find("coast").orElseThrow().reason()))
                .contains("foghorn");
    }

    private Optional<Status> status(String address) {
        return people.find(address).map(person -> person.presence().status());
    }

    private static Phase phase(Accounts accounts) {
        return accounts.find("coast").orElseThrow().phase();
    }

    private Accounts accounts(Account only) {
        Accounts[] made = new Accounts[1];
        made[0] = new Accounts(
                desk.core,
                Runnable::run,
                desk.events,
                desk.clock,
                new OneFile(only),
                backends,
                account -> new Context(account.id(), made));
        return made[0];
    }

    private record OneFile(Account only) implements AccountFiles {
        @Override
        public List<Account> all() {
            return List.of(only);
        }

        @Override
        public void save(Account account) {}

        @Override
        public void delete(String id) {}
    }

    /** What these back ends may use: people, and telling how they do. */
    private final class Context implements BackendContext {
        @Override
        public void reportPasswordWanted(String reason) {
            report(AccountState.Phase.FAILED, reason);
        }

        @Override
        public void notice(String about, String sentence) {
            throw new UnsupportedOperationException(sentence);
        }

        private final String id;
        private final Accounts[] accounts;

        Context(String id, Accounts[] accounts) {
            this.id = id;
            this.accounts = accounts;
        }

        @Override
        public Executor core() {
            return desk.core;
        }

        @Override
        public People people() {
            return people;
        }

        @Override
        public Rosters rosters() {
            throw new UnsupportedOperationException();
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
            throw new UnsupportedOperationException();
        }

        @Override
        public Chats chats() {
            return chats;
        }

        @Override
        public Rooms rooms() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileTransfers files() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pictures pictures() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Directories directories() {
            throw new UnsupportedOperationException();
        }

        @Override
        public OwnPresence ownPresence() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<char[]> password() {
            return Optional.empty();
        }

        @Override
        public Path cache() {
            return folder;
        }

        @Override
        public void report(Phase phase, @Nullable String reason) {
            desk.core.execute(() -> accounts[0].report(id, phase, reason));
        }
    }
}
