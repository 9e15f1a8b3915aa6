package org.lamplight.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What somebody looks for in the texts, as a condition on messages: by the index of words, or where the text is too short
 * for it by looking at each. Case does not matter. Immutable.
 */
record Wanted(String text) {
    private static final int SHORTEST_INDEXED = 3;

    /** A condition with one question mark; always true where nothing is wanted. */
    String condition() {
        if (text.isEmpty()) {
            return "?=''";
        }
        return isIndexed() ? "message_words MATCH ?" : "message.text LIKE ? ESCAPE '\\'";
    }

    /** Where the messages come from: the index goes first, so that the newest few of many come at once. */
    String source() {
        return isIndexed() ? "message_words CROSS JOIN message ON message.seq=message_words.rowid" : "message";
    }

    /** The newest first. */
    String order() {
        return " ORDER BY " + (isIndexed() ? "message_words.rowid" : "message.at DESC, message.seq") + " DESC";
    }

    void set(PreparedStatement statement, int place) throws SQLException {
        statement.setString(place, value());
    }

    private boolean isIndexed() {
        return text.codePointCount(0, text.length()) >= SHORTEST_INDEXED;
    }

    private String value() {
        if (text.isEmpty()) {
            return "";
        }
        return isIndexed()
                ? "\"" + text.replace("\"", "\"\"") + "\""
                : "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
