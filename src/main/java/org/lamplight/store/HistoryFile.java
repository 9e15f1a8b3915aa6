package org.lamplight.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the history: for its owner's eyes only, in WAL mode, with its tables. Blocking. */
record HistoryFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryFile.class);
    private static final int VERSION = 8;
    private static final String UNPACK_IN = "org.sqlite.tmpdir";
    private static final long UNPACKED_BYTES = 4_000_000;

    /** Which messages have a file that the peer holds ready; as the index has it. */
    static final String OFFERED = "direction='IN' AND file_path IS NULL AND substr(file_url,1,5)='xmpp:'";

    Connection open() throws SQLException {
        restrict();
        unpackHere();
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=NORMAL");
            statement.execute("PRAGMA busy_timeout=2000");
            upgrade(connection, statement);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The driver unpacks SQLite into a folder and sweeps out of it what others have unpacked there: in one that all share,
     * two programs that start at once take it from each other, and what is killed leaves it behind for ever. Where there is
     * no room for it, the shared one is better than none.
     */
    private void unpackHere() {
        Path cache = path.resolveSibling("cache");
        try {
            Files.createDirectories(cache);
            if (Files.getFileStore(cache).getUsableSpace() >= UNPACKED_BYTES) {
                System.setProperty(UNPACK_IN, cache.toString());
                return;
            }
            LOG.debug("{} has no room: SQLite is unpacked elsewhere", cache);
        } catch (IOException e) {
            LOG.info("{} can't be used: SQLite is unpacked elsewhere", cache, e);
        }
        System.clearProperty(UNPACK_IN);
    }

    /** How many rows this connection has changed so far. */
    static long changes(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT total_changes()")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Makes the index of words anew from the messages; takes a minute where there are a million. */
    static void reindex(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO message_words(message_words) VALUES ('rebuild')");
        }
        LOG.info("The words of the history were indexed anew, for their index was broken");
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }

    /** All of it or nothing: a crash in between leaves the file as it was. */
    private void upgrade(Connection connection, Statement statement) throws SQLException {
        int version = version(statement);
        if (version >= VERSION) {
            return;
        }
        connection.setAutoCommit(false);
        if (version < 1) {
            createTables(statement);
        }
        if (version < 2) {
            if (version == 1) {
                LOG.info("The words of the history are being indexed");
            }
            createWordIndex(statement);
        }
        if (version < 3) {
            addDetails(statement);
        }
        if (version < 4) {
            tellOwnReactions(statement);
        }
        if (version < 5) {
            rememberRemoval(statement);
        }
        if (version < 6) {
            tellWhoReacts(statement);
        }
        if (version < 7) {
            findOffers(statement);
        }
        // Since version 8
        SqliteCallLog.createTable(statement);
        statement.execute("PRAGMA user_version=" + VERSION);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Every three letters in a row, so that parts of words are found too, in any language and case. */
    private static void createWordIndex(Statement statement) throws SQLException {
        statement.execute("CREATE VIRTUAL TABLE message_words USING fts5(text, content='message', content_rowid='seq',"
                + " tokenize='trigram')");
        statement.execute("CREATE TRIGGER message_added AFTER INSERT ON message BEGIN"
                + " INSERT INTO message_words(rowid, text) VALUES (new.seq, new.text); END");
        statement.execute("CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN"
                + " INSERT INTO message_words(message_words, rowid, text) VALUES ('delete', old.seq, old.text); END");
        statement.execute("CREATE TRIGGER message_reworded AFTER UPDATE OF text ON message BEGIN"
                + " INSERT INTO message_words(message_words, rowid, text) VALUES ('delete', old.seq, old.text);"
                + " INSERT INTO message_words(rowid, text) VALUES (new.seq, new.text); END");
        statement.execute("INSERT INTO message_words(message_words) VALUES ('rebuild')");
    }

    private static void createTables(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE IF NOT EXISTS message(seq INTEGER PRIMARY KEY, id TEXT NOT NULL,"
                + " account TEXT NOT NULL, peer TEXT NOT NULL, direction TEXT NOT NULL, at INTEGER NOT NULL,"
                + " sender TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, reason TEXT,"
                + " UNIQUE(peer, direction, id))");
        statement.execute("CREATE INDEX IF NOT EXISTS message_by_talk ON message(peer, seq)");
        statement.execute("CREATE INDEX IF NOT EXISTS message_queued ON message(seq)"
                + " WHERE direction='OUT' AND state='QUEUED'");
        statement.execute("CREATE TABLE IF NOT EXISTS talk(peer TEXT PRIMARY KEY, read_seq INTEGER NOT NULL)");
    }

    /** Since version 3: what belongs to a message besides its text, what is said about it, and the order by time. */
    private static void addDetails(Statement statement) throws SQLException {
        for (String column : List.of(
                "stanza_id TEXT",
                "archive_id TEXT",
                "occupant TEXT",
                "correction TEXT",
                "reply_id TEXT",
                "reply_author TEXT",
                "reply_quote TEXT",
                "retracted INTEGER NOT NULL DEFAULT 0",
                "file_name TEXT",
                "file_size INTEGER",
                "file_type TEXT",
                "file_url TEXT",
                "file_path TEXT",
                "older INTEGER NOT NULL DEFAULT 0")) {
            statement.execute("ALTER TABLE message ADD COLUMN " + column);
        }
        statement.execute("CREATE INDEX message_by_time ON message(peer, at, seq)");
        statement.execute("CREATE INDEX message_by_stanza ON message(peer, stanza_id) WHERE stanza_id IS NOT NULL");
        statement.execute("CREATE INDEX message_by_archive ON message(peer, archive_id) WHERE archive_id IS NOT NULL");
        statement.execute(
                "CREATE INDEX message_by_correction ON message(peer, correction)" + " WHERE correction IS NOT NULL");
        statement.execute("CREATE TABLE reaction(message INTEGER NOT NULL, sender TEXT NOT NULL, at INTEGER NOT NULL,"
                + " emoji TEXT NOT NULL, PRIMARY KEY(message, sender)) WITHOUT ROWID");
        statement.execute("CREATE TRIGGER reactions_removed AFTER DELETE ON message BEGIN"
                + " DELETE FROM reaction WHERE message=old.seq; END");
        statement.execute("CREATE TABLE change(seq INTEGER PRIMARY KEY, id TEXT NOT NULL, account TEXT NOT NULL,"
                + " peer TEXT NOT NULL, direction TEXT NOT NULL, at INTEGER NOT NULL, sender TEXT NOT NULL,"
                + " occupant TEXT, kind TEXT NOT NULL, target TEXT NOT NULL, text TEXT NOT NULL,"
                + " queued INTEGER NOT NULL, applied INTEGER NOT NULL DEFAULT 0, UNIQUE(peer, direction, id))");
        statement.execute("CREATE INDEX change_awaiting ON change(peer, target) WHERE applied=0");
        statement.execute("CREATE INDEX change_queued ON change(seq) WHERE queued=1");
        statement.execute("ALTER TABLE talk ADD COLUMN room INTEGER NOT NULL DEFAULT 0");
    }

    /** Since version 4: which reactions are ours, for in rooms we have one name today and another tomorrow. */
    private static void tellOwnReactions(Statement statement) throws SQLException {
        statement.execute("ALTER TABLE reaction ADD COLUMN own INTEGER NOT NULL DEFAULT 0");
    }

    /** Since version 5: up to when a talk was removed here, which the server's archive does not know. */
    private static void rememberRemoval(Statement statement) throws SQLException {
        statement.execute("ALTER TABLE talk ADD COLUMN removed_before INTEGER");
    }

    /** Since version 6: the room's lasting name for who reacts. */
    private static void tellWhoReacts(Statement statement) throws SQLException {
        statement.execute("ALTER TABLE reaction ADD COLUMN occupant TEXT");
    }

    /** Since version 7: what peers held ready ends with the program, and is looked for at each start. */
    private static void findOffers(Statement statement) throws SQLException {
        statement.execute("CREATE INDEX message_offered ON message(seq) WHERE " + OFFERED);
    }

    private void restrict() throws SQLException {
        try {
            if (!Files.exists(path)
                    && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (IOException e) {
            throw new SQLException("The history file can't be made", e);
        }
    }

    /**
     * A file that is no database any more is never deleted: it is kept with what was not yet merged into it, and beside
     * those of earlier times. Returns where it lies now.
     */
    Path setAside(SQLException cause) throws SQLException {
        try {
            Path aside = freeName();
            Files.move(path, aside);
            if (Files.exists(beside("-wal"))) {
                Files.move(beside("-wal"), aside.resolveSibling(aside.getFileName() + "-wal"));
            }
            Files.deleteIfExists(beside("-shm"));
            return aside;
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw cause;
        }
    }

    private Path freeName() {
        Path aside = beside(".broken");
        for (int number = 2; Files.exists(aside); number++) {
            aside = beside(".broken-" + number);
        }
        return aside;
    }

    private Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
