package org.lamplight.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.lamplight.chat.Utterance;

/** The columns that messages and changes have in common. */
final class UtteranceRow {
    private UtteranceRow() {}

    /** The first six: id, account, peer, direction, at, sender. */
    static void set(PreparedStatement insert, Utterance said) throws SQLException {
        insert.setString(1, said.id());
        insert.setString(2, said.account());
        insert.setString(3, said.peer());
        insert.setString(4, said.direction().name());
        insert.setLong(5, said.at().toEpochMilli());
        insert.setString(6, said.from());
    }

    /** What tells it from all others, from this place on: peer, direction, id. */
    static void setKey(PreparedStatement statement, int place, Utterance said) throws SQLException {
        statement.setString(place, said.peer());
        statement.setString(place + 1, said.direction().name());
        statement.setString(place + 2, said.id());
    }
}
