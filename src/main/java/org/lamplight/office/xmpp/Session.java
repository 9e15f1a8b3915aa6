package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.xml.Element;

/** One bound resource: a client on the wire or somebody who lives in this JVM. Guarded by the switchboard. */
abstract class Session {
    private final Account account;
    private final Jid jid;
    private final String address;
    /** Whom this session told about its presence directly (RFC 6121 section 4.6). */
    final Set<Jid> directed = new HashSet<>();

    private @Nullable Element presence;
    private Instant since = Instant.EPOCH;
    private int priority;
    private Set<String> features = Set.of();
    /** Asked for the roster, so gets pushes. */
    boolean wantsRoster;

    /** Nobody sees it until it asks for that, but messages come (XEP-0186). */
    boolean invisible;

    boolean wantsCarbons;
    boolean wantsBlockList;

    Session(Account account, String resource) {
        this.account = account;
        this.jid = account.jid.at(resource);
        this.address = jid.toString();
    }

    /** Hands a stanza over; never blocks. */
    abstract void deliver(Element stanza);

    /** Ends it from the server's side, with a stream error condition. */
    abstract void end(String condition);

    /** Whether a client on the wire is behind it, rather than a colleague in this JVM. */
    abstract boolean isRemote();

    final Account account() {
        return account;
    }

    public final Jid jid() {
        return jid;
    }

    /** The full address in writing: said often. */
    final String address() {
        return address;
    }

    /** The last available presence; null before the first and after unavailable. */
    final @Nullable Element presence() {
        return presence;
    }

    final Instant since() {
        return since;
    }

    final int priority() {
        return priority;
    }

    final void presence(@Nullable Element now) {
        presence = now;
        since = Instant.now();
        priority = now == null ? 0 : priorityOf(now);
    }

    private static int priorityOf(Element presence) {
        String text = presence.childText("priority");
        if (text == null) {
            return 0;
        }
        try {
            return Math.max(-128, Math.min(127, Integer.parseInt(text.trim())));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** What the client can do, by its entity capabilities (XEP-0115). */
    final Set<String> features() {
        return features;
    }

    final void features(Set<String> now) {
        features = now;
    }
}
