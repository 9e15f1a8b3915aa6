package org.lamplight.ui.chat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;

/** The transcript of one talk after another, with what is loaded of it. EDT. */
final class TranscriptView {

    /** What a transcript tells. */
    interface Listener {
        /** What is shown differs; {@code empty}: nothing was written yet. */
        void changed(boolean empty);

        void typing(boolean typing);

        void failed(String sentence);

        /** Something was done otherwise than one would think. */
        void told(String sentence);
    }

    private final Domain domain;
    private final Listener listener;
    private final Transcript transcript;
    private final TranscriptScroll scroll;
    private final TranscriptRows rows;
    private final NewLine newLine = new NewLine();
    private final CopiedTalk copied;
    private @Nullable TalkFeed feed;
    private String peer = "";

    /** The key of the message that is looked for. */
    private @Nullable String wanted;

    TranscriptView(Domain domain, Stage stage, Texts texts, TranscriptDeeds deeds, Listener listener) {
        this.domain = domain;
        this.listener = listener;
        transcript = new Transcript(stage, texts, deeds);
        scroll = new TranscriptScroll(transcript, new Loader());
        rows = new TranscriptRows(stage.moments(), transcript.bodies()::parts);
        copied = new CopiedTalk(domain, texts, stage.moments(), new Copied());
        transcript.onReshape(this::layOut);
        transcript.beforeCopy(this::copyWhole);
        Keys.bind(transcript, "ctrl G", () -> new DateQuestion(stage, texts).ask(transcript, this::jump));
        Keys.bind(transcript, "ctrl END", this::newest);
        stage.reading().portraits().listen(transcript::repaint);
    }

    Scroller scroller() {
        return scroll.scroller();
    }

    TranscriptScroll scroll() {
        return scroll;
    }

    Transcript transcript() {
        return transcript;
    }

    /** Whether what is shown can be seen now. */
    boolean seen() {
        return scroll.seen();
    }

    /** Shows the talk with this peer, of which so many messages were not seen before. */
    void show(String newPeer, int unread) {
        close();
        peer = newPeer;
        transcript.clear();
        newLine.opened(unread);
        scroll.show(List.of(), 0, 0);
        scroll.toEnd();
        feed = new TalkFeed(domain, peer, new News());
    }

    /** The talk is not shown any more. */
    void close() {
        wanted = null;
        if (feed != null) {
            feed.close();
        }
    }

    /** Goes to the last message. */
    void newest() {
        if (feed != null && !feed.stretch().atEnd()) {
            feed.newest();
        } else {
            scroll.toEnd();
        }
    }

    /** Shows the talk from this instant on. */
    void jump(Instant to) {
        if (feed != null) {
            feed.jump(to);
        }
    }

    /** Shows the talk with this message at the top. */
    void jump(Message to) {
        if (feed == null) {
            return;
        }
        wanted = TalkStretch.key(to);
        if (feed.stretch().has(wanted)) {
            arrive();
        } else {
            feed.jump(to);
        }
    }

    /** What was looked for is marked, so that one sees it among others. */
    private void arrive() {
        String key = wanted;
        int row = key == null ? -1 : transcript.rowLayout().indexOf(key);
        if (key != null && row >= 0) {
            scroll.to(key);
            transcript.selection().mark(row, false);
            transcript.announce();
        }
        wanted = null;
    }

    /** The newest message of ours that can still be changed. */
    Optional<Message> lastOwn() {
        List<Message> messages = feed == null ? List.of() : feed.stretch().messages();
        return messages.stream()
                .filter(message -> message.direction() == Message.Direction.OUT)
                .filter(message ->
                        !message.details().retracted() && message.details().file() == null)
                .reduce((earlier, later) -> later);
    }

    /** What is not loaded is read for it; what is, is at hand. */
    private boolean copyWhole(boolean everything) {
        copied.giveUp();
        TalkFeed from = feed;
        boolean loaded =
                from == null || (from.stretch().atStart() && from.stretch().atEnd());
        if (everything && !loaded) {
            copied.copy(peer, transcript.painter().names());
        }
        return everything && !loaded;
    }

    private final class Copied implements CopiedTalk.Told {
        @Override
        public void cut(String sentence) {
            listener.told(sentence);
        }

        @Override
        public void failed(String sentence) {
            listener.failed(sentence);
        }
    }

    private void layOut() {
        TalkFeed from = feed;
        if (from != null) {
            TalkStretch stretch = from.stretch();
            List<Message> messages = stretch.messages();
            scroll.show(rows.of(messages, from.fetching(), newLine.at(messages)), stretch.before(), stretch.after());
        }
    }

    private final class News implements TalkFeed.Listener {
        @Override
        public void changed(boolean own) {
            newLine.seen(scroll.seen(), own);
            layOut();
            if (own) {
                newest();
            }
            tell();
        }

        @Override
        public void jumped(@Nullable Message to) {
            layOut();
            if (to == null) {
                scroll.toEnd();
            } else {
                scroll.to(TalkStretch.key(to));
                arrive();
            }
            tell();
        }

        private void tell() {
            TalkFeed from = feed;
            listener.changed(
                    from == null || (from.stretch().isEmpty() && from.stretch().atEnd()));
        }

        @Override
        public void typing(boolean typing) {
            listener.typing(typing);
        }

        @Override
        public void failed(String sentence) {
            listener.failed(sentence);
        }

        @Override
        public boolean reading() {
            return !scroll.atEnd();
        }
    }

    private final class Loader implements TranscriptScroll.Loader {
        private void ask(Consumer<TalkFeed> question) {
            if (feed != null) {
                question.accept(feed);
            }
        }

        @Override
        public void older() {
            ask(TalkFeed::older);
        }

        @Override
        public void newer() {
            ask(TalkFeed::newer);
        }

        @Override
        public void jump(long before) {
            ask(from -> from.jump(before));
        }
    }
}
