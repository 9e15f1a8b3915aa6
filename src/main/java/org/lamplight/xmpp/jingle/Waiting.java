package org.lamplight.xmpp.jingle;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jxmpp.jid.Jid;

/**
 * How many offers may wait. Each is a card in a talk, so nobody fills a history with them; strangers share a part, so that
 * however many names they have they take nothing from contacts. On the connection's thread.
 */
final class Waiting {
    static final int MOST = 200;
    static final int MOST_OF_CONTACT = 20;
    static final int MOST_OF_STRANGER = 3;

    /** At a time, and in an hour. */
    static final int MOST_OF_STRANGERS = 20;

    private static final long HOUR_NS = Duration.ofHours(1).toNanos();

    private final Deque<Long> strangers = new ArrayDeque<>();

    /** Whether there is room for one more of this peer's beside those that wait. If so it counts. */
    boolean takes(Jid peer, Standing standing, List<Receiving> all) {
        List<Jid> alike = all.stream()
                .filter(each -> each.standing() == standing)
                .map(each -> each.peer)
                .toList();
        long theirs = alike.stream()
                .filter(other -> other.asBareJid().equals(peer.asBareJid()))
                .count();
        return switch (standing) {
            case NOBODY -> false;
            case STRANGER -> theirs < MOST_OF_STRANGER && alike.size() < MOST_OF_STRANGERS && takesStranger();
            case CONTACT -> theirs < MOST_OF_CONTACT && alike.size() < MOST;
        };
    }

    /** One that is taken back counts on: its card stays. */
    private boolean takesStranger() {
        long now = System.nanoTime();
        while (!strangers.isEmpty() && now - strangers.peekFirst() > HOUR_NS) {
            strangers.removeFirst();
        }
        return strangers.size() < MOST_OF_STRANGERS && strangers.add(now);
    }
}
