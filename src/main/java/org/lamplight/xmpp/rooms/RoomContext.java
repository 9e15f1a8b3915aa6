package org.lamplight.xmpp.rooms;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jivesoftware.smack.packet.IQ;
import org.jivesoftware.smack.packet.Stanza;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Rooms;
import org.lamplight.core.Threads;
import org.lamplight.xmpp.archive.ArchivePages;
import org.lamplight.xmpp.stream.AccountKeys;
import org.lamplight.xmpp.stream.Wire;

/** What all that has to do with rooms needs: the connection, the session's thread, and the way to core. */
public record RoomContext(
        AccountKeys keys, BackendContext program, Wire wire, ScheduledExecutorService thread, ArchivePages pages) {

    /** Tells core something about rooms. From any thread. */
    void tell(Consumer<Rooms> news) {
        program.core().execute(() -> news.accept(program.rooms()));
    }

    void tellChats(Consumer<Chats> news) {
        program.core().execute(() -> news.accept(program.chats()));
    }

    /** Whether stanzas can be sent. */
    boolean online() {
        return wire.connection().isAuthenticated();
    }

    /** Hands a stanza to the connection; false if there is none. */
    boolean write(Stanza stanza) {
        return wire.write(stanza);
    }

    /** Asks without waiting; what comes of it is told on the session's thread. */
    CompletableFuture<IQ> ask(IQ request) {
        CompletableFuture<IQ> answer = new CompletableFuture<>();
        wire.connection()
                .sendIqRequestAsync(request)
                .onSuccess(result -> Threads.post(thread, () -> answer.complete(result)))
                .onError(failure -> Threads.post(thread, () -> answer.completeExceptionally(failure)));
        return answer;
    }
}
