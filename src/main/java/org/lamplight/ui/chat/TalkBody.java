package org.lamplight.ui.chat;

import javax.swing.JPanel;
import javax.swing.OverlayLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.EmptyState;
import org.lamplight.ui.kit.Scroller;

/** What was written, or that nothing was yet. EDT. */
final class TalkBody extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private @Nullable EmptyState empty;
    private boolean nothing;
    private String name = "";
    private boolean room;

    TalkBody(Texts texts, Scroller written) {
        this.texts = texts;
        setLayout(new OverlayLayout(this));
        setOpaque(false);
        add(written);
    }

    /** With whom it is, or in which room. */
    void with(String who, boolean isRoom) {
        if (!who.equals(name) || isRoom != room) {
            name = who;
            room = isRoom;
            replaceEmpty();
        }
    }

    /** Whether it is known that there is nothing. */
    void nothing(boolean isEmpty) {
        nothing = isEmpty;
        if (empty != null) {
            empty.setVisible(nothing);
        }
    }

    /** The words lie above the transcript. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    private void replaceEmpty() {
        if (empty != null) {
            remove(empty);
        }
        String say = texts.get(room ? "talk.empty.room" : "talk.empty.say", name);
        empty = new EmptyState("chat", texts.get("talk.empty"), say);
        empty.setName("talk.empty");
        empty.setVisible(nothing);
        add(empty, 0);
        revalidate();
    }
}
