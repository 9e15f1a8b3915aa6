package org.lamplight.xmpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.filter.StanzaTypeFilter;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.delay.packet.DelayInformation;
import org.jivesoftware.smackx.mam.element.MamElements;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.jivesoftware.smackx.mam.element.MamFinIQ;
import org.jivesoftware.smackx.mam.element.MamQueryIQ;
import org.jivesoftware.smackx.rsm.packet.RSMSet;
import org.jivesoftware.smackx.xdata.FormField;
import org.jivesoftware.smackx.xdata.packet.DataForm;
import org.lamplight.core.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the server's archive (XEP-0313) has since the mark, page by page, at the start of each session. A server may
 * drop what a lost session had not acknowledged, for it trusts that clients look there. A server without an archive says
 * so at once. On the session's thread.
 */
final class ArchiveCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveCatchUp.class);
    private static final int PAGE = 100;

    /** A server that sends more than it was asked for is not believed. */
    private static final int MOST_RESULTS = 10 * PAGE;

    private static final int MOST_PAGES = 2_000;
    private static final Set<StanzaError.Condition> NO_ARCHIVE =
            EnumSet.of(StanzaError.Condition.service_unavailable, StanzaError.Condition.feature_not_implemented);

    private final AccountKeys keys;
    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final ChatInbox inbox;
    private final ArchiveMark mark;
    private final Runnable settled;

    /** The results of the query that is on its way. */
    private final List<MamResultExtension> page = new ArrayList<>();

    /** The id of that query; empty if nothing is awaited. */
    private volatile String query = "";

    /** Where that query began. */
    private ArchiveMark.Place from;

    private boolean complete;

    /** The server delivers nothing to us now. */
    private boolean deaf = true;

    private int pages;

    /** Nothing of what was read since could not be stored. */
    private volatile boolean markable = true;

    /** @param settled runs whenever a reading is over, whatever came of it */
    ArchiveCatchUp(
            AccountKeys keys,
            Wire wire,
            ScheduledExecutorService thread,
            ChatInbox inbox,
            ArchiveMark mark,
            Runnable settled) {
        this.settled = settled;
        this.keys = keys;
        this.wire = wire;
        this.thread = thread;
        this.inbox = inbox;
        this.mark = mark;
        this.from = mark.place();
        wire.each(connection ->
                connection.addSyncStanzaListener(end -> heard((MamFinIQ) end), new StanzaTypeFilter(MamFinIQ.class)));
    }

    /** A new session: what comes live waits until the archive was read. */
    void began() {
        complete = false;
        query = "";
        deaf = true;
        inbox.hold();
    }

    /** The session goes on; a reading that was cut short begins anew. */
    void resumed() {
        if (complete) {
            release();
        } else if (!deaf) {
            read();
        }
    }

    private void read() {
        complete = false;
        markable = true;
        pages = 0;
        inbox.hold();
        ask(mark.place());
    }

    /**
     * Messages are delivered to us from now on, or no more: who is unavailable gets none (RFC 6121, section 8.5), and finds
     * them in the archive. It is read only after the presence that has them delivered: what comes between the two would be
     * in neither, for a server that was asked for the archive keeps back what it holds for somebody offline.
     */
    void reachable(boolean now) {
        deaf = !now;
        if (now) {
            read();
        } else {
            stop();
        }
    }

    private void ask(ArchiveMark.Place after) {
        String id = UUID.randomUUID().toString();
        synchronized (page) {
            page.clear();
            query = id;
        }
        MamQueryIQ asked = new MamQueryIQ(id, after.id() == null ? since(after.at()) : null);
        asked.setType(IQ.Type.set);
        asked.setStanzaId(id);
        asked.addExtension(
                after.id() == null ? new RSMSet(PAGE) : new RSMSet(PAGE, after.id(), RSMSet.PageDirection.after));
        from = after;
        wire.connection()
                .sendIqRequestAsync(asked)
                .onSuccess(end -> onThread(id, () -> answered(end)))
                .onError(failure -> onThread(id, () -> failed(failure)));
    }

    private static DataForm since(Instant start) {
        return DataForm.builder(DataForm.Type.submit)
                .setFormType(MamElements.NAMESPACE)
                .addField(FormField.builder("start").setValue(Date.from(start)).build())
                .build();
    }

    /** Takes a message if it is one of the archive's. From any thread. */
    boolean heard(Message stanza) {
        MamResultExtension result = MamResultExtension.from(stanza);
        if (result == null) {
            return false;
        }
        boolean ours = stanza.getFrom() == null || stanza.getFrom().equals((CharSequence) keys.bare());
        synchronized (page) {
            if (ours && query.equals(result.getQueryId()) && page.size() < MOST_RESULTS) {
                page.add(result);
            }
        }
        return true;
    }

    /** An answer that is none ends the waiting. */
    private void answered(IQ end) {
        if (!(end instanceof MamFinIQ)) {
            LOG.info("{}: the archive gave no end", keys.bare());
            stop();
        }
    }

    /** The end of a page; told in the same order as the results before it, which an answer's callback is not. */
    private void heard(MamFinIQ fin) {
        onThread(String.valueOf(fin.getStanzaId()), () -> ended(fin));
    }

    private void ended(MamFinIQ fin) {
        List<MamResultExtension> results;
        synchronized (page) {
            results = List.copyOf(page);
        }
        // Of a page that is longer than it may be, the rest is asked for again
        boolean whole = results.size() < MOST_RESULTS;
        String last = whole
                ? fin.getRSMSet().getLast()
                : results.get(results.size() - 1).getId();
        ArchiveMark.Place next = last == null || last.isEmpty() ? from : new ArchiveMark.Place(last, at(results));
        keep(results, next);
        boolean endless = ++pages > MOST_PAGES;
        if (endless) {
            markable = false;
        }
        if ((fin.isComplete() && whole) || endless || Objects.equals(next.id(), from.id())) {
            complete = true;
            query = "";
            release();
        } else {
            ask(next);
        }
    }

    private void release() {
        inbox.release(!deaf && markable);
        settled.run();
    }

    private Instant at(List<MamResultExtension> results) {
        DelayInformation stamp = results.isEmpty()
                ? null
                : results.get(results.size() - 1).getForwarded().getDelayInformation();
        return stamp == null ? from.at() : stamp.getStamp().toInstant();
    }

    /** Only what is kept here need not be asked for again. */
    private void keep(List<MamResultExtension> results, ArchiveMark.Place reached) {
        CompletableFuture<?>[] kept = results.stream()
                .flatMap(result -> inbox
                        .archived(
                                result.getForwarded().getForwardedStanza(),
                                result.getForwarded().getDelayInformation(),
                                result.getId())
                        .stream())
                .toArray(CompletableFuture[]::new);
        String id = reached.id();
        CompletableFuture.allOf(kept).whenComplete((done, full) -> {
            if (full != null) {
                markable = false;
                inbox.interrupted();
            } else if (id != null && markable) {
                mark.reach(id, reached.at());
            }
        });
    }

    private void failed(Exception failure) {
        boolean unknown = failure instanceof XMPPException.XMPPErrorException refusal
                && refusal.getStanzaError().getCondition() == StanzaError.Condition.item_not_found;
        if (unknown && from.id() != null) {
            mark.forgetId();
            ask(mark.place());
            return;
        }
        if (failure instanceof SmackException.NotConnectedException) {
            // What waits goes on waiting, for the next session asks again
            query = "";
            return;
        }
        complete = failure instanceof XMPPException.XMPPErrorException error
                && NO_ARCHIVE.contains(error.getStanzaError().getCondition());
        if (complete) {
            LOG.debug("{}: no archive", keys.bare(), failure);
        } else {
            LOG.info("{}: the archive was not read ({})", keys.bare(), failure.toString());
        }
        stop();
    }

    private void stop() {
        query = "";
        inbox.release(false);
        settled.run();
    }

    /** What is said of a query that nobody waits for any more does not count. */
    private void onThread(String id, Runnable task) {
        Threads.post(thread, () -> {
            if (query.equals(id)) {
                task.run();
            }
        });
    }

    /** The end: nothing that came may wait for ever. */
    void close() {
        stop();
        mark.write();
    }
}
