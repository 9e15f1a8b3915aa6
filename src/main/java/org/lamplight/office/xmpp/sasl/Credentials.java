package org.lamplight.office.xmpp.sasl;

import org.jspecify.annotations.Nullable;

/** Where the mechanisms look up who is who. Called from any thread. */
public interface Credentials {
    /** The password of an account, or null if there is no such account. */
    @Nullable
    String password(String user);

    /** The account's keys for SCRAM; made at the first use, as making them costs milliseconds. */
    @Nullable
    ScramKeys keys(String user, ScramHash hash);
}
