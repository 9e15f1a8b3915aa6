package org.lamplight.xmpp.login;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many messages of ours be on their way at a time; whoever wants to send more waits, or hears that it can't be. Smack
 * takes so many more while a connection that may be resumed is gone, and then waits for ever for the one who would bring it
 * back. And while there is one, its writer would wait for its reader and its reader for its writer: somebody who sends us
 * much, and wants receipts, could bring that about. From any thread.
 */
final class Unacknowledged {
    /** Smack's queue takes 500 elements, and it asks for an acknowledgement after each message. */
    private static final int MOST = 150;

    /** A server that acknowledges nothing for so long does not read. */
    private static final int LONGEST_SECONDS = 20;

    private final Set<String> ids = new HashSet<>();

    /**
     * What Smack was given before. A message that was written twice has one name, and the name is gone once the first of the
     * two is acknowledged.
     */
    private final Set<Stanza> given = Collections.newSetFromMap(new WeakHashMap<>());

    /** What was on its way when the session was resumed, and has to be acknowledged first. */
    private final Set<String> doubtful = new HashSet<>();

    private final BooleanSupplier connected;

    /** @param connected whether anything can be acknowledged now */
    Unacknowledged(BooleanSupplier connected) {
        this.connected = connected;
    }

    /**
     * Is about to be sent. What was so before, and goes again as a session is resumed, neither waits nor is refused: Smack
     * has emptied its queue then, on the thread that reads, and would forget the rest. False if there is no room for it: the
     * connection is gone, or the server does not read.
     */
    synchronized boolean begin(Stanza stanza) throws InterruptedException {
        String id = id(stanza);
        if (id == null) {
            return true;
        }
        if (!given.contains(stanza) && !ids.contains(id) && !waitForRoom()) {
            return false;
        }
        given.add(stanza);
        ids.add(id);
        return true;
    }

    private boolean waitForRoom() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (ids.size() >= MOST) {
            long left = end - System.nanoTime();
            if (left <= 0 || !connected.getAsBoolean()) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    /** The session is resumed: Smack has sent again what it held, and may have lost some of it. */
    synchronized void resumed() {
        doubtful.clear();
        doubtful.addAll(ids);
    }

    /** Whether the server has acknowledged all that was on its way then. What goes since does not count. */
    synchronized boolean isWhole() {
        doubtful.retainAll(ids);
        return doubtful.isEmpty();
    }

    /** The server has it, or it will never get it. */
    synchronized void end(Stanza stanza) {
        String id = id(stanza);
        if (id != null && ids.remove(id)) {
            notifyAll();
        }
    }

    /** The connection is gone: nobody waits for what it may bring. */
    synchronized void wake() {
        notifyAll();
    }

    private static @Nullable String id(Stanza stanza) {
        return stanza instanceof Message ? stanza.getStanzaId() : null;
    }
}
