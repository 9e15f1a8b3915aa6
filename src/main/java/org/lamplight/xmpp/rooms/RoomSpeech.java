package org.lamplight.xmpp.rooms;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.lamplight.chat.Change;
import org.lamplight.chat.ChatTransport;
import org.lamplight.chat.Utterance;
import org.lamplight.xmpp.archive.OlderPages;
import org.lamplight.xmpp.messages.MessageOutlet;
import org.lamplight.xmpp.messages.MessageWriter;

/**
 * What we say in rooms. The server's acknowledgement (XEP-0198) makes it sent; that the room says it to all, us included,
 * makes it delivered.
 */
final class RoomSpeech {
    private final RoomContext on;
    private final MessageOutlet outlet;

    RoomSpeech(RoomContext on) {
        this.on = on;
        this.outlet = new MessageOutlet(on.wire(), on.thread(), on.program().core(), new Fate());
    }

    private final class Fate implements MessageOutlet.Told {
        @Override
        public void sent(String id) {
            on.tellChats(chats -> chats.delivery().sent(on.keys().bare(), id));
        }

        @Override
        public void unaddressed(Utterance what) {
            String sentence =
                    String.valueOf(RoomErrors.refused("room.wrong", what.peer()).getMessage());
            on.tellChats(chats -> chats.delivery().failed(what.account(), what.peer(), what.id(), sentence));
        }
    }

    /** A new session: what the last one still held is not on its way any more. */
    void began() {
        outlet.began();
    }

    void interrupted() {
        outlet.interrupted();
    }

    /** The session goes on. */
    void resumed() {
        outlet.resumed();
    }

    /** The room did not hear this, for we were not in: it goes again once we are. False if it did so already. */
    boolean repeat(EntityBareJid room, String id) {
        return outlet.mayRepeat(
                id,
                () -> on.tellChats(chats -> chats.delivery().unheard(on.keys().bare(), room.toString(), id)));
    }

    /** What carries one room's messages. */
    ChatTransport in(RoomSession room, OlderPages older) {
        return new InRoom(room, older);
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
            outlet.send(message, () -> MessageWriter.stanza(message, true));
        }

        @Override
        public boolean canChange() {
            return true;
        }

        @Override
        public void change(Change change) {
            outlet.send(change, () -> MessageWriter.stanza(change, true));
        }

        @Override
        public CompletableFuture<Boolean> older(String peer, org.lamplight.chat.@Nullable Message before) {
            return older.ask(room.address(), form -> {}, peer, before);
        }
    }
}
