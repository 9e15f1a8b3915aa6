package org.lamplight.office.xmpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lamplight.office.xmpp.archive.Archive;
import org.lamplight.office.xmpp.xml.Element;

/** Everything that the server keeps of one person. Guarded by the switchboard, except the final fields. */
final class Account {
    /** A message and its receipt are two. */
    private static final int MOST_ARCHIVED = 40_000;

    final Jid jid;
    final String password;
    final Roster roster;
    /** Requests to see this person's presence that wait for an answer. */
    final Map<Jid, Element> requests = new LinkedHashMap<>();

    final Set<Jid> blocked = new LinkedHashSet<>();
    final Map<String, PepNode> nodes = new LinkedHashMap<>();
    final Map<String, Element> privateStorage = new LinkedHashMap<>();
    final List<Element> offline = new ArrayList<>();
    final Archive archive = new Archive(MOST_ARCHIVED);

    @Nullable
    Element vcard;

    @Nullable
    Instant lastSeen;

    private final Map<String, Session> sessions = new LinkedHashMap<>(2);

    Account(Jid jid, String password, String epoch) {
        this.jid = jid;
        this.password = password;
        this.roster = new Roster(epoch);
    }

    Collection<Session> sessions() {
        return sessions.values();
    }

    /** The sessions that have sent an available presence. */
    List<Session> available() {
        if (sessions.isEmpty()) {
            return List.of();
        }
        List<Session> there = new ArrayList<>(sessions.size());
        for (Session session : sessions.values()) {
            if (session.presence() != null) {
                there.add(session);
            }
        }
        return there;
    }

    @Nullable
    Session session(String resource) {
        return sessions.get(resource);
    }

    void add(Session session) {
        sessions.put(session.jid().resource(), session);
    }

    boolean remove(Session session) {
        return sessions.remove(session.jid().resource(), session);
    }

    /** Whether whoever sent a stanza is blocked. */
    boolean blocksSender(Element stanza) {
        return !blocked.isEmpty() && blocks(Jid.parse(stanza.attribute("from")));
    }

    boolean blocks(@Nullable Jid other) {
        if (blocked.isEmpty() || other == null) {
            return false;
        }
        return blocked.contains(other)
                || blocked.contains(other.bare())
                || blocked.contains(new Jid("", other.domain(), ""));
    }
}
