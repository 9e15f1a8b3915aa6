package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Message.State;
import org.lamplight.chat.MessageStore.StoreFailed;
import org.lamplight.chat.TalkPlace;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Notice;
import org.lamplight.core.Threads;

/** The disk fills, the file breaks or can't be opened while the program runs: it is said once, and goes on when it can. */
@Timeout(60)
class HistoryTroubleTest {
    private static final String GRACE = "grace@navy.example";
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private final List<Notice> told = new CopyOnWriteArrayList<>();

    private Path file() {
        return folder.resolve("history.db");
    }

    private HistoryThread thread() {
        return new HistoryThread(new HistoryFile(file()), Runnable::run, told::add);
    }

    private SqliteHistory history() {
        return new SqliteHistory(file(), Runnable::run, told::add);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static Message message(int number, String text) {
        return new Message(
                "m" + number,
                "work",
                GRACE,
                NOON.plusSeconds(number),
                Direction.IN,
                GRACE,
                text,
                State.DELIVERED,
                null);
    }

    private static HistoryThread.Work<Boolean> insert(int number, String text) {
        return database -> MessageRow.insert(database, message(number, text), false);
    }

    private static HistoryThread.Work<Boolean> run(String sql) {
        return database -> {
            try (Statement statement = database.createStatement()) {
                return statement.execute(sql);
            }
        };
    }

    /** As a full disk, for whoever runs this: SQLite gets no more pages. */
    @Test
    void aFullDiskIsSaidOnceAndGoesOnWhenThereIsRoom() throws Exception {
        String long1 = "word ".repeat(50_000);
        try (HistoryThread thread = thread()) {
            get(thread.ask(insert(1, "before")));
            get(thread.ask(run("PRAGMA max_page_count=1")));
            assertThatThrownBy(() -> get(thread.ask(insert(2, long1))))
                    .hasCauseInstanceOf(StoreFailed.class)
                    .hasMessageContaining("Is the disk full")
                    .hasRootCauseMessage(
                            "[SQLITE_FULL] Insertion failed because database is full" + " (database or disk is full)");
            assertThatThrownBy(() -> get(thread.ask(insert(3, long1)))).hasCauseInstanceOf(StoreFailed.class);
            // it can be read all the while
            assertThat(get(thread.ask(HistoryTroubleTest::count))).isEqualTo(1);
            assertThat(told)
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.sentence()).contains("Is the disk full"));
            get(thread.ask(run("PRAGMA max_page_count=1000000")));
            assertThat(get(thread.ask(insert(2, long1)))).isTrue();
            assertThat(get(thread.ask(HistoryTroubleTest::count))).isEqualTo(2);
            assertThat(told)
                    .hasSize(2)
                    .last()
                    .satisfies(notice -> assertThat(notice.sentence()).isEmpty());
        }
    }

    private static int count(Connection database) throws SQLException {
        try (Statement query = database.createStatement();
                var rows = query.executeQuery("SELECT count(*) FROM message")) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    @Test
    void aFileThatCanNotBeOpenedIsTriedAgain() throws Exception {
        Files.createDirectory(file());
        try (SqliteHistory history = history()) {
            assertThatThrownBy(() -> get(history.talks())).hasCauseInstanceOf(StoreFailed.class);
            assertThat(told)
                    .extracting(Notice::sentence)
                    .singleElement()
                    .asString()
                    .contains("can not be used");
            Files.delete(file());
            assertThat(get(history.talks())).isEmpty();
            assertThat(told).hasSize(2).last().extracting(Notice::sentence).isEqualTo("");
        }
    }

    /** SQLite reads a file that may not be written, and goes on doing just that. */
    @Test
    void aFileThatMayNotBeWrittenIsTriedAgain() throws Exception {
        try (HistoryThread thread = thread()) {
            get(thread.ask(insert(1, "before")));
            get(thread.ask(run("PRAGMA query_only=ON")));
            assertThatThrownBy(() -> get(thread.ask(insert(2, "refused")))).hasCauseInstanceOf(StoreFailed.class);
            assertThat(get(thread.ask(HistoryTroubleTest::count))).isEqualTo(1);
            assertThat(told).hasSize(1);
            assertThat(get(thread.ask(insert(3, "after")))).isTrue();
            assertThat(told).hasSize(2).last().extracting(Notice::sentence).isEqualTo("");
        }
    }

    /** What is asked for at the very end does not make the file anew. */
    @Test
    void afterTheEndTheFileStaysClosed() throws Exception {
        HistoryThread thread = thread();
        CountDownLatch begun = new CountDownLatch(1);
        List<CompletableFuture<Integer>> late = new CopyOnWriteArrayList<>();
        get(thread.ask(HistoryTroubleTest::count));
        Thread asking = Threads.daemon("late", () -> {
            begun.countDown();
            try {
                while (true) {
                    late.add(thread.ask(HistoryTroubleTest::count));
                }
            } catch (RejectedExecutionException ended) {
                begun.countDown();
            }
        });
        begun.await();
        thread.close();
        asking.join();
        assertThat(folder.resolve("history.db-wal")).doesNotExist();
        assertThat(told).isEmpty();
    }

    /** Whatever page is overwritten, nothing waits for ever and new messages are kept. */
    @Test
    void whatBreaksWhileItIsUsedIsSetAside() throws Exception {
        Random random = new Random(7);
        try (SqliteHistory history = history()) {
            for (int i = 0; i < 3000; i++) {
                history.add(message(i, "text " + i + " " + "lorem ipsum ".repeat(20)));
            }
            get(history.talks());
        }
        try (SqliteHistory history = history()) {
            get(history.find(GRACE, "m1"));
            overwriteEverySecondPage(random, 100);
            Message from = message(3000, "");
            for (int page = 0; page < 60 && told.isEmpty(); page++) {
                List<Message> found = get(history.page(GRACE, new TalkPlace.Before(from), 100))
                        .messages();
                if (found.isEmpty()) {
                    break;
                }
                from = found.get(0);
            }
            get(history.search("lorem ipsum", 50));
            assertThat(get(history.add(message(9000, "after")))).isPresent();
            assertThat(get(history.search("after", 10))).hasSize(1);
            assertThat(get(history.talks())).hasSize(1);
        }
        assertThat(told).extracting(Notice::sentence).singleElement().asString().contains("history.db.broken");
        assertThat(folder.resolve("history.db.broken")).isNotEmptyFile();
    }

    /** What waits to be sent is there nowhere else. */
    @Test
    void whatCanStillBeReadIsTakenOver() throws Exception {
        int many = 2000;
        try (SqliteHistory history = history()) {
            for (int i = 0; i < many; i++) {
                history.add(message(i, "text " + i + " " + "lorem ipsum ".repeat(20)));
            }
            get(history.add(unsent()));
        }
        // the newest messages lie at the end
        overwriteEverySecondPage(new Random(3), 60);
        try (SqliteHistory history = history()) {
            get(history.search("lorem ipsum", 50));
            get(history.page(GRACE, new TalkPlace.Before(message(many, "")), 100));
            assertThat(get(history.unfinished())).extracting(Utterance::id).containsExactly("unsent");
            assertThat(get(history.search("lorem ipsum", many)))
                    .hasSizeBetween(many / 10, many - 1)
                    .allMatch(found -> found.text().startsWith("text "));
        }
        assertThat(folder.resolve("history.db.broken")).isNotEmptyFile();
    }

    private static Message unsent() {
        return new Message("unsent", "work", GRACE, Instant.now(), Direction.OUT, "ada", "not yet", State.QUEUED, null);
    }

    private void overwriteEverySecondPage(Random random, int untilPercent) throws IOException {
        try (RandomAccessFile whole = new RandomAccessFile(file().toFile(), "rw")) {
            long pages = whole.length() / PAGE;
            for (long page = pages / 10; page < pages * untilPercent / 100; page += 2) {
                byte[] garbage = new byte[PAGE];
                random.nextBytes(garbage);
                whole.seek(page * PAGE);
                whole.write(garbage);
            }
        }
    }

    /** The messages are all there still; only the index of their words is made anew. */
    @Test
    void aBrokenIndexOfWordsCostsNoMessage() throws Exception {
        try (HistoryThread thread = thread()) {
            get(thread.ask(insert(1, "a lamp in the window")));
            get(thread.ask(run("UPDATE message_words_data SET block=x'00ff00ff00ff00ff00ff' WHERE id>10")));
        }
        try (SqliteHistory history = history()) {
            assertThat(get(history.search("lamp", 10))).extracting(Message::id).containsExactly("m1");
        }
        assertThat(told).isEmpty();
    }
}
