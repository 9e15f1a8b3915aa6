package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Strip;
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
    private final TalkHeader header;
    private final CardLayout headers = new CardLayout();
    private final JPanel top = new JPanel(headers);
    private final transient RoomParts room;
    private final transient TranscriptView written;
    private final TalkBody body;
    private final JLabel typing = Plain.label(" ");
    private final JPanel notices = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow,fill]"));
    private final Composer composer;
    private final transient Draft draft;
    private final transient MentionCompletion mentions;
    private String peer = "";

    /** @param opens shows the talk with another address */
    TalkPane(Domain domain, Stage stage, Texts texts, Mirrors mirrors, Consumer<String> opens) {
        super(new MigLayout("insets 0, gap 0, wrap 1", "[grow,fill]", "[64!][1!][grow,fill,shrinkprio 200][20!][][]"));
        this.domain = domain;
        this.stage = stage;
        this.texts = texts;
        this.mirrors = mirrors;
        header = new TalkHeader(stage, texts);
        written = new TranscriptView(domain, stage, texts, new News());
        draft = new Draft(stage.drafts());
        body = new TalkBody(texts, written.scroller());
        composer = new Composer(texts, new Written());
        // what one looks up while writing
        Keys.bind(composer.field(), "PAGE_UP", () -> written.scroll().page(-1));
        Keys.bind(composer.field(), "PAGE_DOWN", () -> written.scroll().page(1));
        room = new RoomParts(domain, stage, mirrors, this, this::refused, opens, this::mention, this::refreshRoom);
        header.deed(room.growing(this));
        mentions = new MentionCompletion(composer.field(), room::names);
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
        typing.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $Lamplight.text2");
        notices.setOpaque(false);
        top.setOpaque(false);
        top.add(header, PERSON);
        top.add(room.header(), ROOM);
        add(top, "wmin 0");
        add(new Line());
        add(body, "hmin 0, wmin 0");
        add(typing, "gap " + TranscriptLook.TEXT_LEFT + " 20, wmin 0");
        add(notices, "wmin 0");
        add(composer, "gap 12 12 0 12, wmin 0");
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
        composer.text("");
        peer = newPeer;
        composer.text(stage.drafts().draft(newPeer));
        typing.setText(" ");
        notices.removeAll();
        body.nothing(false);
        room.show(newPeer);
        refreshPerson();
        written.show(newPeer, mirrors.talks().with(newPeer).map(Talk::unread).orElse(0));
    }

    private @Nullable Person person() {
        return mirrors.people().withAddress(peer).orElse(null);
    }

    private @Nullable Occupant occupant() {
        return mirrors.roomOf(peer)
                .map(around -> around.occupants().get(Room.nickOf(peer)))
                .orElse(null);
    }

    private String name() {
        return mirrors.name(peer);
    }

    private String firstName() {
        return room.isRoom() ? name() : name().replaceFirst("(?<=\\S)\\s.*", "");
    }

    /** Who is there, at the right of all. */
    JComponent people() {
        return room.people();
    }

    private void mention(String nick) {
        mentions.write(nick);
    }

    private void refreshRoom() {
        if (peer.isEmpty()) {
            return;
        }
        headers.show(top, room.isRoom() ? ROOM : PERSON);
        room.people().setVisible(room.showsPeople());
        refreshPerson();
    }

    /** Says anew with whom one talks and how they are. */
    void refreshPerson() {
        if (peer.isEmpty()) {
            return;
        }
        header.show(peer, name(), person(), occupant());
        body.with(firstName());
        composer.hint(texts.get("message.hint", firstName()));
        Transcript transcript = written.transcript();
        transcript
                .painter()
                .names(name(), mirrors.accounts().ownName(), mirrors.accounts().ownAddress());
        transcript.repaint();
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

    /** Says why something was not done. */
    void refused(String sentence) {
        notices.removeAll();
        Strip strip = new Strip(Strip.Tone.RED, sentence).button("refusal.close", texts.get("close"), () -> {
            notices.removeAll();
            revalidate();
        });
        strip.setName("refusal");
        notices.add(strip, "gap 12 12 0 8");
        revalidate();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.content());
        graphics.fillRect(0, 0, getWidth(), getHeight());
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
            refused(sentence);
        }
    }

    private final class Written implements Composer.Listener {
        @Override
        public void send(String text) {
            String to = peer;
            Question.ask(domain.core(), () -> domain.chats().send(to, text), sent -> {}, sentence -> {
                refused(sentence);
                giveBack(to, text);
            });
        }

        /** What could not be taken is not lost: it stands before what was written since. */
        private void giveBack(String to, String text) {
            boolean here = to.equals(peer);
            String since = here ? composer.text() : stage.drafts().draft(to);
            String all = since.isBlank() ? text : text + "\n" + since;
            stage.drafts().keepDraft(to, all);
            if (here) {
                composer.text(all);
            }
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
