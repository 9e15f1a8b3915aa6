package org.lamplight.office.sip.registrar;

import java.time.Instant;
import java.util.List;
import org.lamplight.office.sip.message.NameAddress;
import org.lamplight.office.sip.message.SipUri;
import org.lamplight.office.sip.transport.Flow;

/**
 * One telephone of a user. Immutable.
 *
 * @param contact as it registered, without its expiry
 * @param uri the same, read
 * @param flow the way that the registration came
 * @param until when it ends
 * @param path proxies on the way to it (RFC 3327), nearest first
 * @param callId of the registration
 * @param cseq its number
 */
public record Binding(
        NameAddress contact, SipUri uri, Flow flow, Instant until, List<String> path, String callId, long cseq) {

    /** Whether both are the same telephone's: by instance and flow (RFC 5626 section 6), else by address. */
    boolean replaces(Binding older) {
        if (isOutbound() && older.isOutbound()) {
            return instance().equals(older.instance()) && regId().equals(older.regId());
        }
        return uri.leadsTo(older.uri);
    }

    /** Whether it can be reached on its flow and nowhere else. */
    public boolean isOutbound() {
        return !instance().isEmpty() && !regId().isEmpty();
    }

    private String instance() {
        String instance = contact.params().get("+sip.instance");
        return instance == null ? "" : instance;
    }

    private String regId() {
        String id = contact.params().get("reg-id");
        return id == null ? "" : id;
    }
}
