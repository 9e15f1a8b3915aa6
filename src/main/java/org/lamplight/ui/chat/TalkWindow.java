package org.lamplight.ui.chat;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;

/** One talk in a window of its own, beside the one with the list. EDT. */
final class TalkWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(560, 560);
    private static final Dimension LEAST = new Dimension(360, 320);

    private final transient Texts texts;
    private final transient Mirrors mirrors;
    private final String peer;
    private final TalkPane pane;

    /**
     * Makes the window of one talk.
     *
     * @param opens shows the talk with another address
     * @param closed called when the window is gone
     */
    TalkWindow(Domain domain, Stage stage, Mirrors mirrors, String peer, Consumer<String> opens, Runnable closed) {
        super("talk." + peer, "Lamplight", FIRST, LEAST, stage.places());
        this.texts = stage.texts(TalkWindow.class);
        this.mirrors = mirrors;
        this.peer = peer;
        pane = new TalkPane(domain, stage, texts, mirrors, opens);
        JPanel all = new JPanel(new BorderLayout());
        all.add(pane, BorderLayout.CENTER);
        all.add(pane.people(), BorderLayout.LINE_END);
        setContentPane(all);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        Keys.bindWithin(getRootPane(), "ctrl W", this::dispose);
        Keys.bindWithin(getRootPane(), "ctrl F", pane::find);
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

            @Override
            public void windowClosed(WindowEvent event) {
                pane.close();
                closed.run();
            }
        });
        pane.show(peer);
        name();
    }

    boolean isSeen() {
        return pane.isSeen();
    }

    /** Comes to the front, ready to write. */
    void write() {
        pane.focus();
        present();
    }

    void showMessage(Message message) {
        pane.showMessage(message);
    }

    /** With whom it is, after somebody was renamed too. */
    void name() {
        setTitle(texts.get("title", mirrors.name(peer)));
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
}
