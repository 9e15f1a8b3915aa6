package org.lamplight.xmpp.jingle;

import java.util.UUID;

/** Names that nobody can guess, and nobody else gives. */
final class Ids {
    private Ids() {}

    static String fresh() {
        return UUID.randomUUID().toString();
    }
}
