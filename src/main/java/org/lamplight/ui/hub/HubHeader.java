package org.lamplight.ui.hub;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Avatar;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Portraits;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** Who one is and how one shows, with the tools at the right. EDT. */
final class HubHeader extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int AVATAR = 40;

    private final transient Mirrors mirrors;
    private final transient Texts texts;
    private final transient Portraits portraits;
    private final JLabel avatar = new JLabel();
    private final JLabel name = Plain.label(" ");
    private final StatusButton status;

    HubHeader(
            Stage stage, Texts texts, Mirrors mirrors, Consumer<JComponent> statusMenu, Consumer<JComponent> toolMenu) {
        super(new MigLayout("insets 12, gap 12 0", "[40!][grow,fill][]", "[20!][20!]"));
        this.mirrors = mirrors;
        this.portraits = stage.reading().portraits();
        this.texts = texts;
        setOpaque(false);
        status = new StatusButton(stage, texts, mirrors);
        status.addActionListener(event -> statusMenu.accept(status));
        name.setName("own.name");
        name.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        ToolButton[] tools = new ToolButton[1];
        tools[0] = ToolButton.inHeader("settings", texts.get("header.tools"), () -> toolMenu.accept(tools[0]));
        tools[0].setName("tools");
        add(avatar, "spany 2");
        add(name, "wmin 0, h 20!");
        add(tools[0], "spany 2, aligny center, wrap");
        add(status, "wmin 0, h 20!, growx 0, alignx left");
        mirrors.accounts().listen(this::refresh);
        portraits.listen(avatar::repaint);
        refresh();
    }

    void refresh() {
        String own = mirrors.accounts().ownName();
        boolean nobody =
                mirrors.accounts().isKnown() && mirrors.accounts().all().isEmpty();
        name.setText(nobody ? texts.get("header.nobody") : own.isEmpty() ? " " : own);
        avatar.setIcon(picture(own, nobody));
        // without an account there is nobody to see it
        status.setVisible(!nobody);
        status.refresh();
    }

    private @Nullable Icon picture(String own, boolean nobody) {
        if (nobody) {
            return ActionIcons.icon("people", AVATAR);
        }
        return own.isEmpty() ? null : new Avatar(own, mirrors.accounts().ownAddress(), AVATAR, portraits);
    }
}
