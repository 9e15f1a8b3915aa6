package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;

/** Which skin is used and edited, and how skins come and go. EDT. */
final class EditorHead extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final transient EditorDeeds deeds;
    private final JComboBox<SkinDesk.Choice> skins = new JComboBox<>();
    private final JLabel based = Plain.label("");
    private boolean following;

    EditorHead(Texts texts, SkinEditing editing, EditorDeeds deeds) {
        super(new MigLayout("insets 10 16 10 20, gap 12, fillx", "[20!][120:220:220][grow,fill][][]", "[32!]"));
        this.texts = texts;
        this.editing = editing;
        this.deeds = deeds;
        skins.setName("skin.skins");
        skins.getAccessibleContext().setAccessibleName(texts.get("skins"));
        Keys.openByArrows(skins);
        if (skins.getRenderer() instanceof JComponent renderer) {
            Plain.plain(renderer);
        }
        skins.addActionListener(event -> chosen());
        based.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        add(new JLabel(ActionIcons.icon("palette", 20, "Label.foreground")));
        add(skins, "growx, wmin 96");
        add(based, "wmin 0");
        add(button("import", deeds::importIcons));
        add(button("export", deeds::export));
        editing.listen(this::refresh);
        refresh();
    }

    private JButton button(String key, Runnable does) {
        JButton button = new JButton(texts.get(key));
        button.setName("skin." + key);
        button.addActionListener(event -> does.run());
        editing.listen(() -> button.setEnabled(!editing.working()));
        return button;
    }

    private void chosen() {
        boolean other = skins.getSelectedItem() instanceof SkinDesk.Choice choice
                && !choice.id().equals(editing.opened().id());
        if (!following && other && skins.getSelectedItem() instanceof SkinDesk.Choice choice) {
            refresh();
            deeds.use(choice);
        }
    }

    private void refresh() {
        following = true;
        skins.setEnabled(!editing.working());
        SkinDesk.Opened opened = editing.opened();
        if (skins.getItemCount() != opened.all().size()
                || !opened.all().stream().allMatch(choice -> has(skins, choice))) {
            skins.setModel(new DefaultComboBoxModel<>(opened.all().toArray(SkinDesk.Choice[]::new)));
        }
        opened.all().stream()
                .filter(choice -> choice.id().equals(opened.id()))
                .findFirst()
                .ifPresent(skins::setSelectedItem);
        following = false;
        String base = editing.draft().basedOn();
        boolean own = editing.draft().own() != null;
        based.setText(own && base != null ? texts.get("based", base) : "");
        based.setToolTipText(based.getText().isEmpty() ? null : based.getText());
    }

    private static boolean has(JComboBox<SkinDesk.Choice> box, SkinDesk.Choice choice) {
        return box.getModel() instanceof DefaultComboBoxModel<SkinDesk.Choice> model && model.getIndexOf(choice) >= 0;
    }
}
