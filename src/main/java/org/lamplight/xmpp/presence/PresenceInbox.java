package org.lamplight.xmpp.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smack.provider.ProviderManager;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;
import org.lamplight.backend.BackendContext;
import org.lamplight.core.PlainText;
import org.lamplight.people.Request;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * Makes observations of what contacts' resources send (RFC 6121, section 4) and of the activities they publish (XEP-0108).
 * An activity outlives the session that published it, so it counts only while a resource is there. Called on Smack's
 * reader thread; posts to core and never waits.
 */
public final class PresenceInbox {
    private static final String PUBSUB_EVENT = "http://jabber.org/protocol/pubsub#event";
    private static final String ROOM_OCCUPANT = "http://jabber.org/protocol/muc#user";
    private static final Set<StanzaError.@Nullable Condition> OUT_OF_REACH = EnumSet.of(
            StanzaError.Condition.remote_server_not_found,
            StanzaError.Condition.remote_server_timeout,
            StanzaError.Condition.gone,
            StanzaError.Condition.item_not_found);
    private static final Duration STALE = Duration.ofHours(12);
    private static final int MOST_PEERS = 50_000;

    private static final class Peer {
        final Map<String, Stand> resources = new HashMap<>(2);

        @Nullable
        Status activity;

        Instant activitySince = Instant.EPOCH;
    }

    private final AccountKeys keys;
    private final BackendContext context;
    private final PresenceReader reader = new PresenceReader();
    private final Clock clock = Clock.systemUTC();

    /** Guarded by this. */
    private final Map<String, Peer> peers = new HashMap<>();

    /** Once for the program: how Smack is to read what is said about this. */
    public static void teachReaders() {
        // Smack's reader of it gives up on the whole presence where the date is none
        ProviderManager.removeExtensionProvider("idle", PresenceReader.IDLE_NAMESPACE);
    }

    public PresenceInbox(AccountKeys keys, BackendContext context) {
        this.keys = keys;
        this.context = context;
    }

    public synchronized void reset() {
        peers.clear();
    }

    public synchronized void received(Presence presence) {
        Jid from = presence.getFrom();
        if (from == null || presence.hasExtension("x", ROOM_OCCUPANT)) {
            return;
        }
        String bare = from.asBareJid().toString();
        switch (presence.getType()) {
            case available -> available(bare, from.toString(), presence);
            case unavailable -> gone(bare, from, presence);
            case error -> refused(bare, from, presence);
            case subscribe -> asked(bare, presence);
            case unsubscribe -> context.core().execute(() -> context.rosters().answered(bare));
            default -> {}
        }
    }

    /** The clients of a contact that are there, the most wanted first. */
    public synchronized List<Jid> clients(String bare) {
        Peer peer = peers.get(bare);
        return peer == null
                ? List.of()
                : peer.resources.entrySet().stream()
                        .sorted(Comparator.comparingInt(each -> -each.getValue().priority()))
                        .map(each -> (Jid) JidCreate.fromOrThrowUnchecked(each.getKey()))
                        .toList();
    }

    private void available(String bare, String full, Presence presence) {
        if (bare.equals(keys.bare()) || (!peers.containsKey(bare) && peers.size() >= MOST_PEERS)) {
            return;
        }
        Peer peer = peers.computeIfAbsent(bare, any -> new Peer());
        Stand before = peer.resources.get(full);
        Stand stand = dated(reader.read(presence, clock.instant()), before);
        if (!stand.equals(before)) {
            peer.resources.put(full, stand);
            tell(bare, full, peer);
        }
    }

    /** A stanza without a date is new, unless it says what was said before. */
    private Stand dated(Stand stand, @Nullable Stand before) {
        if (stand.since() != null) {
            return stand;
        }
        Instant since = before != null && before.status() == stand.status() ? before.since() : clock.instant();
        return new Stand(stand.status(), since, stand.note(), stand.certain(), stand.priority());
    }

