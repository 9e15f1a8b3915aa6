package org.lamplight.ui.rooms;

import java.util.function.Consumer;
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
            if (room.self().map(Occupant::maySetUp).orElse(false)) {
                item("settings", () -> actions.settings(room));
            }
        } else {
            item("rejoin", () -> actions.rejoin(room));
        }
        menu.addSeparator();
        ButtonGroup group = new ButtonGroup();
        for (Room.Alerts alerts : Room.Alerts.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(texts.get("alerts." + alerts.word()));
            item.setName("alerts." + alerts.word());
            item.setSelected(room.alerts() == alerts);
            item.addActionListener(event -> actions.alerts(room, alerts));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        more.accept(menu);
        menu.addSeparator();
        item("leave", () -> actions.leave(room));
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
