package org.lamplight.xmpp.messages;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.stream.Wire;

/**
 * Where our messages leave for the server, each once: what Smack holds, and sends again by itself when a session is resumed
 * (XEP-0198), is not given to it twice. It is shut from a loss on until the session is known to go on whole, for what came
 * late would overtake what went before. What a lost session leaves in doubt is for the outbox to give again.
 */
public final class MessageOutlet {
    /** A refusal for each of more messages would be somebody's game with us. */
    private static final int MOST_REFUSED = 1_000;

    private final Wire wire;
    private final ScheduledExecutorService thread;
    private final Executor core;
    private final Told told;

    /** What Smack holds and will send, or has sent and not seen acknowledged; and what waits for it to. */
    private final Set<String> held = new HashSet<>();

    /** What goes again although its first acknowledgement may still come. */
    private final Set<String> repeated = new HashSet<>();

    private final Set<String> refused = new HashSet<>();

    /** In order. Of the session's thread. */
    private final Map<String, Given> untaken = new LinkedHashMap<>();

    /** Whether a session is there that all may go to. Of the session's thread. */
    private boolean open;

    /** How many sessions and losses there were. Of the session's thread. */
    private long turns;

    /** Makes a stanza; the address in it may turn out to be none. */
    public interface Writing {
        Message make() throws XmppStringprepException;
    }

    /** Hears what becomes of a message. From any thread. */
    public interface Told {
        /** The server has it; or it was sent, where servers do not say. */
        void sent(String id);

        /** Whom it is for is no address. */
        void unaddressed(Utterance what);
    }

    private record Given(Utterance what, Writing writing) {}

    /** @param core where messages are given from */
    public MessageOutlet(Wire wire, ScheduledExecutorService thread, Executor core, Told told) {
        this.wire = wire;
        this.thread = thread;
        this.core = core;
        this.told = told;
        wire.each(connection -> {
            connection.addStanzaAcknowledgedListener(this::acknowledged);
            // With a listener for what is dropped, Smack sends nothing again by itself: our outbox does, in order
            connection.addStanzaDroppedListener(this::dropped);
        });
    }

    /** The connection is gone: what is given from now on waits. On the session's thread. */
    public void interrupted() {
        open = false;
        turns++;
    }

    /** A new session: what the last one still held is not on its way any more. On the session's thread. */
    public void began() {
        interrupted();
        untaken.clear();
        forgetHeld();
        long turn = turns;
        // What core gave before it knew of the loss is with the outbox too, and has been given by the time this runs
        core.execute(() -> {
            forgetHeld();
            Threads.post(thread, () -> begin(turn));
        });
    }

    private void begin(long turn) {
        if (turn == turns) {
            untaken.clear();
            open = true;
        }
    }

    private synchronized void forgetHeld() {
        held.clear();
        repeated.clear();
    }

    /** The session goes on whole: what has waited goes now. On the session's thread. */
    public void resumed() {
        open = true;
        List<Given> waiting = List.copyOf(untaken.values());
        untaken.clear();
        waiting.forEach(this::write);
    }

    /** From any thread; nothing happens to what is on its way already. */
    public void send(Utterance what, Writing writing) {
        if (hold(what.id())) {
            Threads.post(thread, () -> write(new Given(what, writing)));
        }
    }

    private void write(Given given) {
        String id = given.what().id();
        // Another session began meanwhile: the outbox gives it again, in its turn
        if (!holds(id)) {
            return;
        }
        try {
            if (!open || !untaken.isEmpty() || !wire.write(given.writing().make())) {
                untaken.put(id, given);
            } else if (!wire.connection().isSmEnabled()) {
                release(id);
                told.sent(id);
            }
        } catch (XmppStringprepException e) {
            release(id);
            told.unaddressed(given.what());
        }
    }

    private synchronized boolean hold(String id) {
        return held.add(id);
    }

    private synchronized boolean holds(String id) {
        return held.contains(id);
    }

    private synchronized void release(String id) {
        held.remove(id);
    }

    private synchronized void dropped(Stanza stanza) {
        String id = id(stanza);
        held.remove(id);
        repeated.remove(id);
    }

    /** What goes again has its own acknowledgement, after that of the first. */
    private synchronized void acknowledged(Stanza stanza) {
        String id = id(stanza);
        if (stanza instanceof Message && !repeated.remove(id) && held.remove(id)) {
            told.sent(id);
        }
    }

    /**
     * Somebody other than the server refused it for something that will pass: it may be given again. {@code first} runs
     * before the server's word on it can be told. False if that happened before. From any thread.
     */
    public synchronized boolean mayRepeat(String id, Runnable first) {
        if (refused.size() >= MOST_REFUSED || !refused.add(id)) {
            return false;
        }
        if (held.remove(id)) {
            repeated.add(id);
        }
        first.run();
        return true;
    }

    /** Its id, or none at all: Smack gives presence none. */
    private static String id(Stanza stanza) {
        return String.valueOf(stanza.getStanzaId());
    }
}
