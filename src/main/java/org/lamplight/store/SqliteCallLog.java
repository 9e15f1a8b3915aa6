package org.lamplight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.CallStore;
import org.lamplight.call.Cause;
import org.lamplight.call.MediaReport;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Remote;

/** Calls in the file of the history. */
final class SqliteCallLog implements CallStore {
    private static final String COLUMNS =
            "id, line, direction, uri, name, forwarded_by, person, at, answered_at, ended_at,"
                    + " code, cause, elsewhere, audio, secure, loss, opinion";

    private final HistoryThread thread;

    SqliteCallLog(HistoryThread thread) {
        this.thread = thread;
    }

    static void createTable(Statement statement) throws SQLException {
        statement.execute(
                "CREATE TABLE IF NOT EXISTS call(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
                        + " line TEXT NOT NULL, direction TEXT NOT NULL, uri TEXT NOT NULL, name TEXT, forwarded_by TEXT,"
                        + " person TEXT, at INTEGER NOT NULL, answered_at INTEGER, ended_at INTEGER, code INTEGER NOT NULL,"
                        + " cause TEXT NOT NULL, elsewhere INTEGER NOT NULL, audio TEXT, secure TEXT, loss REAL, opinion REAL)");
        statement.execute("CREATE INDEX IF NOT EXISTS call_by_time ON call(at)");
    }

    @Override
    @SuppressWarnings("NullAway") // a Void future completes with null
    public CompletableFuture<Void> add(Call ended) {
        return thread.ask(database -> {
            insert(database, ended);
            return null;
        });
    }

    private static void insert(Connection database, Call call) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT OR IGNORE INTO call(" + COLUMNS + ")" + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            Cause cause = call.cause() == null ? new Cause(0, "") : call.cause();
            MediaReport media = call.media();
            insert.setString(1, call.id());
            insert.setString(2, call.line());
            insert.setString(3, call.direction().name());
            insert.setString(4, call.remote().uri());
            insert.setString(5, call.remote().name());
            insert.setString(6, call.remote().forwardedBy());
            insert.setString(7, call.person());
            insert.setLong(8, call.since().toEpochMilli());
            setTime(insert, 9, call.answeredAt());
            setTime(insert, 10, call.endedAt());
            insert.setInt(11, cause.code());
            insert.setString(12, cause.text());
            insert.setBoolean(13, cause.elsewhere());
            insert.setString(14, media == null ? null : media.audio());
            insert.setString(15, media == null ? null : media.secure().word());
            insert.setDouble(16, media == null ? 0 : media.lossPercent());
            insert.setDouble(17, media == null ? 0 : media.opinion());
            insert.executeUpdate();
        }
    }

    private static void setTime(PreparedStatement insert, int place, @Nullable Instant at) throws SQLException {
        if (at == null) {
            insert.setNull(place, Types.INTEGER);
        } else {
            insert.setLong(place, at.toEpochMilli());
        }
    }

    @Override
    public CompletableFuture<List<Call>> newest(int limit, boolean missedOnly) {
        String missed = missedOnly ? " WHERE direction='IN' AND answered_at IS NULL AND elsewhere=0" : "";
        return thread.ask(database -> {
            try (PreparedStatement query = database.prepareStatement(
                    "SELECT " + COLUMNS + " FROM call" + missed + " ORDER BY at DESC, seq DESC LIMIT ?")) {
                query.setInt(1, limit);
                return all(query);
            }
        });
    }

    private static List<Call> all(PreparedStatement query) throws SQLException {
        List<Call> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    private static Call read(ResultSet row) throws SQLException {
        return new Call(
                row.getString("id"),
                row.getString("line"),
                Call.Direction.valueOf(row.getString("direction")),
                CallState.ENDED,
                new Remote(row.getString("uri"), row.getString("name"), row.getString("forwarded_by")),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")),
                time(row, "answered_at"),
                time(row, "ended_at"),
                false,
                false,
                null,
                new Cause(row.getInt("code"), row.getString("cause"), row.getBoolean("elsewhere")),
                media(row));
    }

    private static @Nullable MediaReport media(ResultSet row) throws SQLException {
        String audio = row.getString("audio");
        MediaSecurity secure =
                MediaSecurity.of(String.valueOf(row.getString("secure"))).orElse(MediaSecurity.NONE);
        return audio == null
                ? null
                : new MediaReport(audio, secure, row.getDouble("loss"), -1, 0, -1, row.getDouble("opinion"), 0);
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
