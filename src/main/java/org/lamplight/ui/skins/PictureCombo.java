package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.Image;
import java.util.Map;
import javax.swing.DefaultListCellRenderer;
import javax.swing.ImageIcon;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Plain;

/** One of the pictures of a set by the names of their files, or none. EDT. */
final class PictureCombo extends JComboBox<String> {
    private static final long serialVersionUID = 1L;

    /** In place of a file. */
    private static final String NONE = "";

    PictureCombo(Texts texts, Map<String, Image> previews, @Nullable String chosen) {
        addItem(NONE);
        previews.keySet().forEach(this::addItem);
        setSelectedItem(chosen == null || !previews.containsKey(chosen) ? NONE : chosen);
        // with hundreds of pictures nobody wants to wait until each name was measured
        setPrototypeDisplayValue("presence/a-longer-name.png");
        Keys.openByArrows(this);
        setMaximumRowCount(14);
        setRenderer(new Named(texts, previews));
    }

    /** The file of the picture, null for none. */
    @Nullable
    String file() {
        return getSelectedItem() instanceof String file && !file.equals(NONE) ? file : null;
    }

    private static final class Named extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        private final transient Texts texts;
        private final transient Map<String, Image> previews;

        Named(Texts texts, Map<String, Image> previews) {
            this.texts = texts;
            this.previews = previews;
            Plain.plain(this);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Component cell = super.getListCellRendererComponent(list, value, index, selected, focused);
            if (cell instanceof JLabel label && value instanceof String file) {
                Image preview = previews.get(file);
                boolean inTheList = index >= 0;
                label.setText(file.equals(NONE) ? texts.get("import.none") : PlainText.line(file));
                label.setIcon(inTheList && preview != null ? new ImageIcon(preview) : null);
                label.setIconTextGap(8);
            }
            return cell;
        }
    }
}
