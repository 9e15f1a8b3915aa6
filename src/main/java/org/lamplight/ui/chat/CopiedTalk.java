package org.lamplight.ui.chat;

import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.List;
import java.util.function.Consumer;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Moments;
import org.lamplight.ui.kit.Question;

/** Puts a whole talk into the clipboard, also what is not loaded. EDT. */
final class CopiedTalk {

    /** Hears what came of it. */
    interface Told {
        /** Not all of it was taken, as a sentence. */
        void cut(String sentence);

        void failed(String sentence);
    }

    private final Domain domain;
    private final Texts texts;
    private final Moments moments;
    private final Beside beside = new Beside("copied-talk");
    private final Consumer<String> clipboard;
    private final Told told;
    private int asked;

    CopiedTalk(Domain domain, Texts texts, Moments moments, Told told) {
        this.domain = domain;
        this.texts = texts;
        this.moments = moments;
        this.told = told;
        this.clipboard =
                text -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }

    /** Something else was copied since: what is on its way must not replace it. */
    void giveUp() {
        asked++;
    }

    void copy(String peer, TalkNames names) {
        int question = ++asked;
        Question.ask(
                domain.core(),
                () -> WholeTalk.read(domain.chats(), peer),
                read -> write(question, read, names),
                told::failed);
    }

    private void write(int question, WholeTalk.Read read, TalkNames names) {
        beside.start(
                () -> text(read.messages(), names, moments),
                text -> {
                    if (question == asked && !text.isEmpty()) {
                        clipboard.accept(text);
                        if (!read.whole()) {
                            told.cut(texts.get("copied.cut", read.messages().size()));
                        }
                    }
                },
                failure -> told.failed(texts.get("copied.failed")));
    }

    /** One message after the other, as where several are selected. */
    static String text(List<Message> messages, TalkNames names, Moments moments) {
        StringBuilder all = new StringBuilder();
        for (Message message : messages) {
            all.append(all.isEmpty() ? "" : "\n")
                    .append(CopiedText.head(message, names, moments))
                    .append(Body.of(Bodies.says(message, names::name), true).text());
        }
        return all.toString();
    }
}
