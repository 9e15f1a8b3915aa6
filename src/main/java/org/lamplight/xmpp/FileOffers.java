package org.lamplight.xmpp;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.lamplight.backend.BackendContext;
import org.lamplight.chat.Details;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.Message;
import org.lamplight.core.PlainText;
import org.lamplight.xmpp.jingle.JingleFiles;
import org.lamplight.xmpp.stream.AccountKeys;

/** Puts files that peers offer into their talks, and takes note there when an offer has ended. From any thread. */
final class FileOffers implements JingleFiles.Ear {
    private final AccountKeys keys;
    private final BackendContext context;

    /** By the addresses at which they are offered. */
    private final Map<String, Message> open = new ConcurrentHashMap<>();

    FileOffers(AccountKeys keys, BackendContext context) {
        this.keys = keys;
        this.context = context;
    }

    @Override
    public void offered(String peer, String url, String name, String words, long size, String type) {
        Message message = new Message(
                UUID.randomUUID().toString(),
                keys.bare(),
                peer,
                Instant.now(),
                Message.Direction.IN,
                peer,
                PlainText.lines(words.isEmpty() ? name : words),
                Message.State.DELIVERED,
                null,
                Details.NONE.withFile(new SharedFile(name, size, type, url, null)));
        open.put(url, message);
        context.core().execute(() -> context.chats().received(message));
    }

    @Override
    public void taken(String url) {
        open.remove(url);
    }

    @Override
    public void withdrawn(String url, String why) {
        Message message = open.remove(url);
        if (message != null) {
            context.core().execute(() -> context.files().withdrawn(message, why));
        }
    }
}
