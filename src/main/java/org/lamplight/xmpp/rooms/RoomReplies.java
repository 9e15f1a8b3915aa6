package org.lamplight.xmpp.rooms;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.disco.packet.DiscoverInfo;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.xmpp.stream.AccountKeys;

/**
 * Learns what became of what we asked of a room by message, which has no answer but a refusal: a request goes right behind
 * it, and a room answers in order. On the session's thread, but for {@link #refused}.
 */
final class RoomReplies {
    private final RoomContext on;
    private final Map<String, CompletableFuture<Void>> waiting = new ConcurrentHashMap<>();

    RoomReplies(RoomContext on) {
        this.on = on;
    }

    CompletableFuture<Void> send(EntityBareJid room, Message stanza) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        String id = String.valueOf(stanza.getStanzaId());
        if (!on.write(stanza)) {
            done.completeExceptionally(
                    RoomErrors.refused("room.offline", on.keys().domain()));
            return done;
        }
        waiting.put(id, done);
        on.ask(DiscoverInfo.builder(on.wire().connection()).to(room).build()).whenComplete((answer, failure) -> {
            waiting.remove(id);
            done.complete(null);
        });
        return done;
    }

    /** Takes a message of type error if it answers one of these. From any thread. */
    boolean refused(Message stanza) {
        CompletableFuture<Void> done = waiting.remove(String.valueOf(stanza.getStanzaId()));
        if (done != null) {
            String room = String.valueOf(stanza.getFrom().asBareJid());
            done.completeExceptionally(RoomErrors.deed(room, RoomErrors.condition(stanza.getError())));
        }
        return done != null;
    }

    /** The address of a room as users may write it. */
    static EntityBareJid room(String address) {
        try {
            return AccountKeys.jid(address);
        } catch (XmppStringprepException e) {
            throw RoomErrors.refused("room.wrong", address);
        }
    }
}
