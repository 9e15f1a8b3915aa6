package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
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
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;

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
    void anOlderFileIsIndexed() throws Exception {
        add("1", GRACE, Direction.IN, "from before the index");
        history.close();
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = old.createStatement()) {
            for (String name : List.of("added", "removed", "reworded")) {
                statement.execute("DROP TRIGGER message_" + name);
            }
            statement.execute("DROP TABLE message_words");
            statement.execute("PRAGMA user_version=1");
        }
        open();
        assertThat(search("before")).containsExactly("1");
        add("2", GRACE, Direction.IN, "not before that");
        assertThat(search("before")).containsExactly("2", "1");
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
