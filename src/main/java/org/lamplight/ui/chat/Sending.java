package org.lamplight.ui.chat;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lamplight.chat.Message;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Drafts;
import org.lamplight.ui.kit.Question;

/** Sends what was written, as a message, an answer or a correction; what could not be taken is given back. EDT. */
final class Sending {
    private final Domain domain;
    private final Drafts drafts;
    private final Composing composing;
    private final Composer composer;
    private final Consumer<String> refused;

    Sending(Domain domain, Drafts drafts, Composing composing, Composer composer, Consumer<String> refused) {
        this.domain = domain;
        this.drafts = drafts;
        this.composing = composing;
        this.composer = composer;
        this.refused = refused;
    }

    /** {@code peer} tells which talk is shown by the time that the answer is here. */
    void send(Supplier<String> peer, String text) {
        String to = peer.get();
        Question.ask(domain.core(), deed(to, text), sent -> {}, sentence -> {
            refused.accept(sentence);
            giveBack(to, to.equals(peer.get()), text);
        });
    }

    private Supplier<CompletableFuture<Message>> deed(String to, String text) {
        Composing.Kind kind = composing.kind();
        if (kind == null) {
            return () -> domain.chats().send(to, text);
        }
        Message about = composing.about();
        composing.end();
        return kind == Composing.Kind.EDIT
                ? () -> domain.chats().amendments().correct(about, text)
                : () -> domain.chats().reply(about, text);
    }

    /** What could not be taken is not lost: it stands before what was written since. */
    private void giveBack(String to, boolean here, String text) {
        String since = here ? composer.text() : drafts.draft(to);
        String all = since.isBlank() ? text : text + "\n" + since;
        drafts.keepDraft(to, all);
        if (here) {
            composer.text(all);
        }
    }
}
