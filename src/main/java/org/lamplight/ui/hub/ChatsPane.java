package org.lamplight.ui.hub;

import java.awt.CardLayout;
import java.awt.Graphics;
import java.util.List;
import java.util.Locale;
import javax.swing.JPanel;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.TalkList;

/** Recent talks. EDT. */
final class ChatsPane extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Mirrors mirrors;
    private final CardLayout cards;
    private final TalkList list;
    private String wanted = "";

    ChatsPane(Stage stage, Texts texts, Mirrors mirrors, Openings openings) {
        super(new CardLayout());
        this.mirrors = mirrors;
        this.cards = (CardLayout) getLayout();
        setOpaque(false);
        list = new TalkList(stage, mirrors, texts.get("chats"), "Lamplight.content", openings::talk);
        Scroller scroller = new Scroller(list);
        scroller.getViewport().setOpaque(false);
        add(scroller, "list");
        add(new EmptyState("chat", texts.get("empty.noTalk"), texts.get("empty.noTalk.say")), "empty");
        list.follow(mirrors, this::refresh);
        refresh();
    }

    TalkList talkList() {
        return list;
    }

    void search(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        refresh();
    }

    private void refresh() {
        List<Talk> shown = mirrors.talks().all().stream()
                .filter(talk -> mirrors.matches(talk, wanted))
                .toList();
        list.show(shown);
        cards.show(this, shown.isEmpty() ? "empty" : "list");
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.content());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }
}
