package org.lamplight.xmpp.rooms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.chat.Room;
import org.lamplight.core.CompletionCause;
import org.lamplight.core.Texts;
import org.lamplight.profile.WholeFile;
import org.lamplight.xmpp.stream.Elements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms that the account remembers, kept by the server in the best way that it offers; where it offers none, in a file
 * here, without passwords. On the session's thread.
 */
final class Bookmarks {
    private static final Logger LOG = LoggerFactory.getLogger(Bookmarks.class);
    private static final String EVENT = "http://jabber.org/protocol/pubsub#event";
    private static final int MOST = 1_000;

    private final RoomContext on;
    private final Path file;
    private final Map<EntityBareJid, Bookmark> all = new LinkedHashMap<>();
    private final Consumer<Bookmark> remembered;
    private final Consumer<EntityBareJid> forgotten;

    /** Null: the server keeps none. */
    private @Nullable BookmarkPlace place = BookmarkPlace.NATIVE;

    /** The two hear what another device changed, and what was there at the start. */
    Bookmarks(RoomContext on, Consumer<Bookmark> remembered, Consumer<EntityBareJid> forgotten) {
        this.on = on;
        this.file = on.program().cache().resolve("rooms.list");
        this.remembered = remembered;
        this.forgotten = forgotten;
    }

    Optional<Bookmark> find(EntityBareJid room) {
        return Optional.ofNullable(all.get(room));
    }

    /** A new session: asks for all. Completes once they are known, or can't be. */
    CompletableFuture<Void> load() {
        return load(BookmarkPlace.NATIVE, new Reading(Set.copyOf(all.keySet()), true));
    }

    /**
     * What a reading may conclude.
     *
     * @param known the rooms that were on the list as it began: what came on it since is not gone for not being found
     * @param sure whether every place answered, so that what is nowhere is gone
     */
    private record Reading(Set<EntityBareJid> known, boolean sure) {
        Reading and(boolean answered) {
            return new Reading(known, sure && answered);
        }
    }

