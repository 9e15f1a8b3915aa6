package org.lamplight.office.xmpp.sasl;

import org.jspecify.annotations.Nullable;

/** One authentication under way (RFC 6120 section 6), for the connection's reader thread. */
public interface Mechanism {
    /**
     * Takes what the client says.
     *
     * @param response decoded; null when the client sent none yet
     * @throws SaslException with the condition to answer with
     */
    Step respond(byte @Nullable [] response) throws SaslException;

    /**
     * What to send next.
     *
     * @param data the challenge, or what goes with success; empty for none
     * @param user the account that has been proved; null while it goes on
     */
    record Step(String data, @Nullable String user) {}
}
