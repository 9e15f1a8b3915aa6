package org.lamplight.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.MessageStore.StoreFailed;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that uses the file of the history. Tasks run in the order in which they were asked for, each wholly or not
 * at all. Those that wait at the same time share a transaction, so that a flood costs the disk little more than one message
 * does; what comes of a task is told on core, after it is on the disk.
 */
final class HistoryThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryThread.class);
    private static final Texts TEXTS = Texts.of(SqliteHistory.class);
    private static final int CLOSE_SECONDS = 5;

    /** Whoever asks last in a transaction waits for it as long as all before. */
    private static final int MOST_TOGETHER = 64;

    private final HistoryFile file;
    private final Executor core;
    private final ScheduledExecutorService thread = Threads.single("store");
    private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();

    /** Of the thread. */
    private @Nullable Connection connection;

    /** Something to be done with the file; may be called again where the first time was taken back. */
    interface Work<T> {
        @Nullable
        T with(Connection database) throws SQLException;
    }

    HistoryThread(HistoryFile file, Executor core) {
        this.file = file;
        this.core = core;
    }

    /** From any thread; completes on core. */
    <T> CompletableFuture<T> ask(Work<T> work) {
        Task<T> task = new Task<>(work);
        waiting.add(task);
        thread.execute(this::takeTurn);
        return task.result;
    }

    private static final class Task<T> {
        private final Work<T> work;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T found;
        private @Nullable StoreFailed failure;

        Task(Work<T> work) {
            this.work = work;
        }

        void run(Connection database) throws SQLException {
            found = work.with(database);
        }

        @SuppressWarnings("NullAway") // a Void future completes with null
        void tell() {
            if (failure == null) {
                result.complete(found);
            } else {
                result.completeExceptionally(failure);
            }
        }
    }

    private void takeTurn() {
        List<Task<?>> turn = new ArrayList<>();
        while (turn.size() < MOST_TOGETHER && !waiting.isEmpty()) {
            turn.add(waiting.remove());
        }
        if (turn.isEmpty()) {
            return;
        }
        if (turn.size() == 1 || !succeed(turn)) {
            turn.forEach(this::doAlone);
        }
        core.execute(() -> turn.forEach(Task::tell));
    }

    private boolean succeed(List<Task<?>> together) {
        try {
            run(together);
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.debug("one of several tasks failed: each has its own transaction then", e);
            return false;
        }
    }

    private void doAlone(Task<?> task) {
        try {
            run(List.of(task));
        } catch (SQLException | RuntimeException e) {
            LOG.error("The history could not be used", e);
            task.failure = new StoreFailed(TEXTS.get("history.failed", file.path()), e);
        }
    }

    private void run(List<Task<?>> tasks) throws SQLException {
        Connection database = open();
        database.setAutoCommit(false);
        try {
            for (Task<?> task : tasks) {
                task.run(database);
            }
            database.commit();
        } catch (SQLException | RuntimeException e) {
            database.rollback();
            throw e;
        } finally {
            database.setAutoCommit(true);
        }
    }

    private Connection open() throws SQLException {
        Connection database = connection;
        if (database == null) {
            database = file.open();
            connection = database;
        }
        return database;
    }

    /** Finishes what was asked and closes the file. */
    @Override
    public void close() {
        try {
            thread.submit(this::closeFile).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The history was not closed in time", e);
        }
        thread.shutdown();
    }

    private void closeFile() {
        Connection database = connection;
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                LOG.warn("The history could not be closed", e);
            }
        }
    }
}
