package org.lamplight.ui.rooms;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;

/** Which room it is: its name, its topic or why one is not in it, and how many are there. EDT. */
final class RoomHeader extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final JLabel name = Plain.label(" ");
    private final JLabel topic = Plain.label(" ");
    private final JToggleButton people = new JToggleButton(ActionIcons.icon("people", 16), true);
    private final ToolButton more;

    /**
     * @param panel shows or hides who is there
     * @param menu opens the room's menu under the button
     */
    RoomHeader(Texts texts, Runnable panel, Runnable menu) {
        super(new MigLayout("insets 12 20 12 12, gap 12 0, hidemode 3", "[grow,fill][][]", "[20!][20!]"));
        this.texts = texts;
        setOpaque(false);
        name.setName("room.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        topic.setName("room.topic.text");
        topic.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        people.setName("room.people");
        people.putClientProperty(FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
        people.putClientProperty(
                FlatClientProperties.STYLE, "toolbar.margin: 8,8,8,8; toolbar.selectedBackground: $Lamplight.hover");
        people.addActionListener(event -> panel.run());
        more = ToolButton.inHeader("more", texts.get("room.more"), menu);
        more.setName("room.more");
        add(name, "wmin 0, h 20!");
        add(people, "spany 2, h 32!");
        add(more, "spany 2, h 32!, wrap");
        add(topic, "wmin 0, h 20!");
    }

    ToolButton more() {
        return more;
    }

    boolean wantsPeople() {
        return people.isSelected();
    }

    void show(Room room) {
        name.setText(PlainText.line(room.name()));
        name.setToolTipText(PlainText.line(room.address()));
        topic.setText(words(room));
        topic.setToolTipText(room.topic() == null ? null : PlainText.line(room.topic()));
        people.setVisible(room.stay() != Room.Stay.LEFT);
        String count = texts.get("people.button", room.occupants().size());
        people.setToolTipText(count);
        people.getAccessibleContext().setAccessibleName(count);
    }

    private String words(Room room) {
        String reason = room.reason();
        return switch (room.stay()) {
            case JOINING -> texts.get("stay.joining");
            case LEFT -> texts.get("stay.out");
            case OUT -> reason == null ? texts.get("stay.out") : PlainText.line(reason);
            case IN -> {
                String people = texts.get("people.here", room.occupants().size());
                yield room.topic() == null ? people : PlainText.line(room.topic()) + " · " + people;
            }
        };
    }
}
