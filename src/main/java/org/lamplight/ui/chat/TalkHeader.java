package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.people.Person;
import org.lamplight.presence.Presence;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** With whom one talks, and how they are. EDT. */
final class TalkHeader extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final JLabel avatar = new JLabel();
    private final JLabel name = Plain.label(" ");
    private final JLabel status = Plain.label(" ");

    TalkHeader(Stage stage, JComponent menu) {
        super(new MigLayout("insets 12 20 12 12, gap 12 0", "[40!][grow,fill][]", "[20!][20!]"));
        this.stage = stage;
        setOpaque(false);
        name.setName("talk.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        status.setName("talk.status");
        status.setIconTextGap(6);
        status.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $Lamplight.text2");
        add(avatar, "spany 2");
        stage.reading().portraits().listen(avatar::repaint);
        add(name, "wmin 0, h 20!");
        add(menu, "spany 2, aligny center, wrap");
        add(status, "wmin 0, h 20!");
    }

    void show(String address, @Nullable Person person) {
        String who = PlainText.line(person == null ? address : person.name());
        Presence presence = person == null ? Presence.UNKNOWN : person.presence();
        avatar.setIcon(new Avatar(who, address, 40, stage.reading().portraits()));
        name.setText(who);
        status.setIcon(stage.icons().icon(presence.status(), 16));
        status.setText(
                person == null ? stage.words().of(presence) : stage.words().of(person));
    }
}
