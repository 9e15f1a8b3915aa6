package org.lamplight.office.sip.media;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What both sides of a call have agreed on. Immutable.
 *
 * @param payloadType of the sound
 * @param name its codec as {@code name/clock}, as it was offered
 * @param eventType of digits (RFC 4733); -1 for none
 * @param peer where to send; null if that is not on this machine, until something comes from there
 * @param sends whether we send
 * @param receives whether we are sent anything
 */
record Agreement(
        int payloadType,
        String name,
        int eventType,
        @Nullable InetSocketAddress peer,
        boolean sends,
        boolean receives) {

    boolean has(int type) {
        return type == payloadType || type == eventType;
    }

    /** As a description has it, from our side. */
    String direction() {
        return sends ? receives ? "sendrecv" : "sendonly" : receives ? "recvonly" : "inactive";
    }

    /** The law of the sound; null if it is another codec's, which the office only sends back. */
    @Nullable
    Law law() {
        return name.equalsIgnoreCase("PCMU/8000") ? Law.PCMU : name.equalsIgnoreCase("PCMA/8000") ? Law.PCMA : null;
    }
}
