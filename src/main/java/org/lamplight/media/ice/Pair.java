package org.lamplight.media.ice;

/** A way to the peer, and what is known of it. Guarded by its agent. */
final class Pair {
    enum State {
        WAITING,
        ASKED,
        WORKS,
        FAILED
    }

    final Route route;
    final long remotePriority;
    State state = State.WAITING;
    /** The peer chose it. */
    boolean wanted;
    /** When it was last asked, in nanoseconds. */
    long asked;
    /** When the peer last agreed to be sent something there, in nanoseconds. */
    long agreed;

    Pair(Route route, long remotePriority) {
        this.route = route;
        this.remotePriority = remotePriority;
    }

    boolean isOpen() {
        return state == State.WAITING || state == State.ASKED;
    }

    long priority(boolean controlling) {
        long local = route.relayed() ? Priority.of(Priority.RELAYED, 0) : Priority.of(Priority.HOST, 0);
        return controlling ? Priority.ofPair(local, remotePriority) : Priority.ofPair(remotePriority, local);
    }
}
