package org.lamplight.ui.chat;

import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collection;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.text.EmojiNames;

/** Emoji side by side, one of them chosen; the pointer chooses too. EDT. */
final class EmojiGrid extends JList<String> {
    private static final long serialVersionUID = 1L;
    private static final int CELL = 32;

    EmojiGrid(String accessibleName, TranscriptLook look, EmojiNames names, Runnable take) {
        setName("emoji.list");
        getAccessibleContext().setAccessibleName(accessibleName);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setLayoutOrientation(HORIZONTAL_WRAP);
        setVisibleRowCount(-1);
        setFixedCellWidth(Look.px(CELL));
        setFixedCellHeight(Look.px(CELL));
        setCellRenderer(new Drawing(look, names));
        Keys.bind(this, "ENTER", take);
        Keys.bind(this, "SPACE", take);
        MouseAdapter pointer = new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                point(event);
            }

            @Override
            public void mouseClicked(MouseEvent event) {
                if (point(event)) {
                    take.run();
                }
            }
        };
        addMouseListener(pointer);
        addMouseMotionListener(pointer);
    }

    static int side(int cells) {
        return Look.px(CELL * cells);
    }

    /** Shows these, the first one chosen. */
    void show(Collection<String> emoji) {
        setListData(emoji.toArray(new String[0]));
        setSelectedIndex(0);
    }

    private boolean point(MouseEvent event) {
        int at = locationToIndex(event.getPoint());
        boolean on = at >= 0 && getCellBounds(at, at).contains(event.getPoint());
        if (on) {
            setSelectedIndex(at);
        }
        return on;
    }

    private static final class Drawing extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;
        private final transient TranscriptLook look;
        private final transient EmojiNames names;

        Drawing(TranscriptLook look, EmojiNames names) {
            this.look = look;
            this.names = names;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> in, Object value, int index, boolean isSelected, boolean hasFocus) {
            String emoji = String.valueOf(value);
            super.getListCellRendererComponent(in, "", index, isSelected, hasFocus);
            setIcon(new EmojiIcon(look, emoji));
            setHorizontalAlignment(CENTER);
            getAccessibleContext().setAccessibleName(names.name(emoji));
            return this;
        }
    }
}
