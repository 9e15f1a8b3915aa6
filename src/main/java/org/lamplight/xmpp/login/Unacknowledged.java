package org.lamplight.xmpp.login;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets so many messages of ours be on their way at a time, and whoever wants to send more waits. Where more of them waited
 * for the server to acknowledge them (XEP-0198) than Smack keeps, its writer would wait for its reader and its reader for its
 * writer, and the connection would be dead: somebody who sends us much, and wants receipts, could bring that about. From any
 * thread but that of Smack's reader.
 */
final class Unacknowledged {
    private static final Logger LOG = LoggerFactory.getLogger(Unacknowledged.class);

    /** Smack's queue takes 500 elements, and it asks for an acknowledgement after each message. */
    private static final int MOST = 150;

    /** A server that acknowledges nothing for so long is not waited for; what watches the connection sees to it. */
    private static final int LONGEST_SECONDS = 10;

    private final Set<String> ids = new HashSet<>();

    /** Is about to be sent. */
    synchronized void begin(Stanza stanza) throws InterruptedException {
        String id = id(stanza);
        if (id == null) {
            return;
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (ids.size() >= MOST) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                LOG.debug("the server acknowledges nothing");
                ids.clear();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        }
        ids.add(id);
    }

    /** The server has it, or it will never get it. */
    synchronized void end(Stanza stanza) {
        String id = id(stanza);
        if (id != null && ids.remove(id)) {
            notifyAll();
        }
    }

    /** The connection is gone: nothing is on its way. */
    synchronized void clear() {
        ids.clear();
        notifyAll();
    }

    private static @Nullable String id(Stanza stanza) {
        return stanza instanceof Message ? stanza.getStanzaId() : null;
    }
}