    private CompletableFuture<Void> load(BookmarkPlace from, Reading reading) {
        return from.read(on)
                .handle((found, failure) -> {
                    if (isGone(failure)) {
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    if (failure == null && !found.isEmpty()) {
                        return taken(from, found, reading);
                    }
                    BookmarkPlace next = next(from);
                    Reading now = reading.and(failure == null || RoomErrors.condition(failure) != null);
                    return next == null ? taken(BookmarkPlace.NATIVE, local(), now) : load(next, now);
                })
                .thenCompose(done -> done);
    }

    /** The connection is: the next session asks again. */
    private static boolean isGone(@Nullable Throwable failure) {
        return failure != null && CompletionCause.of(failure) instanceof SmackException.NotConnectedException;
    }

    private CompletableFuture<Void> taken(BookmarkPlace from, List<Bookmark> found, Reading reading) {
        place = from;
        Map<EntityBareJid, Bookmark> now = found.stream()
                .limit(MOST)
                .collect(Collectors.toMap(Bookmark::room, one -> one, (one, same) -> one, LinkedHashMap::new));
        List<EntityBareJid> gone = reading.known().stream()
                .filter(room -> reading.sure() && !now.containsKey(room))
                .toList();
        gone.forEach(all::remove);
        now.forEach((room, bookmark) -> {
            if (reading.known().contains(room) || !all.containsKey(room)) {
                all.put(room, bookmark);
            }
        });
        gone.forEach(forgotten);
        List.copyOf(all.values()).forEach(remembered);
        return CompletableFuture.completedFuture(null);
    }

    /** Keeps this one from now on; never fails, for a server that keeps none is no reason not to enter a room. */
    CompletableFuture<Void> put(Bookmark bookmark) {
        if (bookmark.equals(all.put(bookmark.room(), bookmark))) {
            return CompletableFuture.completedFuture(null);
        }
        remembered.accept(bookmark);
        return written(place, bookmark);
    }

    private CompletableFuture<Void> written(@Nullable BookmarkPlace to, Bookmark changed) {
        if (to == null) {
            keepHere();
            return CompletableFuture.completedFuture(null);
        }
        return to.write(on, changed, List.copyOf(all.values()))
                .handle((done, failure) -> {
                    if (failure == null) {
                        place = to;
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    if (isGone(failure)) {
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    LOG.debug("{}: bookmarks are not kept as {}", on.keys().bare(), to, failure);
                    return written(next(to), changed);
                })
                .thenCompose(done -> done);
    }

    private static @Nullable BookmarkPlace next(BookmarkPlace before) {
        return switch (before) {
            case NATIVE -> BookmarkPlace.PRIVATE;
            case PRIVATE -> BookmarkPlace.ONE_ITEM;
            case ONE_ITEM -> null;
        };
    }

    CompletableFuture<Void> remove(EntityBareJid room) {
        Bookmark gone = all.remove(room);
        BookmarkPlace where = place;
        if (gone == null) {
            return CompletableFuture.completedFuture(null);
        }
        if (where == null) {
            keepHere();
            return CompletableFuture.completedFuture(null);
        }
        return where.remove(on, gone, List.copyOf(all.values())).exceptionally(failure -> {
            LOG.info(
                    "{}: the room {} was not taken off the list ({})", on.keys().bare(), room, failure.toString());
            return null;
        });
    }

    // ---- other devices

    /** Whether the server tells of the list. From any thread. */
    boolean isAboutRooms(Message stanza) {
        return stanza.getFrom() != null
                && stanza.getFrom().equals((CharSequence) on.keys().bare())
                && items(stanza).isPresent();
    }

    private static Optional<StandardExtensionElement> items(Message stanza) {
        return stanza.getExtensionElement("event", EVENT) instanceof StandardExtensionElement event
                ? Optional.ofNullable(event.getFirstElement("items"))
                        .filter(items -> Bookmark.NATIVE.equals(items.getAttributeValue("node")))
                : Optional.empty();
    }

    /** Takes what it tells. */
    void heard(Message stanza) {
        items(stanza).ifPresent(items -> {
            Elements.of(items, "item").forEach(this::changedElsewhere);
            Elements.of(items, "retract").forEach(this::removedElsewhere);
        });
    }

    private void changedElsewhere(StandardExtensionElement item) {
        StandardExtensionElement conference = item.getFirstElement("conference", Bookmark.NATIVE);
        if (conference != null) {
            Bookmark.read(conference, item.getAttributeValue("id"))
                    .filter(now -> !now.equals(all.put(now.room(), now)))
                    .ifPresent(remembered);
        }
    }

    private void removedElsewhere(StandardExtensionElement retract) {
        EntityBareJid room = JidCreate.entityBareFromOrNull(String.valueOf(retract.getAttributeValue("id")));
        if (room != null && all.remove(room) != null) {
            forgotten.accept(room);
        }
    }

    // ---- nowhere but here

    private List<Bookmark> local() {
        List<Bookmark> found = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split("\t", 3);
                EntityBareJid room = JidCreate.entityBareFromOrNull(words[0]);
                if (room != null && words.length == 3) {
                    found.add(new Bookmark(
                            room, null, words[2].isEmpty() ? null : words[2], null, true, alerts(words[1]), List.of()));
                }
            }
        } catch (IOException e) {
            LOG.info("The list of rooms was not read", e);
        }
        return found;
    }

    private static Room.Alerts alerts(String word) {
        for (Room.Alerts one : Room.Alerts.values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        return Room.Alerts.ALL;
    }

    /** Notes that we are in this room, under this nick; null: as it was. */
    CompletableFuture<Void> remember(RoomSession session, @Nullable String nick) {
        Optional<Bookmark> before = find(session.address());
        return put(new Bookmark(
                session.address(),
                before.map(Bookmark::name).orElse(session.described().name()),
                nick == null ? before.map(Bookmark::nick).orElse(null) : nick,
                session.password(),
                true,
                before.map(Bookmark::alerts).orElse(Room.Alerts.ALL),
                before.map(Bookmark::unknown).orElse(List.of())));
    }

    private void keepHere() {
        place = null;
        on.program()
                .notice(
                        "rooms",
                        Texts.of(Bookmarks.class)
                                .get("bookmarks.local", on.keys().domain()));
        String lines = all.values().stream()
                .filter(Bookmark::autojoin)
                .map(one ->
                        one.room() + "\t" + one.alerts().word() + "\t" + (one.nick() == null ? "" : one.nick()) + "\n")
                .collect(Collectors.joining());
        try {
            WholeFile.write(file, lines);
        } catch (IOException e) {
            LOG.info("The list of rooms was not kept", e);
        }
    }
}
