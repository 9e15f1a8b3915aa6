package org.lamplight.xmpp.rooms;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.stringprep.XmppStringprepException;
import org.lamplight.chat.Change;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Utterance;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.archive.OlderPages;
import org.lamplight.xmpp.messages.MessageWriter;

/**
 * What we say in rooms. The server's acknowledgement (XEP-0198) makes it sent; that the room says it to all, us included,
 * makes it delivered.
 */
final class RoomSpeech {
    private static final int MOST_UNHEARD = 1_000;

    private final RoomContext on;

    /** What Smack holds and will send, or has sent and not seen acknowledged. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    /** What goes again although an earlier one is not seen acknowledged yet. */
    private final Set<String> repeated = ConcurrentHashMap.newKeySet();

    /** What a room did not hear the first time. */
    private final Set<String> unheard = new HashSet<>();

    RoomSpeech(RoomContext on) {
        this.on = on;
        on.wire().each(connection -> {
            connection.addStanzaAcknowledgedListener(this::acknowledged);
            connection.addStanzaDroppedListener(this::dropped);
        });
    }

    /** A new session: what the last one still held is not on its way any more. */
    void began() {
        held.clear();
        repeated.clear();
    }

    private void dropped(Stanza stanza) {
        String id = String.valueOf(stanza.getStanzaId());
        held.remove(id);
        repeated.remove(id);
    }

    /** The room did not hear this, for we were not in: it goes again once we are. False if it did so already. */
    synchronized boolean repeat(EntityBareJid room, String id) {
        if (unheard.size() >= MOST_UNHEARD || !unheard.add(id)) {
            return false;
        }
        if (held.remove(id)) {
            repeated.add(id);
        }
        on.tellChats(chats -> chats.delivery().unheard(on.keys().bare(), room.toString(), id));
        return true;
    }

    /** What carries one room's messages. */
    ChatTransport in(RoomSession room, OlderPages older) {
        return new InRoom(room, older);
    }

    /** The server has it. What goes again has its own acknowledgement, after that of the first. */
    private synchronized void acknowledged(Stanza stanza) {
        String id = String.valueOf(stanza.getStanzaId());
        if (stanza instanceof Message && !repeated.remove(id) && held.remove(id)) {
            on.tellChats(chats -> chats.delivery().sent(on.keys().bare(), id));
        }
    }

    /** Makes a stanza; the address in it may turn out to be none. */
    private interface Writing {
        Message make() throws XmppStringprepException;
    }

    private void send(Utterance what, Writing writing) {
        if (!held.add(what.id())) {
            return;
        }
        Threads.post(on.thread(), () -> {
            // Another session began meanwhile: the outbox gives it again, in its turn
            if (!held.contains(what.id())) {
                return;
            }
            boolean sent = false;
            try {
                sent = on.write(writing.make());
            } catch (XmppStringprepException e) {
                String sentence = String.valueOf(
                        RoomErrors.refused("room.wrong", what.peer()).getMessage());
                on.tellChats(chats -> chats.delivery().failed(what.account(), what.peer(), what.id(), sentence));
            }
            if (!sent) {
                held.remove(what.id());
            } else if (!on.wire().connection().isSmEnabled()) {
                held.remove(what.id());
                on.tellChats(chats -> chats.delivery().sent(on.keys().bare(), what.id()));
            }
        });
    }

    private final class InRoom implements ChatTransport {
        private final RoomSession room;
        private final OlderPages older;

        InRoom(RoomSession room, OlderPages older) {
            this.room = room;
            this.older = older;
        }

        @Override
        public String ownAddress() {
            return room.address() + "/" + room.nick();
        }

        @Override
        public void send(org.lamplight.chat.Message message) {
            RoomSpeech.this.send(message, () -> MessageWriter.stanza(message, true));
        }

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public void change(Change change) {
            RoomSpeech.this.send(change, () -> MessageWriter.stanza(change, true));
        }

        @Override
        public CompletableFuture<Boolean> older(String peer, org.lamplight.chat.@Nullable Message before) {
            return older.ask(room.address(), form -> {}, peer, before);
        }
    }
}
