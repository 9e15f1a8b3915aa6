package org.lamplight.store;

import java.nio.file.Path;
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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.MessageStore.StoreFailed;
import org.lamplight.core.Notice;
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
    private final Trouble trouble;
    private final ScheduledExecutorService thread = Threads.single("store");
    private final Queue<Task<?>> waiting = new ConcurrentLinkedQueue<>();

    /** Of the thread. */
    private @Nullable Connection connection;

    /** Of the thread: it could not be opened the last time. */
    private boolean shut;

    /** Of the thread: it is over, and nothing opens the file again. */
    private boolean closed;

    /** Something to be done with the file; may be called again where the first time was taken back. */
    interface Work<T> {
        @Nullable
        T with(Connection database) throws SQLException;
    }

    /** @param told hears on core what the user should know of the file */
    HistoryThread(HistoryFile file, Executor core, Consumer<Notice> told) {
        this.file = file;
        this.core = core;
        this.trouble = new Trouble(file.path(), core, told);
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
        } catch (SQLException | RuntimeException | Error e) {
            LOG.debug("one of several tasks failed: each has its own transaction then", e);
            return false;
        }
    }

    private void doAlone(Task<?> task) {
        try {
            runOrMend(task);
        } catch (Closed e) {
            task.failure = new StoreFailed(TEXTS.get("history.failed", file.path()), e);
        } catch (SQLException | RuntimeException | Error e) {
            // An error too: SQLite itself may not have been unpacked, and whoever asked must hear of it
            trouble.happened(e);
            if (Trouble.mayPassWithANewConnection(e)) {
                closeFile();
            }
            task.failure = new StoreFailed(TEXTS.get("history.failed", file.path()), e);
        }
    }

    /** What is found broken, be it long after it was opened, is mended or set aside, and the task has its turn again. */
    private void runOrMend(Task<?> task) throws SQLException {
        try {
            run(List.of(task));
        } catch (SQLException e) {
            if (!Trouble.isBroken(e)) {
                throw e;
            }
            if (!Trouble.isOfWords(e) || !reindexed()) {
                beginAnew(e);
            }
            run(List.of(task));
        }
    }

    private void beginAnew(SQLException broken) throws SQLException {
        closeFile();
        Path aside = file.setAside(broken);
        trouble.brokenLiesIn(aside, broken);
        new Salvage(open()).from(aside);
    }

    private boolean reindexed() {
        try {
            HistoryFile.reindex(open());
            return true;
        } catch (SQLException e) {
            LOG.info("The words of the history can't be indexed anew", e);
            return false;
        }
    }

    private void run(List<Task<?>> tasks) throws SQLException {
        Connection database = open();
        try {
            long before = trouble.lasts() ? HistoryFile.changes(database) : Long.MAX_VALUE;
            database.setAutoCommit(false);
            for (Task<?> task : tasks) {
                task.run(database);
            }
            database.commit();
            database.setAutoCommit(true);
            if (trouble.lasts() && HistoryFile.changes(database) > before) {
                trouble.isOver();
            }
        } catch (SQLException | RuntimeException e) {
            takeBack(database, e);
            throw e;
        }
    }

    /** Where the disk is full SQLite did so itself: there is no transaction any more, and that says nothing. */
    private static void takeBack(Connection database, Exception cause) {
        try {
            database.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        try {
            database.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Asked for after the end. */
    private static final class Closed extends SQLException {
        private static final long serialVersionUID = 1;
    }

    private Connection open() throws SQLException {
        if (closed) {
            throw new Closed();
        }
        Connection database = connection;
        if (database == null) {
            database = openAgain();
            connection = database;
        }
        return database;
    }

    private Connection openAgain() throws SQLException {
        boolean wasShut = shut;
        shut = true;
        Connection database = file.open();
        shut = false;
        if (wasShut) {
            trouble.isOver();
        }
        return database;
    }

    /** Finishes what was asked and closes the file. */
    @Override
    public void close() {
        try {
            thread.submit(this::end).get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The history was not closed in time", e);
        }
        thread.shutdown();
    }

    private void end() {
        closed = true;
        closeFile();
    }

    private void closeFile() {
        Connection database = connection;
        connection = null;
        if (database != null) {
            try {
                database.close();
            } catch (SQLException e) {
                LOG.warn("The history could not be closed", e);
            }
        }
    }
}
