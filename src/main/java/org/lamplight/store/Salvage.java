package org.lamplight.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over into a new history what can still be read of a broken one: what waits to be sent is there nowhere else. Most
 * pages are whole as a rule, so halves are tried where a stretch can't be read. Blocking.
 */
record Salvage(Connection database) {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    /** The newest, so that it takes seconds at most; older ones are in the file that is kept, and in archives. */
    private static final long MOST = 20_000;

    private static final long STRETCH = 256;

    /** Whatever can't be read stays away; fails never. */
    void from(Path broken) {
        try (PreparedStatement attach = database.prepareStatement("ATTACH DATABASE ? AS broken")) {
            attach.setString(1, broken.toString());
            attach.execute();
            takeAll();
        } catch (SQLException e) {
            LOG.info("Nothing can be read of the broken history: {}", e.getMessage());
        } finally {
            tried("DETACH DATABASE broken");
        }
    }

    private void takeAll() throws SQLException {
        long last = last();
        long first = Math.max(1, last - MOST + 1);
        long taken = 0;
        for (long to = last; to >= first; to -= STRETCH) {
            taken += take(Math.max(first, to - STRETCH + 1), to);
        }
        for (String table : List.of("talk", "change", "call")) {
            tried("INSERT OR IGNORE INTO main." + table + " SELECT * FROM broken." + table);
        }
        tried("INSERT OR IGNORE INTO main.reaction SELECT * FROM broken.reaction"
                + " WHERE message IN (SELECT seq FROM main.message)");
        LOG.info("{} of the last {} messages of the broken history could be read", taken, last - first + 1);
    }

    private long last() throws SQLException {
        try (Statement query = database.createStatement();
                ResultSet row = query.executeQuery("SELECT max(seq) FROM broken.message")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private long take(long from, long to) {
        try (PreparedStatement take = database.prepareStatement(
                "INSERT OR IGNORE INTO main.message SELECT * FROM broken.message WHERE seq BETWEEN ? AND ?")) {
            take.setLong(1, from);
            take.setLong(2, to);
            return take.executeUpdate();
        } catch (SQLException e) {
            LOG.debug("messages {} to {} can't be read whole", from, to, e);
        }
        long middle = (from + to) / 2;
        return from == to ? 0 : take(middle + 1, to) + take(from, middle);
    }

    private void tried(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            LOG.info("{}: {}", sql, e.getMessage());
        }
    }
}
