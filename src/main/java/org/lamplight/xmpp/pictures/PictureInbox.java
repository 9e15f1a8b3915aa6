package org.lamplight.xmpp.pictures;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StandardExtensionElement;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.Jid;
import org.lamplight.backend.BackendContext;
import org.lamplight.people.PictureId;
import org.lamplight.people.PictureSource.Way;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * Hears which picture people say is theirs: by events (XEP-0084), and by the hash in their presence (XEP-0153), in rooms
 * too. Fetches nothing. Called on Smack's reader thread; posts to core and never waits.
 */
public final class PictureInbox {
    public static final String UPDATE = "vcard-temp:x:update";
    private static final String EVENT = "http://jabber.org/protocol/pubsub#event";
    private static final String ROOM_OCCUPANT = "http://jabber.org/protocol/muc#user";
    private static final int MOST_PEERS = 50_000;

    private final AccountKeys keys;
    private final BackendContext context;
    private final Runnable ownPublished;

    /** What presence said last, for most of it says the same again. Guarded by this. */
    private final Map<String, Optional<PictureId>> told = new HashMap<>();

    /** @param ownPublished hears that a device of our own has published a picture */
    public PictureInbox(AccountKeys keys, BackendContext context, Runnable ownPublished) {
        this.keys = keys;
        this.context = context;
        this.ownPublished = ownPublished;
    }

    public synchronized void reset() {
        told.clear();
    }

    public void received(Presence presence) {
        Jid from = presence.getFrom();
        if (from == null) {
            return;
        }
        boolean occupant = presence.hasExtension("x", ROOM_OCCUPANT);
        String whose = occupant ? from.toString() : from.asBareJid().toString();
        if (presence.getType() == Presence.Type.unavailable && occupant) {
            left(whose);
        } else if (presence.getType() == Presence.Type.available && !whose.equals(keys.bare())) {
            photo(presence).ifPresent(hash -> tell(whose, hash));
        }
    }

    /** The hash that a presence tells; an empty one says that there is no picture, none that nothing is known. */
    private static Optional<String> photo(Presence presence) {
        return presence.getExtensionElement("x", UPDATE) instanceof StandardExtensionElement update
                ? Optional.ofNullable(update.getFirstElement("photo"))
                        .map(photo -> Objects.requireNonNullElse(photo.getText(), ""))
                : Optional.empty();
    }

    private void tell(String whose, String hash) {
        Optional<PictureId> id = PictureId.of(hash);
        synchronized (this) {
            boolean room = told.size() < MOST_PEERS || told.containsKey(whose);
            if (!room || id.equals(told.put(whose, id))) {
                return;
            }
        }
        announce(whose, Way.CARD, id.orElse(null));
    }

    private void left(String occupant) {
        boolean known;
        synchronized (this) {
            known = told.remove(occupant) != null;
        }
        if (known) {
            context.core().execute(() -> context.pictures().left(occupant));
        }
    }

    /** Whether the message was an event about pictures. */
    public boolean heard(Message message) {
        Jid from = message.getFrom();
        // Events come from accounts; what a device, or somebody in a room, says itself is none
        if (from == null
                || from.hasResource()
                || !(message.getExtensionElement("event", EVENT) instanceof StandardExtensionElement event)) {
            return false;
        }
        StandardExtensionElement items =
                event.getElements().stream().findFirst().orElse(null);
        if (items == null || !AvatarMetadata.NAMESPACE.equals(items.getAttributeValue("node"))) {
            return false;
        }
        StandardExtensionElement item = items.getFirstElement("item");
        StandardExtensionElement metadata =
                item == null ? null : item.getFirstElement("metadata", AvatarMetadata.NAMESPACE);
        PictureId id = metadata == null ? null : AvatarMetadata.read(metadata).orElse(null);
        String whose = from.asBareJid().toString();
        announce(whose, Way.PUBLISHED, id);
        if (whose.equals(keys.bare())) {
            ownPublished.run();
        }
        return true;
    }

    private void announce(String whose, Way way, @Nullable PictureId id) {
        context.core().execute(() -> context.pictures().announce(keys.bare(), whose, way, id));
    }
}
