package org.lamplight.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one account still has to send, in the order of writing. At most {@value #WINDOW} messages are on their way at a
 * time, so that a cut never leaves more than that in doubt. Core only.
 */
final class Outbox {
    static final int WINDOW = 64;

    private final Map<String, Utterance> waiting = new LinkedHashMap<>();
    private final Map<String, Utterance> underway = new LinkedHashMap<>();

    /** In the order of writing: what comes back was given before all that is underway now. */
    private final Map<String, Utterance> doubted = new LinkedHashMap<>();

    private @Nullable ChatTransport transport;
    private boolean open;

    void attach(ChatTransport carrier) {
        transport = carrier;
    }

    Optional<ChatTransport> transport() {
        return Optional.ofNullable(transport);
    }

    void detach() {
        transport = null;
        close();
    }

    boolean holds(String id) {
        return waiting.containsKey(id) || underway.containsKey(id) || doubted.containsKey(id);
    }

    void offer(Utterance message) {
        waiting.put(message.id(), message);
        flush();
    }

    /** A session is there. What was underway in one that could not be resumed goes first, in order, and once more. */
    void open(boolean resumed) {
        open = true;
        if (!resumed) {
            List<Utterance> later = new ArrayList<>(waiting.values());
            waiting.clear();
            waiting.putAll(doubted);
            waiting.putAll(underway);
            doubted.clear();
            underway.clear();
            later.forEach(message -> waiting.put(message.id(), message));
        }
        flush();
    }

    void close() {
        open = false;
    }

    /** It may not have arrived after all: it goes first, and once more, when a new session is there. */
    void doubt(Utterance message) {
        waiting.remove(message.id());
        underway.remove(message.id());
        doubted.put(message.id(), message);
    }

    /** The message needs no more sending. */
    void done(String id) {
        underway.remove(id);
        doubted.remove(id);
        waiting.remove(id);
        flush();
    }

    private void flush() {
        ChatTransport carrier = transport;
        if (!open || carrier == null) {
            return;
        }
        while (underway.size() < WINDOW && !waiting.isEmpty()) {
            Utterance next = waiting.values().iterator().next();
            waiting.remove(next.id());
            underway.put(next.id(), next);
            if (next instanceof Change change) {
                carrier.change(change);
            } else if (next instanceof Message message) {
                carrier.send(message);
            }
        }
    }
}
