package org.lamplight.ui.rooms;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Strip;

/** Where one writes in a room: that one is not in it, why, and the way back if there is one. EDT. */
final class RoomFoot extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Runnable enter;
    private String said = "";
    private boolean offered;
    private boolean hadFocus;
    private @Nullable Strip strip;

    /** @param enter enters the room */
    RoomFoot(Texts texts, Runnable enter) {
        super(new BorderLayout());
        this.texts = texts;
        this.enter = enter;
        setOpaque(false);
        setName("room.foot");
        setVisible(false);
    }

    /** @param room null where the talk is in none */
    void show(@Nullable Room room) {
        hadFocus = holdsFocus();
        String now = room == null ? "" : words(room);
        boolean offers = room != null && room.back() != Room.Back.NEVER;
        if (now.equals(said) && offers == offered) {
            return;
        }
        said = now;
        offered = offers;
        removeAll();
        strip = room == null || now.isEmpty() ? null : strip(room, now);
        if (strip != null) {
            add(strip);
        }
        setVisible(strip != null);
        revalidate();
        repaint();
    }

    private Strip strip(Room room, String sentence) {
        boolean chosen = room.stay() == Room.Stay.LEFT && room.reason() == null;
        Strip made = new Strip(chosen ? Strip.Tone.PLAIN : Strip.Tone.AMBER, sentence);
        made.setName("room.out");
        return room.back() == Room.Back.NEVER ? made : made.button("room.again", texts.get("room.rejoin"), enter);
    }

    private String words(Room room) {
        String reason = room.reason();
        boolean returning = room.back() == Room.Back.ITSELF;
        return switch (room.stay()) {
            case LEFT -> reason == null ? texts.get("stay.left") : PlainText.line(reason);
            case OUT -> reason != null ? PlainText.line(reason) : returning ? "" : texts.get("stay.out");
            case JOINING, IN -> "";
        };
    }

    /** What leads back; null if nothing does. */
    @Nullable
    Component wayBack() {
        return strip == null ? null : strip.first();
    }

    /** Whether the keys were there before it was shown last. */
    boolean hadFocus() {
        return hadFocus;
    }

    private boolean holdsFocus() {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        return owner != null && SwingUtilities.isDescendingFrom(owner, this);
    }
}
