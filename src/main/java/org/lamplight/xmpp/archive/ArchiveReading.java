package org.lamplight.xmpp.archive;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.core.Threads;

/**
 * Reads what an archive (XEP-0313), our own or a room's, has since the mark, page by page. On the session's thread.
 */
public final class ArchiveReading {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 2_000;
    private static final int AGAIN_AFTER_S = 5;

    /** What takes the messages. On the session's thread, but {@link #unkept}. */
    public interface Reader {
        /** Each completes once it is kept, and its sender knows; those without anything to keep have none. */
        List<CompletableFuture<Void>> archived(List<MamResultExtension> results);

        /** Some of them could not be kept. On core. */
        void unkept();

        /** All is read. {@code whole}: nothing is missing before what comes now. */
        void caughtUp(boolean whole);

        /** It can't be read. Of a connection that was lost this is not said: the next session reads again. */
        void unread(Throwable why);
    }

    private final ArchivePages archives;
    private final ScheduledExecutorService thread;
    private final @Nullable Jid archive;
    private final ArchiveMark mark;
    private final int mostTries;
    private final Reader reader;

    /** Which query is awaited; what is said of an earlier one does not count any more. */
    private int awaited;

    private boolean lastPageOnly;
    private int pages;
    private int tries;

    /** Nothing of what was read could not be stored. */
    private volatile boolean kept = true;

    /**
     * @param archive a room's address; null for our own
     * @param mostTries how often an archive that says nothing is asked
     */
    public ArchiveReading(
            ArchivePages archives,
            ScheduledExecutorService thread,
            @Nullable Jid archive,
            ArchiveMark mark,
            int mostTries,
            Reader reader) {
        this.archives = archives;
        this.thread = thread;
        this.archive = archive;
        this.mark = mark;
        this.mostTries = mostTries;
        this.reader = reader;
    }

    /** Reads all since the mark. */
    public void read() {
        begin(false);
    }

    /** Reads the last page alone. */
    public void readLastPage() {
        begin(true);
    }

    private void begin(boolean last) {
        reset();
        lastPageOnly = last;
        pages = 0;
        tries = 0;
        kept = true;
        ask(mark.place());
    }

    /** What is on its way does not count any more. */
    public void reset() {
        awaited++;
    }

    /** Whether all of what was read so far is kept. From any thread. */
    public boolean isWhole() {
        return kept;
    }

    private void ask(ArchiveMark.Place after) {
        int now = ++awaited;
        String id = after.id();
        boolean byId = id != null && !id.isEmpty();
        Consumer<DataForm.Builder> narrowing = byId || lastPageOnly ? form -> {} : ArchivePages.since(after.at());
        RSMSet set = lastPageOnly
                ? new RSMSet(PAGE, "", RSMSet.PageDirection.before)
                : byId ? new RSMSet(PAGE, id, RSMSet.PageDirection.after) : new RSMSet(PAGE);
        archives.ask(archive, narrowing, set)
                .whenComplete((page, failure) -> Threads.post(thread, () -> {
                    if (awaited == now && failure == null) {
                        ended(after, page);
                    } else if (awaited == now) {
                        failed(after, failure);
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
            kept = kept && !endless;
            reader.caughtUp(kept);
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
        CompletableFuture<Void> page = CompletableFuture.allOf(all);
        if (id != null && kept) {
            mark.reach(id, reached.at(), page);
        }
        page.exceptionally(full -> {
            kept = false;
            reader.unkept();
            return null;
        });
    }

    private void failed(ArchiveMark.Place from, Throwable failure) {
        boolean unknown = failure instanceof XMPPException.XMPPErrorException refusal
                && refusal.getStanzaError().getCondition() == Condition.item_not_found;
        boolean silent = failure instanceof SmackException.NoResponseException || failure instanceof TimeoutException;
        if (unknown && from.id() != null) {
            mark.forgetId();
            ask(mark.place());
        } else if (failure instanceof SmackException.NotConnectedException) {
            // What waits goes on waiting, for the next session asks again
            reset();
        } else if (silent && ++tries < mostTries) {
            int now = awaited;
            thread.schedule(() -> askAgain(now), AGAIN_AFTER_S, TimeUnit.SECONDS);
        } else {
            reset();
            reader.unread(failure);
        }
    }

    private void askAgain(int silent) {
        if (awaited == silent) {
            ask(mark.place());
        }
    }
}
