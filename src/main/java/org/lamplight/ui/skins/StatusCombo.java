package org.lamplight.ui.skins;

import java.awt.Component;
import javax.swing.ComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Stage;

/** Which status the chosen one looks like: itself, or another one. EDT. */
final class StatusCombo extends JComboBox<Status> {
    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient SkinEditing editing;
    private boolean following;

    StatusCombo(Stage stage, Texts texts, SkinEditing editing) {
        super(Status.values());
        this.stage = stage;
        this.editing = editing;
        setName("skin.showAs");
        getAccessibleContext().setAccessibleName(texts.get("showAs"));
        Keys.openByArrows(this);
        setKeySelectionManager(this::named);
        setMaximumRowCount(12);
        setRenderer(new Named(stage, texts, editing));
        addActionListener(event -> chosen());
        editing.listen(this::follow);
        follow();
    }

    /** The next one whose name begins with this letter. */
    private int named(char letter, ComboBoxModel<?> model) {
        int count = model.getSize();
        for (int i = 1; i <= count; i++) {
            int index = (getSelectedIndex() + i) % count;
            String name = stage.words().of(getItemAt(index));
            if (Character.toLowerCase(name.charAt(0)) == Character.toLowerCase(letter)) {
                return index;
            }
        }
        return -1;
    }

    private void follow() {
        following = true;
        Status status = editing.shown().status();
        setSelectedItem(editing.shown().draft().skin().shown(status).shownAs());
        following = false;
        repaint();
    }

    private void chosen() {
        Status status = editing.shown().status();
        Status now = editing.draft().skin().shown(status).shownAs();
        if (!following && getSelectedItem() instanceof Status as && as != now) {
            editing.change(status, draft -> draft.showing(status, as));
        }
    }

    private static final class Named extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        private final transient Stage stage;
        private final transient Texts texts;
        private final transient SkinEditing editing;

        Named(Stage stage, Texts texts, SkinEditing editing) {
            this.stage = stage;
            this.texts = texts;
            this.editing = editing;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Component cell = super.getListCellRendererComponent(list, value, index, selected, focused);
            if (cell instanceof JLabel label && value instanceof Status status) {
                boolean itself = status == editing.shown().status();
                label.setText(
                        itself ? texts.get("showAs.itself") : stage.words().of(status));
                label.setIcon(
                        itself || index < 0
                                ? null
                                : editing.shown().icons().icon(status, SeenIcons.IN_LISTS, stage.theme()::hues));
                label.setIconTextGap(8);
            }
            return cell;
        }
    }
}