    private void tell(String bare, String full, Peer peer) {
        Stand stand = peer.resources.get(full);
        Source source = Source.resource(full);
        if (stand == null) {
            post(bare, source, List.of());
        } else {
            boolean fresh = clock.instant().isBefore(peer.activitySince.plus(STALE));
            post(bare, source, List.of(stand.observation(source, fresh ? peer.activity : null)));
        }
    }

    private void gone(String bare, Jid from, Presence presence) {
        Peer peer = peers.get(bare);
        if (bare.equals(keys.bare()) || peer == null) {
            if (!bare.equals(keys.bare())) {
                tellOffline(bare, presence);
            }
            return;
        }
        List<String> leaving = from.hasResource() ? List.of(from.toString()) : List.copyOf(peer.resources.keySet());
        tellOffline(bare, presence);
        for (String full : leaving) {
            peer.resources.remove(full);
            tell(bare, full, peer);
        }
    }

    private void tellOffline(String bare, Presence presence) {
        Instant stamp = PresenceReader.stamp(presence);
        Observation offline = Observation.of(Source.resource(bare), Status.OFFLINE)
                .since(stamp == null ? clock.instant() : stamp)
                .note(PlainText.line(presence.getStatus(), PlainText.SHORT));
        post(bare, Source.resource(bare), List.of(offline));
    }

    /**
     * A presence of ours was refused. It says nothing of a contact whose devices are there: what went to one that has gone
     * comes back too.
     */
    private void refused(String bare, Jid from, Presence presence) {
        StanzaError.Condition condition =
                presence.getError() == null ? null : presence.getError().getCondition();
        Peer peer = peers.get(bare);
        boolean there = peer != null && !peer.resources.isEmpty();
        if (from.hasResource() || (there && !OUT_OF_REACH.contains(condition))) {
            return;
        }
        lostTouch(bare);
    }

    /** The contact's server can't be asked: nothing is known of them, which is another thing than offline. */
    private void lostTouch(String bare) {
        Peer peer = peers.remove(bare);
        if (peer != null) {
            peer.resources.keySet().forEach(full -> post(bare, Source.resource(full), List.of()));
        }
        post(bare, Source.resource(bare), List.of(Observation.of(Source.resource(bare), Status.UNKNOWN)));
    }

    private void asked(String bare, Presence presence) {
        String nick = presence.getExtensionElement("nick", "http://jabber.org/protocol/nick")
                        instanceof StandardExtensionElement element
                ? PlainText.line(element.getText(), PlainText.SHORT)
                : null;
        context.core().execute(() -> context.rosters().requested(new Request(keys.bare(), bare, nick)));
    }

    /** Whether the message was a publication rather than something to read; if it was an activity it is taken in. */
    public synchronized boolean activity(Message message) {
        if (!(message.getExtensionElement("event", PUBSUB_EVENT) instanceof StandardExtensionElement event)) {
            return false;
        }
        StandardExtensionElement items = Stream.of("items", "delete", "purge")
                .map(event::getFirstElement)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (items != null && Activity.NAMESPACE.equals(items.getAttributeValue("node")) && message.getFrom() != null) {
            String bare = message.getFrom().asBareJid().toString();
            if (!bare.equals(keys.bare())) {
                published(bare, items);
            }
        }
        return true;
    }

    private void published(String bare, StandardExtensionElement items) {
        if (!peers.containsKey(bare) && peers.size() >= MOST_PEERS) {
            return;
        }
        Peer peer = peers.computeIfAbsent(bare, any -> new Peer());
        StandardExtensionElement item = items.getFirstElement("item");
        StandardExtensionElement activity = item == null ? null : item.getFirstElement("activity", Activity.NAMESPACE);
        peer.activity = activity == null ? null : Activity.read(activity).orElse(null);
        peer.activitySince = clock.instant();
        List.copyOf(peer.resources.keySet()).forEach(full -> tell(bare, full, peer));
    }

    private void post(String bare, Source source, List<Observation> now) {
        context.core().execute(() -> context.people().observed(keys.bare(), bare, source, now));
    }
}
