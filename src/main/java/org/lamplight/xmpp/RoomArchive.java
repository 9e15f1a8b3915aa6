package org.lamplight.xmpp;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jxmpp.jid.EntityBareJid;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a room's archive (XEP-0313) has since the mark, page by page, each time we enter; of a room that was never
 * entered before, only the last page. On the session's thread.
 */
final class RoomArchive {
    private static final Logger LOG = LoggerFactory.getLogger(RoomArchive.class);
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 2_000;
    private static final int MOST_TRIES = 3;
    private static final int AGAIN_AFTER_S = 5;

    /** What takes the messages. */
    interface Reader {
        /** Each completes on core once it is kept; those without anything to keep have none. */
        List<CompletableFuture<Void>> archived(List<MamResultExtension> results);

        /** All is read, or can't be. {@code whole}: nothing is missing before what comes now. */
        void caughtUp(boolean whole);
    }

    private final RoomContext on;
    private final EntityBareJid room;
    private final ArchiveMark mark;
    private final Reader reader;

    /** Which reading this is; what is said of an earlier one does not count any more. */
    private int reading;

    private boolean lastPageOnly;
    private int pages;
    private int tries;

    /** Nothing of what was read could not be stored. */
    private volatile boolean kept = true;

    RoomArchive(RoomContext on, EntityBareJid room, ArchiveMark mark, Reader reader) {
        this.on = on;
        this.room = room;
        this.mark = mark;
        this.reader = reader;
    }

    /** @param first the room was never entered before */
    void read(boolean first) {
        reset();
        lastPageOnly = first;
        pages = 0;
        tries = 0;
        kept = true;
        ask(mark.place());
    }

    /** What is on its way does not count any more. */
    void reset() {
        reading++;
    }

    private void ask(ArchiveMark.Place after) {
        int now = reading;
        String id = after.id();
        boolean byId = id != null && !id.isEmpty();
        Consumer<DataForm.Builder> narrowing = byId || lastPageOnly ? form -> {} : ArchivePages.since(after.at());
        RSMSet set = lastPageOnly
                ? new RSMSet(PAGE, "", RSMSet.PageDirection.before)
                : byId ? new RSMSet(PAGE, id, RSMSet.PageDirection.after) : new RSMSet(PAGE);
        on.pages()
                .ask(room, narrowing, set)
                .whenComplete((page, failure) -> Threads.post(on.thread(), () -> {
                    if (reading == now && failure == null) {
                        ended(after, page);
                    } else if (reading == now) {
                        failed(after, RoomErrors.cause(failure));
                    }
                }));
    }

    private void ended(ArchiveMark.Place from, ArchivePages.Page page) {
        String last = page.last();
        ArchiveMark.Place next =
                last == null || last.isEmpty() ? from : new ArchiveMark.Place(last, at(page.results(), from));
        keep(page.results(), next);
        boolean endless = ++pages > MOST_PAGES;
        if (lastPageOnly || page.complete() || endless || Objects.equals(next.id(), from.id())) {
            reset();
            reader.caughtUp(!endless && kept);
        } else {
            ask(next);
        }
    }

    private static Instant at(List<MamResultExtension> results, ArchiveMark.Place from) {
        DelayInformation stamp = results.isEmpty()
                ? null
                : results.get(results.size() - 1).getForwarded().getDelayInformation();
        return stamp == null || stamp.getStamp() == null
                ? from.at()
                : stamp.getStamp().toInstant();
    }

    /** Only what is kept here need not be asked for again. */
    private void keep(List<MamResultExtension> results, ArchiveMark.Place reached) {
        CompletableFuture<?>[] all = reader.archived(results).toArray(CompletableFuture[]::new);
        String id = reached.id();
        CompletableFuture.allOf(all).whenComplete((done, full) -> {
            if (full != null) {
                kept = false;
            } else if (id != null && kept) {
                mark.reach(id, reached.at());
            }
        });
    }

    private void failed(ArchiveMark.Place from, Throwable failure) {
        boolean unknown = RoomErrors.condition(failure) == Condition.item_not_found;
        boolean silent = failure instanceof SmackException.NoResponseException || failure instanceof TimeoutException;
        if (unknown && from.id() != null) {
            mark.forgetId();
            ask(mark.place());
        } else if (failure instanceof SmackException.NotConnectedException) {
            // What waits goes on waiting, for the next session asks again
            reset();
        } else if (silent && ++tries < MOST_TRIES) {
            int now = reading;
            on.thread()
                    .schedule(
                            () -> {
                                if (reading == now) {
                                    ask(mark.place());
                                }
                            },
                            AGAIN_AFTER_S,
                            TimeUnit.SECONDS);
        } else {
            LOG.info("{}: the archive was not read ({})", room, failure.toString());
            reset();
            reader.caughtUp(false);
        }
    }
}
