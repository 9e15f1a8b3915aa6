package org.lamplight.xmpp.chat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.mam.element.MamElements.MamResultExtension;
import org.lamplight.xmpp.archive.ArchiveMark;
import org.lamplight.xmpp.archive.ArchivePages;
import org.lamplight.xmpp.archive.ArchiveReading;
import org.lamplight.xmpp.stream.AccountKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the server's archive (XEP-0313) has since the mark, at the start of each session. A server may drop what a lost
 * session had not acknowledged, for it trusts that clients look there. A server without an archive says so at once. On the
 * session's thread.
 */
public final class ArchiveCatchUp implements ArchiveReading.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveCatchUp.class);
    private static final Set<StanzaError.Condition> NO_ARCHIVE =
            EnumSet.of(StanzaError.Condition.service_unavailable, StanzaError.Condition.feature_not_implemented);

    private final AccountKeys keys;
    private final ChatInbox inbox;
    private final ArchiveMark mark;
    private final ArchiveReading reading;
    private final Runnable settled;

    private boolean complete;

    /** The server delivers nothing to us now. */
    private boolean deaf = true;

    /** @param settled runs whenever a reading is over, whatever came of it */
    public ArchiveCatchUp(
            AccountKeys keys,
            ArchivePages pages,
            ScheduledExecutorService thread,
            ChatInbox inbox,
            ArchiveMark mark,
            Runnable settled) {
        this.keys = keys;
        this.inbox = inbox;
        this.mark = mark;
        this.settled = settled;
        // Asked once: what comes live waits for the answer
        this.reading = new ArchiveReading(pages, thread, null, mark, 1, this);
    }

    /** A new session: what comes live waits until the archive was read. */
    public void began() {
        complete = false;
        reading.reset();
        deaf = true;
        inbox.hold();
    }

    /** The session goes on; a reading that was cut short begins anew. */
    public void resumed() {
        if (complete) {
            release();
        } else if (!deaf) {
            read();
        }
    }

    private void read() {
        complete = false;
        inbox.hold();
        reading.read();
    }

    /**
     * Messages are delivered to us from now on, or no more: who is unavailable gets none (RFC 6121, section 8.5), and finds
     * them in the archive. It is read only after the presence that has them delivered: what comes between the two would be
     * in neither, for a server that was asked for the archive keeps back what it holds for somebody offline.
     */
    public void reachable(boolean now) {
        deaf = !now;
        if (now) {
            read();
        } else {
            stop();
        }
    }

    @Override
    public List<CompletableFuture<Void>> archived(List<MamResultExtension> results) {
        return results.stream()
                .flatMap(result -> inbox.archived(result).stream())
                .toList();
    }

    @Override
    public void unkept() {
        inbox.interrupted();
    }

    @Override
    public void caughtUp(boolean whole) {
        complete = true;
        release();
    }

    @Override
    public void unread(Throwable why) {
        complete = why instanceof XMPPException.XMPPErrorException error
                && NO_ARCHIVE.contains(error.getStanzaError().getCondition());
        if (complete) {
            LOG.debug("{}: no archive", keys.bare(), why);
        } else {
            LOG.info("{}: the archive was not read ({})", keys.bare(), why.toString());
        }
        stop();
    }

    private void release() {
        inbox.release(!deaf && reading.isWhole());
        settled.run();
    }

    private void stop() {
        reading.reset();
        inbox.release(false);
        settled.run();
    }

    /** The end: nothing that came may wait for ever. */
    public void close() {
        stop();
        mark.write();
    }
}
