package org.lamplight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.chat.Change;
import org.lamplight.chat.Message;

/** A change as a row of its table, and what it does to its message. On the store's thread. */
final class ChangeRow {
    private static final String TARGET = "seq IN (SELECT seq FROM message WHERE peer=?1 AND direction IN ('IN','OUT')"
            + " AND id=?2 UNION SELECT seq FROM message WHERE peer=?1 AND stanza_id=?2"
            + " UNION SELECT seq FROM message WHERE peer=?1 AND archive_id=?2"
            + " UNION SELECT seq FROM message WHERE peer=?1 AND correction=?2)";

    private ChangeRow() {}

    /** Whether it is new. What a room says again of ours under another name is not: its id is ours. */
    static boolean insert(Connection database, Change change) throws SQLException {
        if (change.direction() == Message.Direction.IN && isOurs(database, change)) {
            return false;
        }
        try (PreparedStatement insert = database.prepareStatement("INSERT OR IGNORE INTO"
                + " change(id,account,peer,direction,at,sender,occupant,kind,target,text,queued)"
                + " VALUES(?,?,?,?,?,?,?,?,?,?,?)")) {
            UtteranceRow.set(insert, change);
            insert.setString(7, change.occupant());
            insert.setString(8, change.kind().name());
            insert.setString(9, change.target());
            insert.setString(10, change.text());
            insert.setBoolean(11, change.direction() == Message.Direction.OUT);
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean isOurs(Connection database, Change change) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT 1 FROM change WHERE peer=? AND direction='OUT' AND id=?")) {
            query.setString(1, change.peer());
            query.setString(2, change.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Changes of this message that came before it did, oldest first. */
    static List<Change> awaiting(Connection database, Message message) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT * FROM change WHERE applied=0 AND peer=?" + " AND target IN (?,?,?) ORDER BY at, seq")) {
            query.setString(1, message.peer());
            query.setString(2, message.id());
            query.setString(3, message.details().stanzaId());
            query.setString(4, message.details().archiveId());
            return all(query);
        }
    }

    static List<Change> queued(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT * FROM change WHERE queued=1 ORDER BY seq")) {
            return all(query);
        }
    }

    private static List<Change> all(PreparedStatement query) throws SQLException {
        List<Change> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(new Change(
                        row.getString("id"),
                        row.getString("account"),
                        row.getString("peer"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        Message.Direction.valueOf(row.getString("direction")),
                        row.getString("sender"),
                        row.getString("occupant"),
                        Change.Kind.valueOf(row.getString("kind")),
                        row.getString("target"),
                        row.getString("text")));
            }
        }
        return found;
    }

    /** The message that is known by this id. */
    static Optional<Message> target(Connection database, String peer, String id) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT " + MessageRow.COLUMNS + " FROM message WHERE " + TARGET + " ORDER BY seq DESC LIMIT 1")) {
            query.setString(1, peer);
            query.setString(2, id);
            return MessageRow.first(query);
        }
    }

    /** The messages that a change may mean and its writer may change; the newest of several, for ids are others' to choose. */
    private static Optional<Message> changeable(Connection database, Change change) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT " + MessageRow.COLUMNS + " FROM message WHERE " + TARGET + " ORDER BY seq DESC")) {
            query.setString(1, change.peer());
            query.setString(2, change.target());
            return MessageRow.all(query).stream()
                    .filter(message -> mayChange(change, message))
                    .findFirst();
        }
    }

    private static boolean mayChange(Change change, Message message) {
        if (change.kind() == Change.Kind.REACTIONS) {
            return !message.details().retracted();
        }
        return message.direction() == change.direction() && isSameWriter(change, message);
    }

    private static boolean isSameWriter(Change change, Message message) {
        String writer = message.details().occupant();
        if (writer != null && change.occupant() != null) {
            return writer.equals(change.occupant());
        }
        return isOwn(change, message) || message.from().equals(change.from());
    }

    /** Our own are ours under whatever name we had. */
    private static boolean isOwn(Change change, Message message) {
        return change.direction() == Message.Direction.OUT && message.direction() == Message.Direction.OUT;
    }

    /** Carries a stored change out; empty if its message is not here or is another's. */
    static Optional<Message> apply(Connection database, Change change) throws SQLException {
        Optional<Message> found = changeable(database, change);
        if (found.isEmpty()) {
            return found;
        }
        Message message = found.get();
        switch (change.kind()) {
            case CORRECTION -> correct(database, change, message);
            case RETRACTION -> retract(database, message);
            case REACTIONS -> react(database, change, message);
        }
        if (change.direction() == Message.Direction.IN) {
            finish(database, change);
        }
        return target(database, message.peer(), message.id());
    }

    /** It is over and done with; only its id is kept, so that it is known when it comes again. */
    static void finish(Connection database, Change change) throws SQLException {
        try (PreparedStatement done = database.prepareStatement(
                "UPDATE change SET applied=1, queued=0, text='' WHERE peer=? AND direction=? AND id=?")) {
            UtteranceRow.setKey(done, 1, change);
            done.executeUpdate();
        }
    }

    private static void correct(Connection database, Change change, Message message) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE message SET text=?, correction=? WHERE peer=? AND direction=? AND id=? AND retracted=0")) {
            update.setString(1, change.text());
            update.setString(2, change.id());
            UtteranceRow.setKey(update, 3, message);
            update.executeUpdate();
        }
    }

    private static void retract(Connection database, Message message) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE message SET text='', retracted=1,"
                        + " reply_quote=NULL, file_name=NULL, file_url=NULL, file_path=NULL WHERE peer=? AND direction=? AND id=?")) {
            UtteranceRow.setKey(update, 1, message);
            update.executeUpdate();
        }
    }

    /** An older word does not undo a newer one, nor anybody's that of somebody who had their name before. */
    private static void react(Connection database, Change change, Message message) throws SQLException {
        forgetOtherNames(database, change, message);
        try (PreparedStatement update =
                database.prepareStatement("INSERT INTO reaction(message,sender,at,emoji,own,occupant)"
                        + " SELECT seq,?,?,?,?,? FROM message WHERE peer=? AND direction=? AND id=?"
                        + " ON CONFLICT(message,sender) DO UPDATE SET emoji=excluded.emoji, at=excluded.at, own=excluded.own,"
                        + " occupant=excluded.occupant WHERE excluded.at>=reaction.at AND (excluded.own=1"
                        + " OR reaction.occupant IS NULL OR reaction.occupant IS excluded.occupant)")) {
            update.setString(1, change.from());
            update.setLong(2, change.at().toEpochMilli());
            update.setString(3, change.text());
            update.setBoolean(4, change.direction() == Message.Direction.OUT);
            update.setString(5, change.occupant());
            UtteranceRow.setKey(update, 6, message);
            update.executeUpdate();
        }
    }

    /** What the same person, or we ourselves, said under another name. */
    private static void forgetOtherNames(Connection database, Change change, Message message) throws SQLException {
        boolean own = change.direction() == Message.Direction.OUT;
        String who = own ? "own=1" : "occupant=?5 AND own=0";
        try (PreparedStatement delete =
                database.prepareStatement("DELETE FROM reaction WHERE sender<>?1 AND at<=?2 AND " + who
                        + " AND message IN (SELECT seq FROM message WHERE peer=?3 AND direction=?4 AND id=?6)")) {
            delete.setString(1, change.from());
            delete.setLong(2, change.at().toEpochMilli());
            delete.setString(3, message.peer());
            delete.setString(4, message.direction().name());
            delete.setString(5, change.occupant());
            delete.setString(6, message.id());
            delete.executeUpdate();
        }
    }
}
