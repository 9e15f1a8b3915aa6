package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.presence.Presence;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** With whom one talks, and how they are. EDT. */
final class TalkHeader extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient Texts texts;
    private final JLabel avatar = new JLabel();
    private final JLabel name = Plain.label(" ");
    private final JLabel status = Plain.label(" ");

    /** @param menu what one can do with the talk, at the right */
    TalkHeader(Stage stage, Texts texts, JComponent menu) {
        super(new MigLayout("insets 12 20 12 12, gap 12 0", "[40!][grow,fill][]", "[20!][20!]"));
        this.stage = stage;
        this.texts = texts;
        setOpaque(false);
        name.setName("talk.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        status.setName("talk.status");
        status.setIconTextGap(6);
        status.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        add(avatar, "spany 2");
        stage.reading().portraits().listen(avatar::repaint);
        add(name, "wmin 0, h 20!");
        add(menu, "spany 2, aligny center, wrap");
        add(status, "wmin 0, h 20!");
    }

    /**
     * @param who how the talk is called
     * @param occupant of whom only the room knows who they are; null for all others
     */
    void show(String address, String who, @Nullable Person person, @Nullable Occupant occupant) {
        Presence presence = person == null ? Presence.UNKNOWN : person.presence();
        avatar.setIcon(new Avatar(who, address, 40, stage.reading().portraits()));
        name.setText(who);
        status.setIcon(stage.icons().icon(occupant == null ? presence.status() : occupant.status(), 16));
        boolean alone = person == null && address.contains("/");
        status.setText(alone ? texts.get("talk.private") : words(person, presence));
    }

    private String words(@Nullable Person person, Presence presence) {
        return person == null ? stage.words().of(presence) : stage.words().of(person);
    }
}
