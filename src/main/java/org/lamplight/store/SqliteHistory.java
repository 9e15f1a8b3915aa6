package org.lamplight.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.CallStore;
import org.lamplight.chat.Change;
import org.lamplight.chat.Message;
import org.lamplight.chat.MessageStore;
import org.lamplight.chat.Talk;
import org.lamplight.chat.TalkExtent;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Notice;

/** Messages, and calls, in one SQLite file. Calls return at once; their futures complete on core. */
public final class SqliteHistory implements MessageStore, AutoCloseable {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration JUST_NOW = Duration.ofSeconds(2);
    private static final Duration RECEIPTS_COME_WITHIN = Duration.ofDays(30);

    /** Peers are found one by one in the index, so that the number of messages does not count. */
    private static final String TALKS = "WITH RECURSIVE peers(peer) AS (SELECT min(peer) FROM message UNION ALL"
            + " SELECT (SELECT min(peer) FROM message WHERE peer>peers.peer) FROM peers WHERE peers.peer IS NOT NULL)"
            + " SELECT " + MessageRow.COLUMNS
            + ", (SELECT count(*) FROM message u WHERE u.peer=message.peer AND u.direction='IN'"
            + " AND u.older=0 AND u.seq>coalesce(t.read_seq,0)) AS unread, coalesce(t.room,0) AS room"
            + " FROM peers JOIN message ON message.seq="
            + " (SELECT seq FROM message n WHERE n.peer=peers.peer ORDER BY at DESC, seq DESC LIMIT 1)"
            + " LEFT JOIN talk t ON t.peer=message.peer ORDER BY message.at DESC";

    private final HistoryThread thread;

    public SqliteHistory(Path file, Executor core) {
        this(file, core, notice -> {});
    }

    /** @param told hears on core what the user should know of the file */
    public SqliteHistory(Path file, Executor core, Consumer<Notice> told) {
        this.thread = new HistoryThread(new HistoryFile(file), core, told);
    }

    /** The calls in the same file; it lives as long as this. */
    public CallStore calls() {
        return new SqliteCallLog(thread);
    }

    @Override
    public CompletableFuture<Optional<Message>> add(Message message) {
        Instant now = Instant.now();
        return work(database -> {
            Message placed = placed(database, MessageRow.distinct(database, message), now);
            if (!MessageRow.insert(database, placed, false)) {
                return Optional.empty();
            }
            return Optional.of(withAwaiting(database, placed));
        });
    }

