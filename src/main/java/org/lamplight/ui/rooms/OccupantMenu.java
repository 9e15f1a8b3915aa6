package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Point;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;

/** What one can do with somebody in a room: only what we may. Made for one showing. EDT. */
final class OccupantMenu {
    private final Texts texts;
    private final JPopupMenu menu = new JPopupMenu();

    /**
     * @param message opens the talk with this address
     * @param mention writes this name
     */
    OccupantMenu(
            Texts texts,
            RoomActions actions,
            Room room,
            Occupant occupant,
            Consumer<String> message,
            Consumer<String> mention) {
        this.texts = texts;
        menu.setName("occupant.menu");
        Occupant self = room.self().orElse(null);
        if (occupant.equals(self)) {
            item("nick", () -> actions.editNick(room));
            return;
        }
        String address = occupant.address();
        item("message", () -> message.accept(address == null ? room.occupantAddress(occupant.nick()) : address));
        item("mention", () -> mention.accept(occupant.nick()));
        if (self != null) {
            judge(actions, room, self, occupant);
        }
    }

    private void judge(RoomActions actions, Room room, Occupant self, Occupant occupant) {
        if (room.features().moderated() && self.mayGiveVoice(occupant)) {
            boolean given = occupant.role() == Role.VISITOR;
            menu.addSeparator();
            item(given ? "voice" : "noVoice", () -> actions.voice(room, occupant, given));
        }
        if (occupant.address() != null) {
            String nick = occupant.nick();
            Ranks ranks = new Ranks(texts, actions, room, "occupant");
            ranks.addTo(menu, self.affiliation(), new Ranks.Whom(nick, nick, occupant.affiliation()), () -> {});
        }
        if (self.mayKick(occupant)) {
            menu.addSeparator();
            item("kick", () -> actions.kick(room, occupant));
        }
        if (self.mayJudge(occupant) && occupant.address() != null) {
            item("ban", () -> actions.ban(room, occupant));
        }
    }

    void show(Component over, Point at) {
        menu.show(over, at.x, at.y);
    }

    private void item(String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("occupant." + name));
        item.setName("occupant." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
    }
}
