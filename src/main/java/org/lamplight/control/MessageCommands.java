package org.lamplight.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;

/** {@code chat reply|correct|react|retract}: what is done with one message, which any of its ids names. */
final class MessageCommands {
    static final String USAGE =
            "chat reply|correct ADDRESS ID TEXT | chat react ADDRESS ID [EMOJI…] | chat retract ADDRESS ID";
    private static final Texts TEXTS = Texts.of(MessageCommands.class);

    private final Waiting core;
    private final Chats chats;
    private final Addressing addressing;

    /** Whom a word means. */
    interface Addressing {
        String peer(String word) throws Refusal, InterruptedException;
    }

    MessageCommands(Waiting core, Chats chats, Addressing addressing) {
        this.core = core;
        this.chats = chats;
        this.addressing = addressing;
    }

    void run(List<String> args, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of(), Set.of(), USAGE);
        words.next();
        String deed = words.next();
        String peer = addressing.peer(words.next());
        String id = words.next();
        Message message = core.forResult(() -> chats.find(peer, id))
                .orElseThrow(() -> new Refusal(TEXTS.get("message.unknown", id)));
        out.line(ChatJson.message(done(deed, message, words)));
    }

    private Message done(String deed, Message message, Arguments words) throws Refusal, InterruptedException {
        if (deed.equals("react")) {
            List<String> emoji = new ArrayList<>();
            for (Optional<String> next = words.maybeNext(); next.isPresent(); next = words.maybeNext()) {
                emoji.add(next.get());
            }
            return core.forResult(() -> chats.amendments().react(message, emoji));
        }
        String text = deed.equals("retract") ? "" : words.next();
        words.end();
        return switch (deed) {
            case "reply" -> core.forResult(() -> chats.reply(message, text));
            case "correct" -> core.forResult(() -> chats.amendments().correct(message, text));
            default -> core.forResult(() -> chats.amendments().retract(message));
        };
    }
}
