package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.ChatEvent;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.Talk;
import org.lamplight.lab.Desk;

/** What is not kept is gone from the file and from its index; what is to be sent stays. */
class RetentionTest {
    private static final String GRACE = "grace@navy.example";
    private static final String ALAN = "alan@park.example";

    private final Desk desk = new Desk();
    private SqliteHistory history;
    private Chats chats;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        history = new SqliteHistory(folder.resolve("history.db"), desk.core);
        chats = desk.ask(() -> new Chats(desk.events, desk.clock, history));
        desk.until("it is loaded", () -> chats.loaded().isDone());
    }

    @AfterEach
    void close() {
        history.close();
        desk.close();
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private Message message(String id, String peer, Direction direction, int daysAgo, State state) {
        Instant at = desk.clock.instant().minus(Duration.ofDays(daysAgo));
        String from = direction == Direction.IN ? peer : "ada@engine.example";
        return new Message(id, "work", peer, at, direction, from, "the text of " + id, state, null);
    }

    private void received(String id, String peer, int daysAgo) throws Exception {
        Message message = message(id, peer, Direction.IN, daysAgo, State.DELIVERED);
        get(desk.ask(() -> chats.received(message)));
    }

    private List<String> found(String words) throws Exception {
        return get(history.search(words, 2000)).stream().map(Message::id).toList();
    }

    private List<Talk> talks() throws Exception {
        return desk.ask(chats::talks);
    }

    private long count(String table) throws Exception {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = file.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return row.getLong(1);
        }
    }

    @Test
    void whatIsOlderThanTheDaysIsRemovedButNotWhatWaits() throws Exception {
        for (int i = 0; i < 1300; i++) {
            history.add(message("old" + i, GRACE, Direction.IN, 100, State.DELIVERED));
        }
        history.add(message("waits", GRACE, Direction.OUT, 60, State.QUEUED));
        history.add(message("failed", GRACE, Direction.OUT, 59, State.FAILED));
        history.add(message("new", GRACE, Direction.IN, 3, State.DELIVERED));
        get(history.add(message("gone", ALAN, Direction.IN, 40, State.DELIVERED)));
        int removed = get(desk.ask(() -> chats.retention().removeOlderThan(30)));
        assertThat(removed).isEqualTo(1302);
        assertThat(found("the text")).containsExactlyInAnyOrder("new", "waits");
        assertThat(found("old12")).isEmpty();
        assertThat(count("message")).isEqualTo(2);
        assertThat(get(desk.ask(() -> chats.retention().removeOlderThan(30)))).isZero();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = file.createStatement()) {
            // throws where the index says other than the messages do
            statement.execute("INSERT INTO message_words(message_words, rank) VALUES('integrity-check', 1)");
        }
    }

    @Test
    void aTalkWithoutHistoryIsGoneAndWhatComesLaterIsUnread() throws Exception {
        received("1", ALAN, 1);
        received("2", GRACE, 1);
        received("3", GRACE, 1);
        get(desk.ask(() -> chats.read(GRACE)));
        assertThat(get(desk.ask(() -> chats.retention().removeAll(GRACE)))).isEqualTo(2);
        assertThat(talks()).extracting(Talk::peer).containsExactly(ALAN);
        assertThat(desk.heard(ChatEvent.HistoryRemoved.class))
                .extracting(ChatEvent.HistoryRemoved::peer)
                .containsExactly(GRACE);
        assertThat(desk.heard(ChatEvent.TalkChanged.class))
                .extracting(ChatEvent.TalkChanged::talk)
                .contains(new Talk(GRACE, 0, null));
        // numbers of rows are given anew: after a restart it counts as unread all the same
        received("4", GRACE, 0);
        history.close();
        open();
        assertThat(talks())
                .extracting(talk -> talk.peer() + " " + talk.unread())
                .containsExactlyInAnyOrder(GRACE + " 1", ALAN + " 1");
    }

    /** An archive with a message for each of these days, given three at a time. */
    private final class Archive implements ChatTransport {
        private final List<Message> all;
        private int asked;

        Archive(String peer, int days) {
            all = IntStream.iterate(days, day -> day > 0, day -> day - 1)
                    .mapToObj(day -> archived(peer, day))
                    .toList();
        }

        private Message archived(String peer, int day) {
            Message message = message("day" + day, peer, Direction.IN, day, State.DELIVERED);
            return message.with(message.details().withIds(null, "archive" + day, null));
        }

        @Override
        public String ownAddress() {
            return "ada@engine.example";
        }

        @Override
        public void send(Message message) {}

        @Override
        public CompletableFuture<Boolean> older(String peer, @Nullable Message before) {
            asked++;
            List<Message> left = all.stream()
                    .filter(message -> before == null || message.at().isBefore(before.at()))
                    .toList();
            List<Message> page = left.subList(Math.max(0, left.size() - 3), left.size());
            return chats.olderReceived(peer, page).thenApply(done -> left.size() > 3);
        }
    }

    private List<String> scrolledUp(String peer) throws Exception {
        while (get(desk.ask(() -> chats.older(peer)))) {
            assertThat(found("the text")).hasSizeLessThan(100);
        }
        return get(history.history(peer, 100, null, null)).stream()
                .map(Message::id)
                .toList();
    }

    private Archive archive(int days) throws Exception {
        Archive archive = new Archive(GRACE, days);
        desk.run(() -> {
            chats.knowAccounts(peer -> Optional.of("work"));
            chats.delivery().addTransport("work", archive);
            chats.delivery().opened("work", false);
        });
        return archive;
    }

    @Test
    void whatTheUserDeletedDoesNotComeBackFromTheArchive() throws Exception {
        Archive archive = archive(10);
        assertThat(scrolledUp(GRACE)).hasSize(10);
        assertThat(get(desk.ask(() -> chats.retention().removeAll(GRACE)))).isEqualTo(10);
        assertThat(scrolledUp(GRACE)).isEmpty();
        history.close();
        open();
        archive = archive(10);
        received("new", GRACE, 0);
        assertThat(scrolledUp(GRACE)).containsExactly("new");
        assertThat(archive.asked).isEqualTo(1);
    }

    @Test
    void whatIsTooOldDoesNotComeBackEither() throws Exception {
        archive(30);
        received("new", GRACE, 0);
        get(desk.ask(() -> chats.retention().removeOlderThan(7)));
        assertThat(scrolledUp(GRACE)).hasSize(8).startsWith("day7").endsWith("new");
        // a talk of which nothing was removed goes back as far as its archive
        Archive other = new Archive(ALAN, 9);
        desk.run(() -> chats.delivery().addTransport("work", other));
        desk.run(() -> chats.delivery().opened("work", false));
        assertThat(scrolledUp(ALAN)).hasSize(9);
    }

    @Test
    void aTalkThatLostSomeShowsItsLastAsBefore() throws Exception {
        received("1", GRACE, 90);
        received("2", GRACE, 1);
        received("3", ALAN, 90);
        assertThat(get(desk.ask(() -> chats.retention().removeOlderThan(30)))).isEqualTo(2);
        assertThat(talks()).hasSize(1);
        assertThat(talks().get(0).unread()).isEqualTo(1);
        assertThat(talks().get(0).last().id()).isEqualTo("2");
    }
}
