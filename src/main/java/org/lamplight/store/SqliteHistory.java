package org.lamplight.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.Talk;
import org.lamplight.chat.TalkExtent;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages in one SQLite file. Calls return at once; their futures complete on core. */
public final class SqliteHistory implements MessageStore, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteHistory.class);
    private static final Texts TEXTS = Texts.of(SqliteHistory.class);
    private static final int CLOSE_SECONDS = 5;
    private static final Duration RECEIPTS_COME_WITHIN = Duration.ofDays(30);

    private final Executor core;
    private final HistoryFile file;
    private final ScheduledExecutorService thread = Threads.single("store");

    /** Of the store's thread. */
    private @Nullable Connection connection;

    public SqliteHistory(Path file, Executor core) {
        this.file = new HistoryFile(file);
        this.core = core;
    }

    @Override
    public CompletableFuture<Boolean> add(Message message) {
        return work(database -> {
            try (PreparedStatement insert = database.prepareStatement(
                    "INSERT OR IGNORE INTO message(id,account,peer,direction,at,sender,text,state,reason)"
                            + " VALUES(?,?,?,?,?,?,?,?,?)")) {
                insert.setString(1, message.id());
                insert.setString(2, message.account());
                insert.setString(3, message.peer());
                insert.setString(4, message.direction().name());
                insert.setLong(5, message.at().toEpochMilli());
                insert.setString(6, message.from());
                insert.setString(7, message.text());
                insert.setString(8, message.state().name());
                insert.setString(9, message.reason());
                return insert.executeUpdate() == 1;
            }
        });
    }

    @Override
    public CompletableFuture<Void> setState(Message message) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement(
                    "UPDATE message SET state=?, reason=? WHERE peer=? AND direction='OUT' AND id=? AND state<>'READ'")) {
                update.setString(1, message.state().name());
                update.setString(2, message.reason());
                update.setString(3, message.peer());
                update.setString(4, message.id());
                update.executeUpdate();
                return null;
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> seen(String account, String peer, String id) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement(
                    "UPDATE message SET state='READ' WHERE peer=? AND account=? AND direction='OUT'"
                            + " AND state IN ('SENT','DELIVERED') AND seq<="
                            + " (SELECT seq FROM message WHERE peer=? AND account=? AND direction='OUT' AND id=?)"
                            + " RETURNING *")) {
                update.setString(1, peer);
                update.setString(2, account);
                update.setString(3, peer);
                update.setString(4, account);
                update.setString(5, id);
                List<Message> read = messages(update);
                read.sort(Comparator.comparing(Message::at));
                return read;
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> unfinished() {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement(
                    "SELECT * FROM message WHERE direction='OUT' AND (state='QUEUED' OR (state='SENT' AND at>?))"
                            + " ORDER BY seq")) {
                query.setLong(1, Instant.now().minus(RECEIPTS_COME_WITHIN).toEpochMilli());
                return messages(query);
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> history(
            String peer, int limit, @Nullable Instant before, @Nullable String search) {
        Wanted wanted = new Wanted(search == null ? "" : search);
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement("SELECT message.* FROM " + wanted.source()
                    + " WHERE peer=? AND at<? AND " + wanted.condition() + wanted.order() + " LIMIT ?")) {
                query.setString(1, peer);
                query.setLong(2, before == null ? Long.MAX_VALUE : before.toEpochMilli());
                wanted.set(query, 3);
                query.setInt(4, limit);
                List<Message> found = messages(query);
                Collections.reverse(found);
                return found;
            }
        });
    }

    @Override
    public CompletableFuture<TalkPage> page(String peer, TalkPlace place, int limit) {
        return work(database -> new TalkReader(database, peer).page(place, limit));
    }

    @Override
    public CompletableFuture<TalkExtent> extent(String peer, Message first, Message last) {
        return work(database -> {
            TalkReader talk = new TalkReader(database, peer);
            return new TalkExtent(talk.before(first), talk.after(last));
        });
    }

    @Override
    public CompletableFuture<List<Message>> search(String text, int limit) {
        Wanted wanted = new Wanted(text);
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement("SELECT message.* FROM " + wanted.source()
                    + " WHERE " + wanted.condition() + wanted.order() + " LIMIT ?")) {
                wanted.set(query, 1);
                query.setInt(2, limit);
                return messages(query);
            }
        });
    }

    @Override
    public CompletableFuture<List<Talk>> talks() {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement("SELECT m.*, (SELECT count(*) FROM message u"
                            + " WHERE u.peer=m.peer AND u.direction='IN' AND u.seq>coalesce(t.read_seq,0)) AS unread"
                            + " FROM message m LEFT JOIN talk t ON t.peer=m.peer"
                            + " WHERE m.seq IN (SELECT max(seq) FROM message GROUP BY peer) ORDER BY m.seq DESC");
                    ResultSet rows = query.executeQuery()) {
                List<Talk> talks = new ArrayList<>();
                while (rows.next()) {
                    Message last = message(rows);
                    talks.add(new Talk(last.peer(), rows.getInt("unread"), last));
                }
                return talks;
            }
        });
    }

    @Override
    public CompletableFuture<Void> markRead(String peer) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement("INSERT OR REPLACE INTO talk(peer,read_seq)"
                    + " VALUES(?, coalesce((SELECT max(seq) FROM message WHERE peer=?),0))")) {
                update.setString(1, peer);
                update.setString(2, peer);
                update.executeUpdate();
                return null;
            }
        });
    }

    private static List<Message> messages(PreparedStatement query) throws SQLException {
        List<Message> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(message(rows));
            }
        }
        return found;
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("account"),
                row.getString("peer"),
                Instant.ofEpochMilli(row.getLong("at")),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("sender"),
                row.getString("text"),
                Message.State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    // ---- the thread

    private interface Work<T> {
        @Nullable
        T with(Connection database) throws SQLException;
    }

    @SuppressWarnings("NullAway") // a Void future completes with null
    private <T> CompletableFuture<T> work(Work<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                T found = task.with(open());
                core.execute(() -> result.complete(found));
            } catch (SQLException | RuntimeException e) {
                LOG.error("The history could not be used", e);
                StoreFailed failed = new StoreFailed(TEXTS.get("history.failed", file.path()), e);
                core.execute(() -> result.completeExceptionally(failed));
            }
        });
        return result;
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
