package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Point;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.lamplight.chat.Member;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;

/** What one can do with a member of a room who is not in it: only what we may. Made for one showing. EDT. */
final class MemberMenu {
    private final Texts texts;
    private final JPopupMenu menu = new JPopupMenu();

    /**
     * @param name what they are called
     * @param message opens the talk with this address
     * @param changed hears that they are another to the room now
     */
    MemberMenu(
            Texts texts,
            RoomActions actions,
            Room room,
            Member member,
            String name,
            Consumer<String> message,
            Runnable changed) {
        this.texts = texts;
        menu.setName("member.menu");
        item("message", () -> message.accept(member.address()));
        item("askIn", () -> actions.invite(room, member.address()));
        Affiliation own = room.self().map(Occupant::affiliation).orElse(Affiliation.NONE);
        Ranks.Whom whom = new Ranks.Whom(member.address(), name, member.affiliation());
        new Ranks(texts, actions, room, "member").addTo(menu, own, whom, changed);
    }

    void show(Component over, Point at) {
        menu.show(over, at.x, at.y);
    }

    private void item(String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("occupant." + name));
        item.setName("member." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
    }
}
