package org.lamplight.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.MessageStore.StoreFailed;

/** What waits at the same time is written together, and what fails among it harms nothing else. */
class HistoryThreadTest {
    private static final int MANY = 200;

    @Test
    void oneThatFailsHarmsNoOther(@TempDir Path folder) throws Exception {
        List<CompletableFuture<Integer>> asked = new ArrayList<>();
        try (HistoryThread thread =
                new HistoryThread(new HistoryFile(folder.resolve("history.db")), Runnable::run, notice -> {})) {
            CountDownLatch begin = new CountDownLatch(1);
            CompletableFuture<Integer> first = thread.ask(database -> {
                await(begin);
                return 0;
            });
            for (int i = 0; i < MANY; i++) {
                int number = i;
                asked.add(thread.ask(database -> keep(database, number)));
            }
            begin.countDown();
            first.get(5, TimeUnit.SECONDS);
            for (int i = 0; i < MANY; i++) {
                CompletableFuture<Integer> one = asked.get(i);
                if (fails(i)) {
                    assertThat(one)
                            .failsWithin(java.time.Duration.ofSeconds(5))
                            .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                            .withCauseInstanceOf(StoreFailed.class);
                } else {
                    assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(i);
                }
            }
            assertThat(thread.ask(HistoryThreadTest::kept).get(5, TimeUnit.SECONDS))
                    .isEqualTo(MANY - MANY / 50);
        }
    }

    private static boolean fails(int number) {
        return number % 50 == 7;
    }

    /** Writes first and fails then: what was written must be gone. */
    private static int keep(Connection database, int number) throws SQLException {
        try (Statement insert = database.createStatement()) {
            insert.executeUpdate("INSERT INTO talk(peer,read_seq) VALUES('p" + number + "'," + number + ")");
        }
        if (fails(number)) {
            throw new SQLException("not this one");
        }
        return number;
    }

    private static int kept(Connection database) throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet rows = query.executeQuery("SELECT count(*) FROM talk")) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
