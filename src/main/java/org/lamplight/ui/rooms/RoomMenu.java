package org.lamplight.ui.rooms;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;

/** What one can do with a room. Made for one showing. EDT. */
final class RoomMenu {
    private final Texts texts;
    private final JPopupMenu menu = new JPopupMenu();

    RoomMenu(Texts texts, RoomActions actions, Room room, Consumer<JPopupMenu> more) {
        this.texts = texts;
        menu.setName("room.menu");
        if (room.isIn()) {
            item("invite", () -> actions.invite(room));
            item("topic", () -> actions.editTopic(room));
            item("nick", () -> actions.editNick(room));
            if (may(room, Occupant::maySetUp)) {
                item("settings", () -> actions.settings(room));
            }
            if (may(room, Occupant::mayPardon)) {
                item("banned", () -> actions.banned(room));
            }
        } else {
            item("rejoin", () -> actions.rejoin(room));
        }
        menu.addSeparator();
        if (room.stay() == Room.Stay.LEFT) {
            more.accept(menu);
            return;
        }
        alerts(actions, room);
        menu.addSeparator();
        more.accept(menu);
        menu.addSeparator();
        item("leave", () -> actions.leave(room));
        if (may(room, Occupant::maySetUp)) {
            item("destroy", () -> actions.destroy(room));
        }
    }

    private static boolean may(Room room, Predicate<Occupant> what) {
        return room.self().filter(what).isPresent();
    }

    private void alerts(RoomActions actions, Room room) {
        ButtonGroup group = new ButtonGroup();
        for (Room.Alerts alerts : Room.Alerts.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(texts.get("alerts." + alerts.word()));
            item.setName("alerts." + alerts.word());
            item.setSelected(room.alerts() == alerts);
            item.addActionListener(event -> actions.alerts(room, alerts));
            group.add(item);
            menu.add(item);
        }
    }

    void showUnder(JComponent button) {
        int width = menu.getPreferredSize().width;
        menu.show(button, button.getWidth() - width, button.getHeight() + Look.px(4));
    }

    private void item(String name, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("room." + name));
        item.setName("room." + name);
        item.addActionListener(event -> does.run());
        menu.add(item);
    }
}
