package org.lamplight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;

/** A message as a row of its table, both ways. On the store's thread. */
final class MessageRow {
    private static final String INSERT =
            "INSERT OR IGNORE INTO message(id,account,peer,direction,at,sender,text,state,reason,"
                    + "stanza_id,archive_id,occupant,correction,reply_id,reply_author,reply_quote,retracted,"
                    + "file_name,file_size,file_type,file_url,file_path,older)"
                    + " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    /** The reactions of a row in one text, so that a page of messages is one query; no crowd makes it endless. */
    static final String COLUMNS = "message.*, (SELECT group_concat(own || sender || char(31) || emoji, char(30)) FROM"
            + " (SELECT own, sender, emoji FROM reaction WHERE reaction.message=message.seq AND emoji<>'' ORDER BY at"
            + " LIMIT 500))"
            + " AS reactions";

    private MessageRow() {}

    /** Whether it is new. */
    static boolean insert(Connection database, Message message, boolean older) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(INSERT)) {
            UtteranceRow.set(insert, message);
            insert.setString(7, message.text());
            insert.setString(8, message.state().name());
            insert.setString(9, message.reason());
            set(insert, message.details());
            insert.setBoolean(23, older);
            boolean isNew = insert.executeUpdate() == 1;
            if (!isNew && message.details().archiveId() != null) {
                nameArchived(database, message);
            }
            return isNew;
        }
    }

    /** The one here that an archive or a session tells once more. */
    static Optional<Message> same(Connection database, Message message) throws SQLException {
        Optional<Message> found =
                same(database, message.peer(), "archive_id=?", message.details().archiveId());
        return found.isPresent()
                ? found
                : same(database, message.peer(), "direction='" + message.direction() + "' AND id=?", message.id());
    }

    /** Ids are others' to choose: under one that is known already, another text than ever stood there is another message. */
    static Message distinct(Connection database, Message message) throws SQLException {
        if (message.direction() == Message.Direction.OUT) {
            return message;
        }
        boolean another = same(database, message.peer(), "direction='IN' AND id=?", message.id())
                .filter(known -> known.details().correction() == null)
                .filter(known -> !known.details().retracted())
                .filter(known -> !known.text().equals(message.text()))
                .isPresent();
        return another ? message.calledApart() : message;
    }

    private static Optional<Message> same(Connection database, String peer, String how, @Nullable String id)
            throws SQLException {
        if (id == null) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                database.prepareStatement("SELECT " + COLUMNS + " FROM message WHERE peer=? AND " + how + " LIMIT 1")) {
            query.setString(1, peer);
            query.setString(2, id);
            return first(query);
        }
    }

    /** One that was here before the archive told its name for it. */
    private static void nameArchived(Connection database, Message message) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "UPDATE message SET archive_id=?" + " WHERE peer=? AND direction=? AND id=? AND archive_id IS NULL")) {
            update.setString(1, message.details().archiveId());
            UtteranceRow.setKey(update, 2, message);
            update.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, Details details) throws SQLException {
        insert.setString(10, details.stanzaId());
        insert.setString(11, details.archiveId());
        insert.setString(12, details.occupant());
        insert.setString(13, details.correction());
        Details.Reply reply = details.reply();
        insert.setString(14, reply == null ? null : reply.id());
        insert.setString(15, reply == null ? null : reply.author());
        insert.setString(16, reply == null ? null : reply.quote());
        insert.setBoolean(17, details.retracted());
        setFile(insert, 18, details.file());
    }

    static void setFile(PreparedStatement statement, int place, Details.@Nullable SharedFile file) throws SQLException {
        statement.setString(place, file == null ? null : file.name());
        if (file == null) {
            statement.setNull(place + 1, Types.INTEGER);
        } else {
            statement.setLong(place + 1, file.size());
        }
        statement.setString(place + 2, file == null ? null : file.type());
        statement.setString(place + 3, file == null ? null : file.url());
        statement.setString(place + 4, file == null ? null : file.path());
    }

    static List<Message> all(PreparedStatement query) throws SQLException {
        List<Message> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(read(rows));
            }
        }
        return found;
    }

    static Optional<Message> first(PreparedStatement query) throws SQLException {
        return all(query).stream().findFirst();
    }

    static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("account"),
                row.getString("peer"),
                Instant.ofEpochMilli(row.getLong("at")),
                Message.Direction.valueOf(row.getString("direction")),
                row.getString("sender"),
                row.getString("text"),
                Message.State.valueOf(row.getString("state")),
                row.getString("reason"),
                details(row));
    }

    private static Details details(ResultSet row) throws SQLException {
        String answered = row.getString("reply_id");
        String quote = row.getString("reply_quote");
        String name = row.getString("file_name");
        return new Details(
                row.getString("stanza_id"),
                row.getString("archive_id"),
                row.getString("occupant"),
                row.getString("correction"),
                answered == null
                        ? null
                        : new Details.Reply(answered, row.getString("reply_author"), quote == null ? "" : quote),
                row.getBoolean("retracted"),
                reactions(row.getString("reactions")),
                name == null
                        ? null
                        : new Details.SharedFile(
                                name,
                                row.getLong("file_size"),
                                row.getString("file_type"),
                                row.getString("file_url"),
                                row.getString("file_path")));
    }

    private static List<Details.Reaction> reactions(@Nullable String joined) {
        List<Details.Reaction> found = new ArrayList<>();
        for (String each : joined == null ? new String[0] : joined.split("\u001e")) {
            int split = each.indexOf('\u001f');
            if (split > 1) {
                Set<String> emoji =
                        new LinkedHashSet<>(List.of(each.substring(split + 1).split(" ")));
                found.add(new Details.Reaction(each.substring(1, split), emoji, each.charAt(0) == '1'));
            }
        }
        return found;
    }
}
