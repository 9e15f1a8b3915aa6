package org.lamplight.ui.rooms;

import java.util.List;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;

/**
 * What somebody may be made to a room, as items of a menu: what our own affiliation allows (XEP-0045, sections 9 and 10).
 * What gives power away or takes it asks first. Made for one menu. EDT.
 *
 * @param prefix what the names of the items begin with
 */
record Ranks(Texts texts, RoomActions actions, Room room, String prefix) {
    private static final List<Affiliation> ORDER =
            List.of(Affiliation.OWNER, Affiliation.ADMIN, Affiliation.MEMBER, Affiliation.NONE);

    /**
     * Of whom it is about.
     *
     * @param who a name in the room, or an address
     * @param name what they are called
     */
    record Whom(String who, String name, Affiliation now) {}

    /** @param done hears that they are another to the room now */
    void addTo(JPopupMenu menu, Affiliation own, Whom whom, Runnable done) {
        List<Affiliation> open =
                ORDER.stream().filter(next -> own.mayMake(whom.now(), next)).toList();
        if (!open.isEmpty()) {
            menu.addSeparator();
        }
        open.forEach(next -> menu.add(item(whom, next, done)));
    }

    private JMenuItem item(Whom whom, Affiliation next, Runnable done) {
        String question = question(whom.now(), next);
        boolean power = whom.now().compareTo(Affiliation.MEMBER) > 0;
        String key = next == Affiliation.NONE && power ? "noRights" : next.word();
        JMenuItem item = new JMenuItem(texts.get("rank." + key) + (question.isEmpty() ? "" : "…"));
        item.setName(prefix + "." + next.word());
        item.addActionListener(event -> {
            if (question.isEmpty()) {
                actions.make(room, whom.who(), next, done);
            } else {
                actions.askAndMake(room, whom.who(), next, question, sentence(question, whom), done);
            }
        });
        return item;
    }

    /** What is asked; empty if nothing is. */
    private String question(Affiliation now, Affiliation next) {
        boolean lower = next.compareTo(now) < 0;
        if (lower && next == Affiliation.NONE && room.features().membersOnly()) {
            return "toGuest";
        }
        if (lower) {
            return now == Affiliation.MEMBER ? "" : "lower";
        }
        return next == Affiliation.MEMBER ? "" : "to" + (next == Affiliation.OWNER ? "Owner" : "Admin");
    }

    private String sentence(String question, Whom whom) {
        String rank = whom.now() == Affiliation.OWNER || whom.now() == Affiliation.ADMIN
                ? texts.get("mark." + whom.now().word())
                : "";
        return texts.get(question + ".say", PlainText.line(whom.name()), rank);
    }
}
