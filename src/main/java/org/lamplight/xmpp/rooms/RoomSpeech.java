package org.lamplight.xmpp.rooms;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Stanza;
import org.jspecify.annotations.Nullable;
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
    private final RoomContext on;

    /** What Smack holds and will send, or has sent and not seen acknowledged. */
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    RoomSpeech(RoomContext on) {
        this.on = on;
        on.wire().each(connection -> {
            connection.addStanzaAcknowledgedListener(this::acknowledged);
            connection.addStanzaDroppedListener(stanza -> held.remove(String.valueOf(stanza.getStanzaId())));
        });
    }

    /** A new session: what the last one still held is not on its way any more. */
    void began() {
        held.clear();
    }

    /** What carries one room's messages. */
    ChatTransport in(RoomSession room, OlderPages older) {
        return new InRoom(room, older);
    }

    private void acknowledged(Stanza stanza) {
        String id = String.valueOf(stanza.getStanzaId());
        if (stanza instanceof Message && held.remove(id)) {
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
