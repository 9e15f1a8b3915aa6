package org.lamplight.ui.chat;

import java.awt.Component;
import java.awt.Rectangle;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.text.Link;

/** Carries out what one does with what is written. EDT. */
final class TalkDeeds implements TranscriptDeeds {

    /** Where it is done. */
    interface Place {
        /** Above it stands a question. */
        Component over();

        void show(Message message);

        EmojiPicker.Parts emoji();

        void begin(Composing.Kind kind, Message about);

        void refused(String sentence);
    }

    private final Domain domain;
    private final Stage stage;
    private final Texts texts;
    private final Place place;

    TalkDeeds(Domain domain, Stage stage, Texts texts, Place place) {
        this.domain = domain;
        this.stage = stage;
        this.texts = texts;
        this.place = place;
    }

    @Override
    public void retry(Message failed) {
        Question.ask(domain.core(), () -> domain.chats().retry(failed), done -> {}, place::refused);
    }

    @Override
    public void jump(Message answer) {
        Details.Reply reply = Objects.requireNonNull(answer.details().reply());
        Question.ask(
                domain.core(),
                () -> domain.chats().find(answer.peer(), reply.id()),
                found -> found.ifPresentOrElse(place::show, () -> place.refused(texts.get("reply.gone"))),
                place::refused);
    }

    @Override
    public void react(Message to, Collection<String> emoji) {
        Question.ask(domain.core(), () -> domain.chats().amendments().react(to, emoji), done -> {}, place::refused);
    }

    @Override
    public void pickEmoji(Component in, Rectangle beside, Consumer<String> takes) {
        place.emoji().pick(in, beside, takes);
    }

    @Override
    public void reply(Message to) {
        place.begin(Composing.Kind.REPLY, to);
    }

    @Override
    public void edit(Message own) {
        place.begin(Composing.Kind.EDIT, own);
    }

    @Override
    public void delete(Message own) {
        String yes = texts.get("delete.yes");
        FormDialog dialog = new FormDialog(place.over(), "delete", texts.get("delete"), yes, texts.get("date.cancel"));
        dialog.say(texts.get("delete.say")).destroying().ask(() -> {
            Consumer<Message> done = gone -> {};
            Question.ask(domain.core(), () -> domain.chats().amendments().retract(own), done, place::refused);
            return "";
        });
    }

    @Override
    public void openFile(Message with) {
        stage.reading().files().open(with);
    }

    @Override
    public void decline(Message with) {
        domain.core().execute(() -> domain.files().cancel(with));
    }

    @Override
    public void open(Link link) {
        stage.reading().links().open(link, place::refused);
    }
}
