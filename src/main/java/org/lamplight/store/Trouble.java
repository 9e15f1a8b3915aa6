package org.lamplight.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lamplight.core.Notice;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says once, and logs once with its cause, that the file can't be used, and when it can again. Of the store's thread. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final Texts TEXTS = Texts.of(SqliteHistory.class);
    private static final String FILE = "history";
    private static final String LOSS = "history.broken";

    /** Extended codes have more bits (SQLite, "Result and Error Codes"). */
    private static final int PRIMARY = 0xff;

    private static final Set<SQLiteErrorCode> BROKEN =
            EnumSet.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);

    private static final Set<SQLiteErrorCode> OF_CONNECTION =
            EnumSet.of(SQLiteErrorCode.SQLITE_READONLY, SQLiteErrorCode.SQLITE_IOERR, SQLiteErrorCode.SQLITE_CANTOPEN);

    /** What has nothing to do with the disk. */
    private static final Set<SQLiteErrorCode> MISTAKES = EnumSet.of(
            SQLiteErrorCode.SQLITE_ERROR,
            SQLiteErrorCode.SQLITE_CONSTRAINT,
            SQLiteErrorCode.SQLITE_MISUSE,
            SQLiteErrorCode.SQLITE_TOOBIG);

    private final Path path;
    private final Executor core;
    private final Consumer<Notice> told;
    private boolean lasting;

    /** @param told hears on core */
    Trouble(Path path, Executor core, Consumer<Notice> told) {
        this.path = path;
        this.core = core;
        this.told = told;
    }

    /** Whether what lies there is no database any more. */
    static boolean isBroken(Throwable cause) {
        return cause instanceof SQLiteException e && BROKEN.stream().anyMatch(code -> isOf(code, e));
    }

    /** Whether it is only the index of words, which can be made anew. */
    static boolean isOfWords(Throwable cause) {
        return cause instanceof SQLiteException e && e.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT_VTAB;
    }

    /** A file that was opened for reading only stays so, and a line to a disk that was lost too. */
    static boolean mayPassWithANewConnection(Throwable cause) {
        return cause instanceof SQLiteException e && OF_CONNECTION.stream().anyMatch(code -> isOf(code, e));
    }

    private static boolean isOf(SQLiteErrorCode primary, SQLiteException e) {
        return primary.code == (e.getResultCode().code & PRIMARY);
    }

    /** Whether it was told and is not over yet. */
    boolean lasts() {
        return lasting;
    }

    private static boolean isOurMistake(Throwable cause) {
        return !(cause instanceof SQLException)
                || (cause instanceof SQLiteException e && MISTAKES.contains(e.getResultCode()));
    }

    /** A task had to be refused. */
    void happened(Throwable cause) {
        if (isOurMistake(cause)) {
            LOG.error("The history could not be used", cause);
        } else if (!lasting) {
            lasting = true;
            LOG.error("The history could not be used", cause);
            tell(FILE, TEXTS.get("history.away", path));
        } else {
            LOG.debug("The history could still not be used", cause);
        }
    }

    /** The file could be opened, or written. That it can be read says nothing: so can it be on a full disk. */
    void isOver() {
        if (lasting) {
            lasting = false;
            LOG.info("The history can be used again");
            tell(FILE, "");
        }
    }

    /** What was broken lies there now. */
    void brokenLiesIn(Path aside, Throwable cause) {
        LOG.error("The history is broken; it is kept as {} and a new one begins", aside, cause);
        tell(LOSS, TEXTS.get("history.broken", aside));
    }

    private void tell(String about, String sentence) {
        core.execute(() -> told.accept(new Notice(about, sentence)));
    }
}
