package org.lamplight.ui.chat;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.time.Instant;
import java.util.function.Consumer;
import javax.swing.DropMode;
import javax.swing.JPanel;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;
import org.lamplight.ui.rooms.PersonDrop;

/** All talks in one window. Keeps what one began to write in each while the program runs. All on the EDT. */
public final class ConversationWindow extends WindowFrame implements Openings {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(960, 680);
    private static final Dimension LEAST = new Dimension(560, 400);
    private static final int FOLDS_BELOW = 720;
    private static final String TALK = "talk";

    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final TalkSide side;
    private final TalkPane pane;
    private transient Consumer<String> apart = address -> {};
    private final CardLayout cards = new CardLayout();
    private final JPanel stageFor = new JPanel(cards);

    public ConversationWindow(Domain domain, Stage stage, Mirrors mirrors) {
        super("conversation", "Lamplight", FIRST, LEAST, stage.places());
        this.texts = stage.texts(ConversationWindow.class);
        this.mirrors = mirrors;
        side = new TalkSide(stage, texts, mirrors, this::open);
        pane = new TalkPane(domain, stage, texts, mirrors, this::open);
        side.talkList().setDropMode(DropMode.ON);
        side.talkList().setTransferHandler(PersonDrop.onRows(domain, side.talkList(), this::open, pane::refused));
        stageFor.setOpaque(false);
        stageFor.add(new EmptyState("chat", texts.get("empty"), texts.get("empty.say")), "empty");
        stageFor.add(pane, TALK);
        JPanel all = new JPanel(new BorderLayout());
        all.add(side, BorderLayout.LINE_START);
        all.add(stageFor, BorderLayout.CENTER);
        pane.people().setVisible(false);
        all.add(pane.people(), BorderLayout.LINE_END);
        setContentPane(all);
        bind();
        mirrors.rooms().listen(this::name);
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                name();
            }
        });
    }

    private void bind() {
        Keys.bindWithin(getRootPane(), "ctrl PAGE_DOWN", () -> open(side.beside(1)));
        Keys.bindWithin(getRootPane(), "ctrl PAGE_UP", () -> open(side.beside(-1)));
        hideBy("ctrl W");
        Keys.bindWithin(getRootPane(), "ctrl F", pane::find);
        // the field's own meaning of this key is none that anybody misses
        Keys.bind(pane.composer().field(), "ctrl shift O", () -> apart.accept(pane.peer()));
        Keys.bindWithin(getRootPane(), "ctrl shift O", () -> apart.accept(pane.peer()));
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                side.fold(getWidth() < Look.px(FOLDS_BELOW));
            }
        });
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowActivated(WindowEvent event) {
                pane.takeDraft();
                pane.seen();
            }

            @Override
            public void windowDeactivated(WindowEvent event) {
                pane.keepDraft();
            }
        });
    }

    /** Shows the talk with this bare address, in front, ready to write. */
    @Override
    public void talk(String address) {
        Edt.requireEdt();
        open(address);
        present();
    }

    /** Opens talks in windows of their own from now on, by Ctrl+Shift+O or a double click in the list. */
    void onApart(Consumer<String> opens) {
        apart = opens;
        side.onDoubleClick(opens);
        pane.onApart(opens);
    }

    /** Goes to this message of the talk that is shown. */
    void showMessage(Message message) {
        pane.showMessage(message);
    }

    /** Whether the user has this talk in front of them. */
    public boolean isSeen(String address) {
        Edt.requireEdt();
        return pane.peer().equals(address) && pane.isSeen();
    }

    /** Shows the open talk from this instant on. EDT. */
    public void jump(Instant to) {
        pane.written().jump(to);
    }

    /** Shows the talk that this message stands in, with the message marked. EDT. */
    public void show(Message message) {
        Edt.requireEdt();
        open(message.peer());
        pane.written().jump(message);
        present();
    }

    Transcript transcript() {
        return pane.written().transcript();
    }

    @Override
    protected Component firstFocus() {
        return pane.firstFocus();
    }

    @Override
    protected void minutePassed() {
        pane.refreshPerson();
        repaint();
    }

    private void open(String address) {
        if (address.isEmpty()) {
            return;
        }
        pane.show(address);
        side.select(address);
        cards.show(stageFor, TALK);
        name();
        pane.focus();
        pane.seen();
    }

    private void name() {
        if (!pane.peer().isEmpty()) {
            setTitle(texts.get("title", mirrors.name(pane.peer())));
        }
    }
}
