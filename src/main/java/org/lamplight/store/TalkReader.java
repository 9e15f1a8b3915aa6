package org.lamplight.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lamplight.chat.Message;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;

/** Reads stretches of one talk by the index of its times, so that a long talk costs no more than a short one. Blocking. */
record TalkReader(Connection database, String peer) {
    /** A page ends early rather than holding more letters than this. */
    private static final int MOST_LETTERS = 1_000_000;

    /** The order of a talk; {@code at} and {@code seq} are those of the message that the next three marks name. */
    private static final String SEQ =
            "coalesce((SELECT seq FROM message WHERE peer=? AND direction=? AND id=?), 9223372036854775807)";

    private static final String FORWARDS = " ORDER BY at, seq";
    private static final String BACKWARDS = " ORDER BY at DESC, seq DESC";

    TalkPage page(TalkPlace place, int limit) throws SQLException {
        String order = place.isBackwards() ? BACKWARDS : FORWARDS;
        try (PreparedStatement query = database.prepareStatement("SELECT " + MessageRow.COLUMNS
                + " FROM message WHERE peer=?" + condition(place) + order + " LIMIT ?")) {
            query.setString(1, peer);
            int next = set(query, 2, place);
            query.setInt(next, limit + 1);
            return read(query, limit, place.isBackwards());
        }
    }

    /** How many messages the talk has before this one. */
    long before(Message message) throws SQLException {
        return count(" AND (at,seq)<(?," + SEQ + ")", message);
    }

    /** How many messages the talk has after this one. */
    long after(Message message) throws SQLException {
        return count(" AND (at,seq)>(?," + SEQ + ")", message);
    }

    private long count(String condition, Message message) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("SELECT count(*) FROM message WHERE peer=?" + condition)) {
            query.setString(1, peer);
            set(query, 2, message);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static String condition(TalkPlace place) {
        if (place instanceof TalkPlace.Before) {
            return " AND (at,seq)<(?," + SEQ + ")";
        }
        if (place instanceof TalkPlace.After) {
            return " AND (at,seq)>(?," + SEQ + ")";
        }
        if (place instanceof TalkPlace.Nth) {
            // counted in the index alone
            return " AND (at,seq)>=(SELECT at, seq FROM message WHERE peer=? ORDER BY at, seq LIMIT 1 OFFSET ?)";
        }
        return place instanceof TalkPlace.From ? " AND at>=?" : "";
    }

    private int set(PreparedStatement query, int next, TalkPlace place) throws SQLException {
        if (place instanceof TalkPlace.Before before) {
            return set(query, next, before.message());
        }
        if (place instanceof TalkPlace.After after) {
            return set(query, next, after.message());
        }
        if (place instanceof TalkPlace.Nth nth) {
            query.setString(next, peer);
            query.setLong(next + 1, Math.max(0, nth.before()));
            return next + 2;
        }
        if (place instanceof TalkPlace.From from) {
            query.setLong(next, from.at().toEpochMilli());
            return next + 1;
        }
        return next;
    }

    private int set(PreparedStatement query, int next, Message message) throws SQLException {
        query.setLong(next, message.at().toEpochMilli());
        query.setString(next + 1, peer);
        query.setString(next + 2, message.direction().name());
        query.setString(next + 3, message.id());
        return next + 4;
    }

    private static TalkPage read(PreparedStatement query, int limit, boolean backwards) throws SQLException {
        List<Message> found = new ArrayList<>();
        int letters = 0;
        boolean more;
        try (ResultSet rows = query.executeQuery()) {
            more = rows.next();
            while (more && found.size() < limit && (found.isEmpty() || letters < MOST_LETTERS)) {
                Message message = MessageRow.read(rows);
                letters += message.text().length();
                found.add(message);
                more = rows.next();
            }
        }
        if (backwards) {
            Collections.reverse(found);
        }
        return new TalkPage(found, !more);
    }
}