    /**
     * One sender's messages keep their order, whatever their clocks say. So do those of all in a room where their times
     * are near each other: what came live has our clock's time, what comes from an archive that of the server, in seconds.
     * And what is said now was said after all that is here, though our clock was set back since that was said.
     */
    private static Message placed(Connection database, Message message, Instant now) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT at, sender, direction FROM message WHERE peer=? ORDER BY at DESC, seq DESC LIMIT 200")) {
            query.setString(1, message.peer());
            long near = message.at().plus(CLOCKS_DIFFER).toEpochMilli();
            boolean live = !message.at().isBefore(now.minus(JUST_NOW));
            long ahead = now.plus(JUST_NOW).toEpochMilli();
            boolean heard = message.direction() == Message.Direction.IN;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long at = rows.getLong(1);
                    boolean same = message.direction().name().equals(rows.getString(3));
                    if ((live && at > ahead)
                            || (same && (message.from().equals(rows.getString(2)) || (heard && at <= near)))) {
                        Instant last = Instant.ofEpochMilli(at);
                        return message.at().isBefore(last) ? message.at(last) : message;
                    }
                }
                return message;
            }
        }
    }

    /** Carries out what was said about it before it came. */
    private static Message withAwaiting(Connection database, Message message) throws SQLException {
        Message now = message;
        for (Change change : ChangeRow.awaiting(database, message)) {
            now = ChangeRow.apply(database, change).orElse(now);
        }
        return now;
    }

    @Override
    public CompletableFuture<Integer> addOlder(List<Message> messages) {
        return work(database -> {
            int added = 0;
            for (Message told : placed(database, kept(database, messages))) {
                Message message = MessageRow.distinct(database, told);
                if (MessageRow.insert(database, message, true)) {
                    withAwaiting(database, message);
                    added++;
                }
            }
            return added;
        });
    }

    /** Without what was removed. */
    private static List<Message> kept(Connection database, List<Message> page) throws SQLException {
        if (page.isEmpty()) {
            return page;
        }
        Optional<Instant> removed = removedBefore(database, page.get(0).peer());
        return page.stream()
                .filter(message -> removed.isEmpty() || !message.at().isBefore(removed.get()))
                .toList();
    }

    private static Optional<Instant> removedBefore(Connection database, String peer) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "SELECT removed_before FROM talk WHERE peer=? AND removed_before IS NOT NULL")) {
            query.setString(1, peer);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
            }
        }
    }

    @Override
    public CompletableFuture<Void> forget(String peer, Instant before) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement("INSERT INTO talk(peer,read_seq,removed_before)"
                    + " VALUES(?,0,?) ON CONFLICT(peer) DO UPDATE"
                    + " SET removed_before=max(coalesce(removed_before,0),excluded.removed_before)")) {
                update.setString(1, peer);
                update.setLong(2, before.toEpochMilli());
                update.executeUpdate();
                return null;
            }
        });
    }

    @Override
    public CompletableFuture<Optional<Instant>> forgotten(String peer) {
        return work(database -> removedBefore(database, peer));
    }

    /**
     * Archives know seconds only: what is older lies before what is here, and in its order, though its second be the same.
     * What the page has after a message that came meanwhile by another way lies after that.
     */
    private static List<Message> placed(Connection database, List<Message> page) throws SQLException {
        Optional<Message> here = Optional.empty();
        int end = 0;
        for (; end < page.size() && here.isEmpty(); end++) {
            here = MessageRow.same(database, page.get(end));
        }
        if (here.isPresent()) {
            Deque<Message> placed = before(here.get().at(), page.subList(0, end - 1));
            Instant last = here.get().at();
            for (Message message : page.subList(end - 1, page.size())) {
                last = message.at().isAfter(last) ? message.at() : last;
                placed.addLast(message.at(last));
            }
            return List.copyOf(placed);
        }
        Optional<Message> oldest =
                page.isEmpty() ? here : oldest(database, page.get(0).peer());
        return List.copyOf(before(oldest.map(Message::at).orElse(Instant.MAX), page));
    }

    private static Deque<Message> before(Instant end, List<Message> page) {
        Instant next = end;
        Deque<Message> placed = new ArrayDeque<>();
        for (int i = page.size() - 1; i >= 0; i--) {
            Message message = page.get(i);
            next = message.at().isBefore(next) ? message.at() : next.minusMillis(1);
            placed.addFirst(message.at(next));
        }
        return placed;
    }

    private static Optional<Message> oldest(Connection database, String peer) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("SELECT " + MessageRow.COLUMNS
                + " FROM message WHERE peer=? AND archive_id IS NOT NULL ORDER BY at, seq LIMIT 1")) {
            query.setString(1, peer);
            return MessageRow.first(query);
        }
    }

    @Override
    public CompletableFuture<Changed> change(Change change) {
        return work(database -> ChangeRow.insert(database, change)
                ? new Changed(true, ChangeRow.apply(database, change))
                : new Changed(false, Optional.empty()));
    }

    @Override
    public CompletableFuture<Void> finish(Change change) {
        return work(database -> {
            ChangeRow.finish(database, change);
            return null;
        });
    }

    @Override
    public CompletableFuture<Optional<Message>> find(String peer, String id) {
        return work(database -> ChangeRow.target(database, peer, id));
    }

    @Override
    public CompletableFuture<Optional<Message>> oldestArchived(String peer) {
        return work(database -> oldest(database, peer));
    }

    @Override
    public CompletableFuture<Void> markRoom(String peer) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement(
                    "INSERT INTO talk(peer,read_seq,room)" + " VALUES(?,0,1) ON CONFLICT(peer) DO UPDATE SET room=1")) {
                update.setString(1, peer);
                update.executeUpdate();
                return null;
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
    public CompletableFuture<Void> setFile(Message message) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement(
                    "UPDATE message SET file_name=?, file_size=?, file_type=?, file_url=?, file_path=?, reason=?"
                            + " WHERE peer=? AND direction=? AND id=? AND NOT retracted")) {
                MessageRow.setFile(update, 1, message.details().file());
                update.setString(6, message.reason());
                UtteranceRow.setKey(update, 7, message);
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
                            + " RETURNING *, NULL AS reactions")) {
                update.setString(1, peer);
                update.setString(2, account);
                update.setString(3, peer);
                update.setString(4, account);
                update.setString(5, id);
                List<Message> read = new ArrayList<>();
                for (Message message : MessageRow.all(update)) {
                    read.add(ChangeRow.target(database, peer, message.id()).orElse(message));
                }
                read.sort(Comparator.comparing(Message::at));
                return read;
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> offered() {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement(
                    "SELECT " + MessageRow.COLUMNS + " FROM message WHERE " + HistoryFile.OFFERED)) {
                return MessageRow.all(query);
            }
        });
    }

    @Override
    public CompletableFuture<List<Utterance>> unfinished() {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement("SELECT " + MessageRow.COLUMNS
                    + " FROM message WHERE direction='OUT' AND (state='QUEUED' OR (state='SENT' AND at>?))"
                    + " ORDER BY seq")) {
                query.setLong(1, Instant.now().minus(RECEIPTS_COME_WITHIN).toEpochMilli());
                List<Utterance> left = new ArrayList<>(MessageRow.all(query));
                left.addAll(ChangeRow.queued(database));
                return left;
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> history(
            String peer, int limit, @Nullable Instant before, @Nullable String search) {
        Wanted wanted = new Wanted(search == null ? "" : search);
        return work(database -> {
            try (PreparedStatement query =
                    database.prepareStatement("SELECT " + MessageRow.COLUMNS + " FROM " + wanted.source()
                            + " WHERE peer=? AND at<? AND " + wanted.condition() + wanted.order() + " LIMIT ?")) {
                query.setString(1, peer);
                query.setLong(2, before == null ? Long.MAX_VALUE : before.toEpochMilli());
                wanted.set(query, 3);
                query.setInt(4, limit);
                List<Message> found = MessageRow.all(query);
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
            try (PreparedStatement query = database.prepareStatement("SELECT " + MessageRow.COLUMNS + " FROM "
                    + wanted.source() + " WHERE " + wanted.condition() + wanted.order() + " LIMIT ?")) {
                wanted.set(query, 1);
                query.setInt(2, limit);
                return MessageRow.all(query);
            }
        });
    }

    @Override
    public CompletableFuture<List<Message>> unread(String peer, int most) {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement("SELECT " + MessageRow.COLUMNS
                    + " FROM message WHERE peer=? AND direction='IN' AND older=0"
                    + " AND seq>coalesce((SELECT read_seq FROM talk WHERE talk.peer=message.peer),0)"
                    + " ORDER BY seq DESC LIMIT ?")) {
                query.setString(1, peer);
                query.setInt(2, most);
                return MessageRow.all(query);
            }
        });
    }

    @Override
    public CompletableFuture<List<Talk>> talks() {
        return work(database -> {
            try (PreparedStatement query = database.prepareStatement(TALKS);
                    ResultSet rows = query.executeQuery()) {
                List<Talk> talks = new ArrayList<>();
                while (rows.next()) {
                    Message last = MessageRow.read(rows);
                    talks.add(new Talk(last.peer(), rows.getInt("unread"), last, rows.getBoolean("room")));
                }
                return talks;
            }
        });
    }

    @Override
    public CompletableFuture<Integer> remove(String peer, Instant before, int most) {
        return work(database -> {
            try (PreparedStatement delete = database.prepareStatement("DELETE FROM message WHERE seq IN (SELECT seq"
                            + " FROM message WHERE peer=? AND at<? AND NOT (direction='OUT' AND state='QUEUED')"
                            + " ORDER BY at, seq LIMIT ?)");
                    // The numbers of the last messages are given anew: what was read may not reach beyond them
                    PreparedStatement lower = database.prepareStatement("UPDATE talk SET read_seq=(SELECT"
                            + " coalesce(max(seq),0) FROM message) WHERE read_seq>(SELECT coalesce(max(seq),0)"
                            + " FROM message)")) {
                delete.setString(1, peer);
                delete.setLong(2, before.toEpochMilli());
                delete.setInt(3, most);
                int removed = delete.executeUpdate();
                lower.executeUpdate();
                return removed;
            }
        });
    }

    @Override
    public CompletableFuture<Void> markRead(String peer) {
        return work(database -> {
            try (PreparedStatement update = database.prepareStatement("INSERT INTO talk(peer,read_seq)"
                    + " VALUES(?, coalesce((SELECT max(seq) FROM message WHERE peer=?),0))"
                    + " ON CONFLICT(peer) DO UPDATE SET read_seq=excluded.read_seq")) {
                update.setString(1, peer);
                update.setString(2, peer);
                update.executeUpdate();
                return null;
            }
        });
    }

    /** All of it or nothing. */
    private <T> CompletableFuture<T> work(HistoryThread.Work<T> task) {
        return thread.ask(task);
    }

    /** Finishes what was asked and closes the file. */
    @Override
    public void close() {
        thread.close();
    }
}
