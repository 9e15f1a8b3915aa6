package org.lamplight.media.ice;

/** How much addresses and pairs of them are liked (RFC 8445, sections 5.1.2 and 6.1.2.3). Pure functions. */
final class Priority {
    static final int HOST = 126;
    static final int PEER_REFLEXIVE = 110;
    static final int SERVER_REFLEXIVE = 100;
    static final int RELAYED = 0;

    private static final int MOST_LOCAL = 65_535;
    private static final int FIRST_COMPONENT = 255;

    private Priority() {}

    /** @param place of the address among those of its kind, from 0 */
    static long of(int kind, int place) {
        return ((long) kind << 24) + ((long) (MOST_LOCAL - place) << 8) + FIRST_COMPONENT;
    }

    static long ofPair(long controlling, long controlled) {
        return (Math.min(controlling, controlled) << 32)
                + 2 * Math.max(controlling, controlled)
                + (controlling > controlled ? 1 : 0);
    }
}
