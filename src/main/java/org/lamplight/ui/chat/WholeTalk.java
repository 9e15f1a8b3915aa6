package org.lamplight.ui.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;

/**
 * Reads all that is kept of a talk, the newest first, up to what a clipboard should hold. On core, which does other things
 * between two pages.
 */
final class WholeTalk {
    static final int MOST = 10_000;
    private static final int PAGE = 500;
    private static final int MOST_LETTERS = 5_000_000;

    private final Chats chats;
    private final String peer;
    private final Deque<Message> read = new ArrayDeque<>();
    private long letters;

    /**
     * What was read.
     *
     * @param messages oldest first
     * @param whole whether that is all
     */
    record Read(List<Message> messages, boolean whole) {}

    private WholeTalk(Chats chats, String peer) {
        this.chats = chats;
        this.peer = peer;
    }

    /** On core; completes there. */
    static CompletableFuture<Read> read(Chats chats, String peer) {
        return new WholeTalk(chats, peer).from(new TalkPlace.Newest());
    }

    private CompletableFuture<Read> from(TalkPlace place) {
        return chats.page(peer, place, PAGE).thenCompose(this::take);
    }

    private CompletableFuture<Read> take(TalkPage page) {
        for (int i = page.messages().size() - 1; i >= 0; i--) {
            Message message = page.messages().get(i);
            letters += message.text().length();
            if (read.size() >= MOST || (letters > MOST_LETTERS && !read.isEmpty())) {
                return CompletableFuture.completedFuture(new Read(List.copyOf(read), false));
            }
            read.addFirst(message);
        }
        boolean all = page.atEnd() || page.messages().isEmpty();
        return all
                ? CompletableFuture.completedFuture(new Read(List.copyOf(read), true))
                : from(new TalkPlace.Before(read.getFirst()));
    }
}
