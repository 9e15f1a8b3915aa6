package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.core.Threads;
import org.lamplight.people.FirstName;
import org.lamplight.people.Person;
import org.lamplight.ui.call.CallBar;
import org.lamplight.ui.call.CallDeeds;
import org.lamplight.ui.files.FilePanel;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.rooms.MentionCompletion;
import org.lamplight.ui.rooms.RoomParts;

/** One talk: with whom, what was written, and where one writes. Shows one peer after another. EDT. */
final class TalkPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String PERSON = "person";
    private static final String ROOM = "room";

    private final transient Domain domain;
    private final transient Stage stage;
    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final transient TalkMenu menu;
    private final TalkHeader header;
    private final CardLayout headers = new CardLayout();
    private final JPanel top = new JPanel(headers);
    private final transient RoomParts room;
    private final transient MentionCompletion mentions;
    private final transient TranscriptView written;
    private final TalkBody body;
    private final JLabel typing = Plain.label(" ");
    private final TalkNotices notices;
    private final Composer composer;
    private final Composing composing;
    private final transient Draft draft;
    private final transient Sending sending;
    private final FindBar find;
    private final FilePanel files;
    private final CallBar calls;
    private final CallButton call;
    private String peer = "";

    /** @param opens shows the talk with another address */
    TalkPane(Domain domain, Stage stage, Texts texts, Mirrors mirrors, Consumer<String> opens) {
        super(new MigLayout(
                "insets 0, gap 0, wrap 1", "[grow,fill]", "[64!][1!][][grow,fill,shrinkprio 200][20!][][][][][]"));
        this.domain = domain;
        this.stage = stage;
        this.texts = texts;
        this.mirrors = mirrors;
        notices = new TalkNotices(texts);
        HistoryDeeds deeds = new HistoryDeeds(domain, texts, this, notices);
        menu = new TalkMenu(texts, this::find, () -> deeds.export(peer, name()), () -> deeds.delete(peer, name()));
        room = new RoomParts(
                domain,
                stage,
                mirrors,
                this,
                menu::addTo,
                notices::refuse,
                opens,
                this::mention,
                this::noteOfRoom,
                this::refreshRoom);
        call = new CallButton(texts, mirrors, new CallDeeds(domain, notices::refuse));
        header = new TalkHeader(stage, texts, deeds(call, room.growing(this), menu.button()));
        written = new TranscriptView(domain, stage, texts, new TalkDeeds(domain, stage, texts, new Here()), new News());
        composing = new Composing(texts, this::endComposing);
        draft = new Draft(stage.drafts());
        body = new TalkBody(texts, written.scroller());
        composer = new Composer(texts, new Written());
        sending = new Sending(domain, stage.drafts(), composing, composer, notices::refuse);
        mentions = new MentionCompletion(composer.field(), room::names);
        SpellMarks spelling = new SpellMarks(composer.field(), stage.reading().spelling(), this::names);
        spelling.install();
        new ComposerMenu(composer.field(), texts, spelling).install();
        find = new FindBar(texts, new Finding());
        files = new FilePanel(domain, stage, Threads.single("enclosures"), this::enclosed, notices::refuse);
        calls = new CallBar(domain, stage, mirrors);
        room.takePeople(this);
        files.takeDrops(this);
        files.takeDrops(composer.field());
        Keys.bind(composer.field(), "ESCAPE", this::endComposing);
        composer.onUp(() -> written.lastOwn().ifPresent(own -> new Here().begin(Composing.Kind.EDIT, own)));
        // what one looks up while writing
        Keys.bind(composer.field(), "PAGE_UP", () -> written.scroll().page(-1));
        Keys.bind(composer.field(), "PAGE_DOWN", () -> written.scroll().page(1));
        layOut();
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                refreshPerson();
            }

            @Override
            public void repainted(Set<String> ids) {
                refreshPerson();
            }
        });
    }

    private void layOut() {
        typing.setName("typing");
        typing.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        top.setOpaque(false);
        top.add(header, PERSON);
        top.add(room.header(), ROOM);
        add(top, "wmin 0");
        add(new Line());
        add(find, "wmin 0, hidemode 2");
        add(body, "hmin 0, wmin 0");
        add(typing, "gap " + TranscriptLook.TEXT_LEFT + " 20 0 4, wmin 0");
        add(notices, "wmin 0");
        add(files, "wmin 0, hidemode 3");
        add(calls, "gap 12 12 0 8, wmin 0, hidemode 3");
        add(composing, "gap 12 12 0 4, wmin 0, hidemode 3");
        add(room.foot(), "gap 12 12 0 12, wmin 0, hidemode 3");
        add(composer, "gap 12 12 0 12, wmin 0, hidemode 3");
    }

    String peer() {
        return peer;
    }

    TranscriptView written() {
        return written;
    }

    Composer composer() {
        return composer;
    }

    /** Offers a window of its own in the menu. */
    void onApart(Consumer<String> opens) {
        menu.apart(() -> opens.accept(peer));
    }

    /** Finds words in this talk. */
    void find() {
        if (!peer.isEmpty()) {
            find.open();
        }
    }

    /** Goes to this message and marks it, however far back it lies. */
    void showMessage(Message message) {
        written.jump(message);
    }

    /** Takes what another window of the same talk began to write. */
    void takeDraft() {
        // what came into this one while the window was not in front is newer
        draft.keep();
        String begun = stage.drafts().draft(peer);
        if (!peer.isEmpty() && !begun.equals(composer.text())) {
            composer.text(begun);
        }
    }

    /** The talk is not shown any more. */
    void close() {
        draft.keep();
        written.close();
    }

    /** What is being written is not lost, whatever becomes of the window. */
    void keepDraft() {
        draft.keep();
    }

    /** Shows the talk with this peer, and what one had begun to write. */
    void show(String newPeer) {
        if (newPeer.equals(peer)) {
            return;
        }
        draft.keep();
        composing.end();
        find.close();
        composer.text("");
        peer = newPeer;
        composer.text(stage.drafts().draft(newPeer));
        typing.setText(" ");
        files.show(newPeer);
        calls.show(newPeer);
        notices.say(null);
        body.nothing(false);
        room.show(newPeer);
        refreshPerson();
        written.show(newPeer, mirrors.talks().with(newPeer).map(Talk::unread).orElse(0));
    }

    private @Nullable Person person() {
        return mirrors.people().withAddress(peer).orElse(null);
    }

    private String name() {
        return mirrors.name(peer);
    }

    /** Of those whom one may name here. */
    private Collection<String> names() {
        List<String> all = new ArrayList<>(room.names());
        all.addAll(List.of(name(), room.nick(), mirrors.accounts().ownName()));
        return all;
    }

    private String firstName() {
        return room.isRoom() ? name() : FirstName.of(name());
    }

    private static JPanel deeds(JComponent... buttons) {
        JPanel deeds = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3"));
        deeds.setOpaque(false);
        for (JComponent button : buttons) {
            deeds.add(button, "h 32!");
        }
        return deeds;
    }

    /** Who is there, at the right of all. */
    JComponent people() {
        return room.people();
    }

    private void mention(String nick) {
        mentions.write(nick);
    }

    private void refreshRoom() {
        if (!peer.isEmpty()) {
            headers.show(top, room.isRoom() ? ROOM : PERSON);
            room.people().setVisible(room.showsPeople());
            refreshPerson();
            showComposer(room.takesMessages());
        }
    }

    /** Whoever writes while it goes must not press with the next letter what stands there instead. */
    private void showComposer(boolean now) {
        if (now == composer.isVisible()) {
            return;
        }
        boolean writing = composer.field().isFocusOwner();
        composer.setVisible(now);
        revalidate();
        if (now && room.wasEntering()) {
            composer.focus();
        } else if (writing) {
            written.transcript().requestFocusInWindow();
        }
    }

    /** Gives the keys to where one writes, or to what leads there. */
    void focus() {
        firstFocus().requestFocusInWindow();
    }

    Component firstFocus() {
        Component back = room.wayBack();
        return composer.isVisible() ? composer.field() : back == null ? written.transcript() : back;
    }

    private void noteOfRoom(String sentence) {
        notices.note(sentence, room::noted);
    }

    private @Nullable Occupant occupant() {
        return mirrors.roomOf(peer)
                .map(around -> around.occupants().get(Room.nickOf(peer)))
                .orElse(null);
    }

    /** Says anew with whom one talks and how they are. */
    void refreshPerson() {
        if (peer.isEmpty()) {
            return;
        }
        header.show(peer, name(), person(), occupant());
        call.show(person());
        body.with(firstName(), room.isRoom());
        composer.hint(texts.get("message.hint", firstName()));
        String own = mirrors.accounts().ownName();
        written.transcript()
                .names(new TalkNames(
                        texts, peer, name(), own, mirrors.accounts().ownAddress(), room.nick()));
    }

    /** Whether it is in front of the user. */
    boolean isSeen() {
        return written.seen();
    }

    /** Tells core that all of it was seen, if it was. */
    void seen() {
        String now = peer;
        if (!now.isEmpty() && written.seen()) {
            domain.core().execute(() -> domain.chats().read(now));
        }
    }

    private void enclosed() {
        composer.enclose(!files.isEmpty());
        revalidate();
    }

    private EmojiPicker.Parts emoji() {
        TranscriptLook look = written.transcript().rowLayout().look();
        return new EmojiPicker.Parts(look, texts, stage.reading().emoji());
    }

    /** What was begun to be changed stays as it is; an answer becomes a message of its own. */
    private void endComposing() {
        if (composing.kind() == Composing.Kind.EDIT) {
            composer.text("");
        }
        composing.end();
        composer.focus();
    }

    void refused(String sentence) {
        notices.refuse(sentence);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.content());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    private final class Here implements TalkDeeds.Place {
        @Override
        public Component over() {
            return TalkPane.this;
        }

        @Override
        public void show(Message message) {
            showMessage(message);
        }

        @Override
        public void begin(Composing.Kind kind, Message about) {
            if (kind == Composing.Kind.EDIT) {
                composer.text(about.text());
            }
            composing.begin(kind, about, written.transcript().painter().names());
            composer.focus();
        }

        @Override
        public EmojiPicker.Parts emoji() {
            return TalkPane.this.emoji();
        }

        @Override
        public void refused(String sentence) {
            notices.refuse(sentence);
        }
    }

    private final class Finding implements FindBar.Talk {
        @Override
        public void search(String words, int most, Consumer<List<Message>> found) {
            String in = peer;
            Question.ask(domain.core(), () -> domain.chats().history(in, most, null, words), found, notices::refuse);
        }

        @Override
        public void show(Message message) {
            showMessage(message);
        }

        @Override
        public void closed() {
            composer.focus();
        }
    }

    private final class News implements TranscriptView.Listener {
        @Override
        public void changed(boolean empty) {
            body.nothing(empty);
            seen();
        }

        @Override
        public void typing(boolean now) {
            typing.setText(now ? texts.get("typing", firstName()) : " ");
        }

        @Override
        public void failed(String sentence) {
            notices.refuse(sentence);
        }

        @Override
        public void told(String sentence) {
            notices.note(sentence, () -> {});
        }
    }

    private final class Written implements Composer.Listener {
        @Override
        public void send(String text) {
            if (!text.isEmpty()) {
                // what was answered or changed is done with
                written.transcript().deselect();
                sending.send(TalkPane.this::peer, text);
            }
            files.send();
        }

        @Override
        public void attach() {
            files.choose();
        }

        @Override
        public void emoji(Component button) {
            TalkPane.this.emoji().pick(button, new Rectangle(button.getSize()), chosen -> {
                composer.field().replaceSelection(chosen);
                composer.focus();
            });
        }

        @Override
        public void edited(String text) {
            draft.edited(peer, text);
        }

        @Override
        public void typing(boolean now) {
            String to = peer;
            domain.core().execute(() -> domain.chats().typing(to, now));
        }
    }
}
