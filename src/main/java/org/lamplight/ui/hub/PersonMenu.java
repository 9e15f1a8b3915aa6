package org.lamplight.ui.hub;

import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Collection;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.HubOrder;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Plain;

/** What one can do with a person. Made for one showing. EDT. */
final class PersonMenu {
    private final Texts texts;
    private final PersonDeeds deeds;
    private final Person person;
    private final JPopupMenu menu = new JPopupMenu();

    PersonMenu(Texts texts, PersonDeeds deeds, Person person, Collection<String> allGroups) {
        this.texts = texts;
        this.deeds = deeds;
        this.person = person;
        menu.setName("person.menu");
        if (person.can().contains("chat")) {
            item("chat", "ENTER", () -> deeds.chat(person));
        }
        if (deeds.canCall(person)) {
            item("call", "ctrl ENTER", () -> deeds.call(person));
        }
        if (person.presence().status() == Status.NOT_SHARED) {
            item("ask", "", () -> deeds.askForPresence(person));
        }
        menu.addSeparator();
        item("rename", "F2", () -> deeds.rename(person));
        menu.add(groups(allGroups));
        person.address(Address.Kind.IM).ifPresent(address -> item("copy", "", () -> copy(address)));
        menu.addSeparator();
        boolean blocked = person.presence().status() == Status.BLOCKED;
        item(blocked ? "unblock" : "block", "", () -> deeds.block(person, !blocked));
        if (!blocked) {
            item("report", "", () -> deeds.report(person));
        }
        item("remove", "DELETE", () -> deeds.remove(person));
    }

    void show(Component over, Point at) {
        menu.show(over, at.x, at.y);
    }

    private void item(String name, String key, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("menu." + name));
        item.setName("menu." + name);
        if (!key.isEmpty()) {
            item.setAccelerator(KeyStroke.getKeyStroke(key));
        }
        item.addActionListener(event -> does.run());
        menu.add(item);
    }

    private JMenu groups(Collection<String> allGroups) {
        JMenu groups = new JMenu(texts.get("menu.groups"));
        groups.setName("menu.groups");
        if (!allGroups.contains(HubOrder.FAVOURITES)) {
            groups.add(group(HubOrder.FAVOURITES));
        }
        allGroups.forEach(name -> groups.add(group(name)));
        groups.addSeparator();
        JMenuItem other = new JMenuItem(texts.get("menu.newGroup"));
        other.setName("menu.newGroup");
        other.addActionListener(event -> deeds.newGroup(person));
        groups.add(other);
        return groups;
    }

    private JCheckBoxMenuItem group(String name) {
        boolean in = person.groups().contains(name);
        JCheckBoxMenuItem item = Plain.plain(new JCheckBoxMenuItem());
        item.setText(name.equals(HubOrder.FAVOURITES) ? texts.get("group.favourites") : PlainText.line(name));
        item.setSelected(in);
        item.addActionListener(event -> deeds.group(person, name, !in));
        return item;
    }

    private static void copy(String address) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(address), null);
    }
}
