package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.chat.Change;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.MessageStore;

/** Messages on disk: found by any part of a word, and read up to where the peer says. */
class SqliteHistoryTest {
    private static final Executor HERE = Runnable::run;
    private static final String GRACE = "grace@navy.example";
    private static final String ALAN = "alan@park.example";
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @TempDir
    private Path folder;

    private SqliteHistory history;

    @BeforeEach
    void open() {
        history = new SqliteHistory(folder.resolve("history.db"), HERE);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private void add(String id, String peer, Direction direction, String text) throws Exception {
        String from = direction == Direction.IN ? peer : "ada@engine.example";
        Message message = new Message(id, "work", peer, NOON, direction, from, text, State.SENT, null);
        history.add(message).get(5, TimeUnit.SECONDS);
    }

    private List<String> search(String text) throws Exception {
        return history.search(text, 10).get(5, TimeUnit.SECONDS).stream()
                .map(Message::id)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        room    ~ 3 1
        ROOM    ~ 3 1
        oom 4   ~ 1
        \u00fcb ~ 2
        \u00dcBUNG ~ 2
        100%    ~ 2
        0%      ~ 2
        _       ~ ''
        "AND"   ~ 3
        nothing ~ ''
        at      ~ 3 1
        """)
    void findsAnyPartOfAnyWord(String wanted, String ids) throws Exception {
        add("1", GRACE, Direction.IN, "are we still on at ten, room 4?");
        add("2", GRACE, Direction.OUT, "100% \u00dcbung mit \u00fcb");
        add("3", ALAN, Direction.IN, "mushroom \"AND\" that");
        assertThat(String.join(" ", search(wanted))).isEqualTo(ids);
    }

    @Test
    void searchesOneTalkAsWell() throws Exception {
        add("1", GRACE, Direction.IN, "room 4");
        add("2", ALAN, Direction.IN, "room 5");
        add("3", GRACE, Direction.IN, "no");
        assertThat(history.history(GRACE, 10, null, "room").get(5, TimeUnit.SECONDS))
                .extracting(Message::id)
                .containsExactly("1");
    }

    @Test
    void aFileOfTheFirstVersionIsBroughtUpToDate() throws Exception {
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = old.createStatement()) {
            statement.execute("CREATE TABLE message(seq INTEGER PRIMARY KEY, id TEXT NOT NULL,"
                    + " account TEXT NOT NULL, peer TEXT NOT NULL, direction TEXT NOT NULL, at INTEGER NOT NULL,"
                    + " sender TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,"
                    + " UNIQUE(peer, direction, id))");
            statement.execute("CREATE TABLE talk(peer TEXT PRIMARY KEY, read_seq INTEGER NOT NULL)");
            statement.execute("INSERT INTO message VALUES(1,'1','work','" + GRACE + "','IN'," + NOON.toEpochMilli()
                    + ",'" + GRACE + "','from before the index','DELIVERED',NULL)");
            statement.execute("INSERT INTO talk VALUES('" + GRACE + "',0)");
            statement.execute("PRAGMA user_version=1");
        }
        assertThat(search("before")).containsExactly("1");
        add("2", GRACE, Direction.IN, "not before that");
        assertThat(search("before")).containsExactly("2", "1");
        assertThat(get(history.talks())).singleElement().satisfies(talk -> {
            assertThat(talk.unread()).isEqualTo(2);
            assertThat(talk.room()).isFalse();
        });
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }

    private static Change change(String id, Direction direction, Change.Kind kind, String target, String text) {
        String from = direction == Direction.IN ? GRACE : "ada@engine.example";
        return new Change(id, "work", GRACE, NOON, direction, from, null, kind, target, text);
    }

    private List<String> texts() throws Exception {
        return get(history.history(GRACE, 10, null, null)).stream()
                .map(Message::text)
                .toList();
    }

    @Test
    void onlyItsWriterCorrectsAMessageOrTakesItBack() throws Exception {
        add("1", GRACE, Direction.IN, "are we still on?");
        add("2", GRACE, Direction.OUT, "yes");
        assertThat(get(history.change(change("c1", Direction.OUT, Change.Kind.CORRECTION, "1", "forged")))
                        .now())
                .isEmpty();
        assertThat(get(history.change(change("c2", Direction.IN, Change.Kind.RETRACTION, "2", "")))
                        .now())
                .isEmpty();
        assertThat(texts()).containsExactly("are we still on?", "yes");
        Message corrected = get(history.change(
                        change("c3", Direction.IN, Change.Kind.CORRECTION, "1", "still on at ten?")))
                .now()
                .orElseThrow();
        assertThat(corrected.details().correction()).isEqualTo("c3");
        assertThat(texts()).containsExactly("still on at ten?", "yes");
        assertThat(search("ten")).containsExactly("1");
        assertThat(search("we still")).isEmpty();
        get(history.change(change("c4", Direction.OUT, Change.Kind.RETRACTION, "2", "")));
        assertThat(get(history.find(GRACE, "2")).orElseThrow().details().retracted())
                .isTrue();
        assertThat(texts()).containsExactly("still on at ten?", "");
        get(history.change(change("c5", Direction.OUT, Change.Kind.CORRECTION, "2", "no, still there")));
        assertThat(texts()).as("what was taken back stays so").containsExactly("still on at ten?", "");
    }

    @Test
    void aChangeComesOnceAndMayComeBeforeItsMessage() throws Exception {
        assertThat(get(history.change(change("c1", Direction.IN, Change.Kind.CORRECTION, "1", "second"))))
                .isEqualTo(new MessageStore.Changed(true, Optional.empty()));
        add("1", GRACE, Direction.IN, "first");
        assertThat(texts()).containsExactly("second");
        get(history.change(change("c2", Direction.IN, Change.Kind.CORRECTION, "1", "third")));
        assertThat(get(history.change(change("c1", Direction.IN, Change.Kind.CORRECTION, "1", "second")))
                        .isNew())
                .isFalse();
        assertThat(texts()).containsExactly("third");
        assertThat(get(history.find(GRACE, "c2")).orElseThrow().id()).isEqualTo("1");
    }

    /** Neither this one nor what was broken before it is lost, for somebody may be able to read some of it. */
    @Test
    void whatIsBrokenIsKeptEachTime() throws Exception {
        for (String broken : List.of("first", "second")) {
            history.close();
            Files.writeString(folder.resolve("history.db"), broken + " no database ".repeat(200));
            open();
            add("1", GRACE, Direction.IN, "new");
            assertThat(texts()).containsExactly("new");
        }
        assertThat(folder.resolve("history.db.broken")).content().startsWith("first");
        assertThat(folder.resolve("history.db.broken-2")).content().startsWith("second");
    }

    @Test
    void reactionsReplaceOneAnother() throws Exception {
        add("1", GRACE, Direction.OUT, "done");
        get(history.change(change("r1", Direction.IN, Change.Kind.REACTIONS, "1", "\uD83D\uDC4D \u2764")));
        get(history.change(change("r2", Direction.OUT, Change.Kind.REACTIONS, "1", "\uD83C\uDF89")));
        assertThat(get(history.find(GRACE, "1")).orElseThrow().details().reactions())
                .containsExactlyInAnyOrder(
                        new Details.Reaction(GRACE, Set.of("\uD83D\uDC4D", "\u2764")),
                        new Details.Reaction("ada@engine.example", Set.of("\uD83C\uDF89"), true));
        get(history.change(change("r3", Direction.IN, Change.Kind.REACTIONS, "1", "")));
        assertThat(get(history.find(GRACE, "1")).orElseThrow().details().reactions())
                .extracting(Details.Reaction::from)
                .containsExactly("ada@engine.example");
    }

    @Test
    void ourReactionsInARoomAreOursUnderWhateverNameWeHad() throws Exception {
        add("1", GRACE, Direction.IN, "done");
        get(history.change(reaction("r1", Direction.OUT, "ada", "\uD83D\uDC4D")));
        // the room says it to all; the name may be another by then
        assertThat(get(history.change(reaction("r1", Direction.IN, "lovelace", "\uD83D\uDC4D")))
                        .isNew())
                .isFalse();
        get(history.change(reaction("r2", Direction.IN, "alan", "\uD83D\uDC4D")));
        get(history.change(reaction("r3", Direction.OUT, "lovelace", "\uD83C\uDF89")));
        assertThat(get(history.find(GRACE, "1")).orElseThrow().details().reactions())
                .containsExactlyInAnyOrder(
                        new Details.Reaction(GRACE + "/alan", Set.of("\uD83D\uDC4D")),
                        new Details.Reaction(GRACE + "/lovelace", Set.of("\uD83C\uDF89"), true));
        get(history.change(reaction("r4", Direction.OUT, "lovelace", "")));
        assertThat(get(history.find(GRACE, "1")).orElseThrow().details().reactions())
                .extracting(Details.Reaction::own)
                .containsExactly(false);
    }

    private static Change reaction(String id, Direction direction, String nick, String emoji) {
        String from = GRACE + "/" + nick;
        return new Change(id, "work", GRACE, NOON, direction, from, null, Change.Kind.REACTIONS, "1", emoji);
    }

    @Test
    void anotherTextUnderAKnownIdIsAnotherMessage() throws Exception {
        for (int twice = 0; twice < 2; twice++) {
            add("1", GRACE, Direction.IN, "first");
            add("1", GRACE, Direction.IN, "second");
        }
        assertThat(texts()).containsExactly("first", "second");
        get(history.change(change("c1", Direction.IN, Change.Kind.CORRECTION, "1", "second, mended")));
        add("1", GRACE, Direction.IN, "first");
        add("1", GRACE, Direction.IN, "second");
        assertThat(texts()).as("what was corrected does not come back").containsExactly("first", "second, mended");
    }

    private void react(String id, String nick, String occupant, String emoji) throws Exception {
        get(history.change(
                new Change(id, "work", GRACE, NOON, Direction.IN, nick, occupant, Change.Kind.REACTIONS, "1", emoji)));
    }

    private List<Details.Reaction> reactions() throws Exception {
        return get(history.find(GRACE, "1")).orElseThrow().details().reactions();
    }

    @Test
    void nobodyReactsTwiceUnderTwoNamesNorInAnothersName() throws Exception {
        add("1", GRACE, Direction.IN, "done");
        react("r1", "room/alan", "o-alan", "\u2764");
        react("r2", "room/mallory", "o-mallory", "1");
        react("r3", "room/malice", "o-mallory", "2");
        react("r4", "room/alan", "o-mallory", "3");
        assertThat(reactions()).extracting(Details.Reaction::from).containsExactly("room/alan");
        assertThat(reactions().get(0).emoji()).containsExactly("\u2764");
    }

    @Test
    void aCrowdOfReactionsIsBounded() throws Exception {
        add("1", GRACE, Direction.IN, "done");
        for (int i = 0; i < 600; i++) {
            react("r" + i, "room/n" + i, null, "+");
        }
        assertThat(reactions()).hasSize(500);
    }

    @Test
    void whatIsOlderLiesBeforeAndIsNotNew() throws Exception {
        add("3", GRACE, Direction.IN, "now");
        get(history.markRead(GRACE));
        assertThat(get(history.addOlder(List.of(old("1", 2), old("2", 1), old("1", 2)))))
                .isEqualTo(2);
        assertThat(texts()).containsExactly("old 1", "old 2", "now");
        assertThat(get(history.talks()).get(0).unread()).isZero();
        assertThat(get(history.oldestArchived(GRACE)).orElseThrow().id()).isEqualTo("1");
    }

    /** Archives tell whole seconds. */
    @Test
    void whatIsOlderLiesBeforeInTheSameSecondToo() throws Exception {
        get(history.addOlder(List.of(old("5", 1), old("6", 1))));
        get(history.addOlder(List.of(old("3", 1), old("4", 1))));
        get(history.addOlder(List.of(old("1", 1), old("2", 1))));
        assertThat(texts()).containsExactly("old 1", "old 2", "old 3", "old 4", "old 5", "old 6");
        assertThat(get(history.oldestArchived(GRACE)).orElseThrow().id()).isEqualTo("1");
    }

    /** A session that begins reads the same archive forwards, at the same time. */
    @Test
    void whatCameMeanwhileByAnotherWayKeepsItsPlaceAmongWhatIsOlder() throws Exception {
        get(history.add(old("2", 1)));
        get(history.addOlder(List.of(old("1", 1), old("2", 1), old("3", 1), old("4", 1))));
        get(history.add(old("4", 1)));
        get(history.add(old("5", 1)));
        assertThat(texts()).containsExactly("old 1", "old 2", "old 3", "old 4", "old 5");
    }

    private static Message old(String id, int hours) {
        Details named = Details.NONE.withIds(null, "archive-" + id, null);
        Instant then = NOON.minus(Duration.ofHours(hours));
        return new Message(id, "work", GRACE, then, Direction.IN, GRACE, "old " + id, State.DELIVERED, null, named);
    }

    @Test
    void oneSendersMessagesKeepTheirOrderWhateverTheirClocksSay() throws Exception {
        add("1", GRACE, Direction.IN, "one");
        Message early = new Message(
                "2", "work", GRACE, NOON.minusSeconds(90), Direction.IN, GRACE, "two", State.DELIVERED, null);
        assertThat(get(history.add(early)).orElseThrow().at()).isEqualTo(NOON);
        assertThat(texts()).containsExactly("one", "two");
    }

    /** It was three hours ahead when two messages were written, and is right again. */
    @Test
    void whatIsSaidNowComesLastThoughTheClockWasSetBack() throws Exception {
        Instant ahead = Instant.now().plus(Duration.ofHours(3));
        get(history.add(said("1", Direction.IN, ahead)));
        get(history.add(said("2", Direction.OUT, ahead.plusSeconds(20))));
        get(history.add(said("3", Direction.IN, Instant.now())));
        get(history.add(said("4", Direction.OUT, Instant.now())));
        get(history.add(said("5", Direction.IN, Instant.now())));
        assertThat(get(history.history(GRACE, 10, null, null)))
                .extracting(Message::id)
                .containsExactly("1", "2", "3", "4", "5");
    }

    private static Message said(String id, Direction direction, Instant at) {
        String from = direction == Direction.IN ? GRACE : "ada@engine.example";
        return new Message(id, "work", GRACE, at, direction, from, "text " + id, State.SENT, null);
    }

    /** Live messages have our clock's time, those of an archive the server's, in whole seconds. */
    @Test
    void whatComesLaterInARoomWasSaidLater() throws Exception {
        String room = "team@rooms.example";
        get(history.add(heard("1", room, "grace", NOON.plusMillis(700))));
        get(history.add(heard("2", room, "alan", NOON)));
        get(history.add(heard("3", room, "alan", NOON.minus(Duration.ofHours(1)))));
        get(history.add(heard("4", room, "edsger", NOON.minus(Duration.ofHours(1)))));
        assertThat(get(history.history(room, 10, null, null)))
                .extracting(Message::id)
                .as("what was said long before keeps its place")
                .containsExactly("4", "1", "2", "3");
    }

    private static Message heard(String id, String room, String nick, Instant at) {
        return new Message(id, "work", room, at, Direction.IN, room + "/" + nick, "text " + id, State.DELIVERED, null);
    }

    @Test
    void aChangeOfOursIsLeftToSendUntilItIsSent() throws Exception {
        add("1", GRACE, Direction.OUT, "one");
        Change mine = change("c1", Direction.OUT, Change.Kind.CORRECTION, "1", "1");
        get(history.change(mine));
        history.close();
        open();
        assertThat(get(history.unfinished())).contains(mine);
        get(history.finish(mine));
        assertThat(get(history.unfinished())).doesNotContain(mine);
    }

    @Test
    void aRoomStaysOne() throws Exception {
        add("1", GRACE, Direction.IN, "one");
        get(history.markRead(GRACE));
        get(history.markRoom(GRACE));
        get(history.markRead(GRACE));
        assertThat(get(history.talks())).singleElement().satisfies(talk -> {
            assertThat(talk.room()).isTrue();
            assertThat(talk.unread()).isZero();
        });
    }

    @Test
    void whatIsSeenIsAllUpToThere() throws Exception {
        add("1", GRACE, Direction.OUT, "one");
        add("2", GRACE, Direction.OUT, "two");
        add("3", GRACE, Direction.OUT, "three");
        add("4", ALAN, Direction.OUT, "four");
        List<Message> seen = history.seen("work", GRACE, "2").get(5, TimeUnit.SECONDS);
        assertThat(seen).extracting(Message::id).containsExactlyInAnyOrder("1", "2");
        assertThat(seen).extracting(Message::state).containsOnly(State.READ);
        assertThat(history.seen("work", GRACE, "2").get(5, TimeUnit.SECONDS)).isEmpty();
        assertThat(history.seen("work", GRACE, "nobody's").get(5, TimeUnit.SECONDS))
                .isEmpty();
        // A receipt that comes behind does not take it back
        history.setState(seen.get(0).with(State.DELIVERED, null)).get(5, TimeUnit.SECONDS);
        assertThat(history.history(GRACE, 10, null, null).get(5, TimeUnit.SECONDS))
                .extracting(Message::state)
                .containsExactly(State.READ, State.READ, State.SENT);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerReadsTheFile() throws Exception {
        add("1", GRACE, Direction.IN, "secret");
        Path file = folder.resolve("history.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
