package org.lamplight.ui.chat;

import java.awt.Rectangle;
import java.util.List;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.lamplight.chat.Details;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.MenuClicks;

/** What can be done with what is selected. EDT. */
final class TranscriptMenu {
    private static final int SIDE = 16;

    private final Transcript transcript;
    private final Texts texts;
    private final TranscriptDeeds deeds;

    TranscriptMenu(Transcript transcript, Texts texts, TranscriptDeeds deeds) {
        this.transcript = transcript;
        this.texts = texts;
        this.deeds = deeds;
    }

    /** Right clicks open it, after they have selected what is under the pointer. */
    void install() {
        transcript.addMouseListener(new MenuClicks(event -> open(event.getX(), event.getY())));
    }

    /** Opens it where the keyboard stands: below the message, or above it, so that one sees what it is about. */
    void atLead() {
        JPopupMenu menu = menu();
        int row = transcript.selection().leadRow();
        Rectangle seen = transcript.getVisibleRect();
        int x = transcript.rowLayout().look().textLeft();
        if (row < 0) {
            menu.show(transcript, x, seen.y + Look.px(TranscriptLook.LINE));
            return;
        }
        Rectangle message = seen(row);
        int bottom = message.y + message.height;
        int height = menu.getPreferredSize().height;
        Rectangle screen = transcript.getGraphicsConfiguration().getBounds();
        int room = screen.y + screen.height - transcript.getLocationOnScreen().y - bottom;
        menu.show(transcript, x, room >= height ? bottom : message.y - height);
    }

    private Rectangle seen(int row) {
        int height = transcript.rowLayout().height(row);
        int width = transcript.getWidth() - Look.px(SIDE);
        return transcript.getVisibleRect().intersection(new Rectangle(0, transcript.y(row), width, height));
    }

    private void open(int x, int y) {
        menu().show(transcript, x, y);
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("transcript.menu");
        List<Message> selected = transcript.selected().messages();
        if (selected.size() == 1 && !selected.get(0).details().retracted()) {
            one(menu, selected.get(0));
        }
        item(menu, "copy", transcript::copy).setEnabled(!selected.isEmpty());
        if (selected.stream().anyMatch(message -> message.state() == Message.State.FAILED)) {
            item(menu, "tryAgain", () -> retry(selected));
        }
        return menu;
    }

    private void one(JPopupMenu menu, Message message) {
        boolean own = message.direction() == Message.Direction.OUT;
        item(menu, "reply", () -> deeds.reply(message));
        menu.add(react(message));
        if (own && message.details().file() == null) {
            item(menu, "edit", () -> deeds.edit(message));
        }
        if (own) {
            item(menu, "delete", () -> deeds.delete(message));
        }
        Details.SharedFile file = message.details().file();
        if (!own && file != null && file.isOffered()) {
            item(menu, "decline", () -> deeds.decline(message));
        }
        menu.addSeparator();
    }

    private JMenu react(Message message) {
        JMenu react = new JMenu(texts.get("react"));
        react.setName("transcript.react");
        for (String emoji : Reactions.USUAL) {
            JMenuItem item = new JMenuItem(new EmojiIcon(transcript.rowLayout().look(), emoji));
            item.setName("transcript.react." + emoji);
            item.getAccessibleContext().setAccessibleName(emoji);
            item.addActionListener(event -> react(message, emoji));
            react.add(item);
        }
        JMenuItem others = new JMenuItem(texts.get("react.others"));
        others.setName("transcript.react.others");
        others.addActionListener(event -> pickReaction(message));
        react.add(others);
        return react;
    }

    private void react(Message message, String emoji) {
        deeds.react(message, new Reactions(message, transcript.painter().names()).toggled(emoji));
    }

    private void pickReaction(Message message) {
        int row = transcript.selection().leadRow();
        Rectangle beside = row < 0 ? transcript.getVisibleRect() : seen(row);
        deeds.pickEmoji(transcript, beside, emoji -> {
            react(message, emoji);
            transcript.requestFocusInWindow();
        });
    }

    private void retry(List<Message> selected) {
        selected.stream()
                .filter(message -> message.state() == Message.State.FAILED)
                .forEach(deeds::retry);
    }

    private JMenuItem item(JPopupMenu menu, String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get(name));
        item.setName("transcript." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
        return item;
    }
}
