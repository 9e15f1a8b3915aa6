package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.lamplight.office.xmpp.archive.ArchiveQuery;
import org.lamplight.office.xmpp.xml.Element;

/** The counters of stream management (XEP-0198): what we handled, and what the client has not confirmed. */
final class Acks {
    private static final int MOST_OPEN = 100_000;
    private static final int ASK_AFTER = 50;
    private static final long WRAP = 1L << 32;

    private final Deque<Sent> open = new ArrayDeque<>();
    private long handled;
    private long confirmed;
    private int sinceAsked;

    record Sent(Element stanza, Instant at) {}

    long handled() {
        return handled;
    }

    void received() {
        handled = (handled + 1) % WRAP;
    }

    /** Returns false if so much is unconfirmed that the client cannot be alive. */
    boolean sent(Element stanza) {
        open.add(new Sent(stanza, Instant.now()));
        sinceAsked++;
        return open.size() <= MOST_OPEN;
    }

    /** Whether it is time to ask how far the client has come: after a message that somebody wrote, or many other stanzas. */
    boolean shouldAsk(Element justSent) {
        boolean said = justSent.name().equals("message")
                && !"headline".equals(justSent.attribute("type"))
                && justSent.find("result", ArchiveQuery.NAMESPACE) == null;
        boolean ask = sinceAsked >= ASK_AFTER || said;
        sinceAsked = ask ? 0 : sinceAsked;
        return ask;
    }

    /** The client has handled this many; false if that is more than were sent. */
    boolean confirm(long count) {
        long more = Math.floorMod(count - confirmed, WRAP);
        if (more > open.size()) {
            return false;
        }
        for (long i = 0; i < more; i++) {
            open.remove();
        }
        confirmed = count % WRAP;
        return true;
    }

    List<Sent> unconfirmed() {
        return new ArrayList<>(open);
    }
}
