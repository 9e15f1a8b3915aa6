package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Plain;

/** Undo, redo and save, with what became of the last deed between them. EDT. */
final class EditorFoot extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String MAIN = "background: $Button.default.background; foreground: $Button.default.foreground;"
            + " borderColor: $Button.default.borderColor; hoverBorderColor: $Button.default.hoverBorderColor;"
            + " hoverBackground: $Button.default.hoverBackground; pressedBackground: $Button.default.pressedBackground;"
            + " focusedBackground: $Button.default.background; focusColor: $Button.default.focusColor;"
            + " focusedBorderColor: $Button.default.focusedBorderColor; innerFocusWidth: 1";

    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final JButton undo;
    private final JButton redo;
    private final JButton save;
    private final JLabel said = Plain.label("");

    EditorFoot(Texts texts, SkinEditing editing, EditorDeeds deeds) {
        super(new MigLayout("insets 8 12 8 20, gap 8, fillx", "[][][grow,fill][]", "[32!]"));
        this.texts = texts;
        this.editing = editing;
        undo = button("undo", editing::undo);
        undo.setIcon(ActionIcons.icon("undo", 16));
        redo = button("redo", editing::redo);
        redo.setIcon(ActionIcons.icon("redo", 16));
        save = button("save", () -> deeds.save(() -> {}));
        said.setName("skin.said");
        add(undo);
        add(redo);
        add(said, "wmin 0, gapleft 8");
        add(save);
        editing.listen(this::refresh);
        refresh();
    }

    private JButton button(String key, Runnable does) {
        JButton button = new JButton(texts.get(key));
        button.setName("skin." + key);
        button.setToolTipText(texts.get(key + ".tip"));
        button.setIconTextGap(8);
        button.addActionListener(event -> does.run());
        return button;
    }

    private void refresh() {
        undo.setEnabled(editing.canUndo());
        redo.setEnabled(editing.canRedo());
        boolean can = editing.changed() && !editing.working();
        if (save.isEnabled() != can || save.getClientProperty(FlatClientProperties.STYLE) == null) {
            save.setEnabled(can);
            // what can't be pressed must not shine
            save.putClientProperty(FlatClientProperties.STYLE, can ? MAIN : "innerFocusWidth: 1");
        }
        String sentence = editing.working() ? texts.get("working") : editing.message();
        boolean unsaved = sentence.isEmpty() && editing.changed();
        said.setText(unsaved ? texts.get("unsaved") : sentence);
        said.setToolTipText(said.getText().isEmpty() ? null : said.getText());
        String colour = editing.refused() && !unsaved ? "Lamplight.notNow.text" : "Lamplight.text2";
        said.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $" + colour);
    }
}
