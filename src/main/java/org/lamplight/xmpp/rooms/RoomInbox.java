package org.lamplight.xmpp.rooms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.lamplight.chat.Change;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message.Direction;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Texts;
import org.lamplight.xmpp.archive.ArchiveMark;
import org.lamplight.xmpp.archive.ArchiveReading;
import org.lamplight.xmpp.archive.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said in one room. While its archive is read, what comes live waits, so that nothing is shown ahead of what was
 * said before it; and nothing of ours goes out, for what a lost session left in doubt may stand in there. On the session's
 * thread.
 */
final class RoomInbox implements ArchiveReading.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(RoomInbox.class);
    private static final Texts TEXTS = Texts.of(RoomInbox.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int MOST_HELD = 5_000;
    private static final int MOST_TRIES = 3;

    /** A room without an archive that does not say where its history ends either. */
    private static final int HISTORY_TIMEOUT_S = 10;

    private final RoomContext on;
    private final EntityBareJid room;
    private final RoomMessages messages;
    private final ArchiveMark mark;
    private final ArchiveReading archive;
    private final List<Message> held = new ArrayList<>();
    private final Settled settled = new Settled();

    /** The room was never entered on this computer. */
    private boolean first;

    private boolean archived;
    private boolean holding;

    /** We may send. */
    private boolean open;

    /** Nothing is missing before what comes now, so that the archive's mark may go on with it. */
    private volatile boolean whole;

    private volatile boolean interrupted;

    private @Nullable Future<?> waiting;

    RoomInbox(RoomContext on, EntityBareJid room, Supplier<String> nick) {
        this.on = on;
        this.room = room;
        this.messages = new RoomMessages(on.keys().bare(), room, nick);
        Path folder = folder(on.program().cache(), room);
        this.first = !Files.exists(folder.resolve("archive"));
        this.mark = new ArchiveMark(folder, on.thread());
        this.archive = new ArchiveReading(on.pages(), on.thread(), room, mark, MOST_TRIES, this);
    }

    /** Of each room its own; a name that no room can choose to be another folder's. */
    private static Path folder(Path cache, EntityBareJid room) {
        UUID name = UUID.nameUUIDFromBytes(room.toString().getBytes(StandardCharsets.UTF_8));
        return cache.resolve("rooms").resolve(name.toString());
    }

    // ---- where we stand

    /** From now on nothing is known to be whole. */
    void hold() {
        holding = true;
        settled.not();
        whole = false;
        interrupted = false;
        archive.reset();
        shut();
    }

    /** What the room is like, which may change while we are there. */
    void describe(RoomDirectory.Described now) {
        archived = now.features().archived();
        messages.describe(now);
    }

    void entering() {
        hold();
        holding = archived;
    }

    /** Since when a room without an archive should tell; null: it was never entered. */
    @Nullable
    String since() {
        Instant at = mark.place().at().minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
        return first ? null : at.toString();
    }

    /** What the room calls ourselves. */
    void self(@Nullable String occupantId) {
        messages.self(occupantId);
    }

    void entered() {
        if (archived) {
            readArchive();
        } else {
            waiting = on.thread().schedule(this::historyEnded, HISTORY_TIMEOUT_S, TimeUnit.SECONDS);
        }
    }

    /** Of a room that was never entered before, only the last page. */
    private void readArchive() {
        if (first) {
            archive.readLastPage();
        } else {
            archive.read();
        }
    }

    /** A room without an archive told all that it would. */
    void historyEnded() {
        if (!archived && !open) {
            caughtUp(true);
        }
    }

    /** The session goes on; a reading that was cut short begins anew. */
    void resumed() {
        interrupted = false;
        if (open) {
            on.tellChats(chats -> chats.delivery().roomOpened(on.keys().bare(), room.toString(), true));
        } else {
            hold();
            holding = archived;
            entered();
        }
    }

    /** What is written now waits: the next session may be a new one, of which the room knows nothing. */
    void interrupted() {
        interrupted = true;
        on.tellChats(chats -> chats.delivery().roomClosed(on.keys().bare(), room.toString()));
    }

    void left() {
        archive.reset();
        whole = false;
        shut();
        release();
    }

    void close() {
        left();
        mark.write();
    }

    private void shut() {
        if (waiting != null) {
            waiting.cancel(false);
        }
        if (open) {
            open = false;
            on.tellChats(chats -> chats.delivery().roomClosed(on.keys().bare(), room.toString()));
        }
    }

    @Override
    public void caughtUp(boolean nothingMissing) {
        if (waiting != null) {
            waiting.cancel(false);
        }
        first = false;
        whole = nothingMissing;
        release();
        open = true;
        on.tellChats(chats -> chats.delivery().roomOpened(on.keys().bare(), room.toString(), false));
    }

    @Override
    public void unkept() {
        whole = false;
    }

    @Override
    public void unread(Throwable why) {
        LOG.info("{}: the archive was not read ({})", room, why.toString());
        caughtUp(false);
    }

    private void release() {
        holding = false;
        List<Message> waited = List.copyOf(held);
        held.clear();
        waited.forEach(this::read);
        settled.now();
    }

    /** Completes once the archive is not being read. From any thread. */
    CompletableFuture<Void> settled() {
        return settled.future();
    }

    // ---- what is said

    void received(Message stanza) {
        if (holding && held.size() < MOST_HELD) {
            held.add(stanza);
            return;
        }
        if (holding) {
            // An archive without an end: better out of order than never
            whole = false;
            release();
        }
        read(stanza);
    }

    private void read(Message stanza) {
        Instant now = Instant.now();
        Optional<String> id = messages.archiveId(stanza);
        boolean marked = whole && !interrupted;
        messages.read(stanza, DelayInformation.from(stanza), null)
                .map(this::keep)
                .ifPresent(kept -> {
                    if (marked) {
                        mark.reach(id.orElse(""), now, kept);
                    }
                    kept.exceptionally(full -> {
                        whole = false;
                        return null;
                    });
                });
    }

    @Override
    public List<CompletableFuture<Void>> archived(List<MamResultExtension> results) {
        return results.stream()
                .flatMap(result -> older(result).stream())
                .map(this::keep)
                .toList();
    }

    /** Our own words come back from the room: that is how we know that all have them. */
    private CompletableFuture<Void> keep(Utterance said) {
        return CompletableFuture.supplyAsync(
                        () -> keepOnCore(said), on.program().core())
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Void> keepOnCore(Utterance said) {
        Chats chats = on.program().chats();
        if (said instanceof Change change) {
            return chats.changed(change);
        }
        org.lamplight.chat.Message message = (org.lamplight.chat.Message) said;
        if (message.direction() == Direction.IN) {
            return chats.received(message);
        }
        return chats.reflected(message);
    }

    /** One of an older page; empty if it is nothing to be kept. */
    Optional<Utterance> older(MamResultExtension result) {
        return messages.read(
                result.getForwarded().getForwardedStanza(),
                result.getForwarded().getDelayInformation(),
                result.getId());
    }

    /** The room did not take what we said. */
    void refused(Message stanza) {
        String id = stanza.getStanzaId();
        if (id != null) {
            String sentence = TEXTS.get("room.unsaid", room, RoomErrors.condition(stanza.getError()));
            on.tellChats(chats -> chats.delivery().failed(on.keys().bare(), room.toString(), id, sentence));
        }
    }
}
