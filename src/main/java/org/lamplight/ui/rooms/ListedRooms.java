package org.lamplight.ui.rooms;

import java.awt.Dimension;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.DefaultListCellRenderer;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import org.lamplight.chat.ListedRoom;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;

/** The rooms that a service shows to everybody, narrowed by what is written in a field; choosing one writes it there. EDT. */
final class ListedRooms {
    private static final int HIGH = 132;

    private final Texts texts;
    private final DefaultListModel<Object> rows = new DefaultListModel<>();
    private final JList<Object> list = new JList<>(rows);
    private final Scroller scroller = new Scroller(list).edged();
    private List<ListedRoom> all = List.of();
    private Set<String> entered = Set.of();
    private String wanted = "";
    private boolean choosing;

    ListedRooms(Texts texts) {
        this.texts = texts;
        list.setName("join.listed");
        list.getAccessibleContext().setAccessibleName(texts.get("join.listed"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(28));
        list.setCellRenderer(new Row());
        scroller.setPreferredSize(new Dimension(Look.px(240), Look.px(HIGH)));
        rows.addElement(texts.get("join.loading"));
    }

    JComponent component() {
        return scroller;
    }

    void follow(JTextField field) {
        field.getDocument().addDocumentListener(new OnEdit(() -> {
            if (!choosing) {
                wanted = field.getText().strip().toLowerCase(Locale.ROOT);
                refresh();
            }
        }));
        list.addListSelectionListener(event -> {
            if (list.getSelectedValue() instanceof ListedRoom room && !event.getValueIsAdjusting()) {
                choosing = true;
                field.setText(room.address());
                choosing = false;
            }
        });
    }

    /**
     * What a service shows.
     *
     * @param entered the addresses of those that one is in
     */
    record Found(List<ListedRoom> rooms, Set<String> entered) {}

    void show(Found found) {
        all = found.rooms();
        entered = found.entered();
        refresh();
    }

    void failed(String sentence) {
        rows.clear();
        rows.addElement(sentence);
    }

    private void refresh() {
        rows.clear();
        all.stream().filter(room -> JoinRoom.matches(room, wanted)).forEach(rows::addElement);
        if (rows.isEmpty()) {
            rows.addElement(texts.get(all.isEmpty() ? "join.none" : "join.nothing"));
        }
    }

    private final class Row extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        Row() {
            Plain.plain(this);
        }

        @Override
        public java.awt.Component getListCellRendererComponent(
                JList<?> in, Object value, int index, boolean isSelected, boolean hasFocus) {
            String text = String.valueOf(value);
            if (value instanceof ListedRoom room) {
                String name = room.name();
                String first = room.address().replaceFirst("@.*", "");
                text = name == null || name.equals(first) ? first : name + " (" + first + ")";
                text = entered.contains(room.address()) ? texts.get("join.entered", text) : text;
            }
            boolean choosable = value instanceof ListedRoom;
            super.getListCellRendererComponent(
                    in, PlainText.line(text), index, isSelected && choosable, hasFocus && choosable);
            setEnabled(choosable);
            return this;
        }
    }
}
