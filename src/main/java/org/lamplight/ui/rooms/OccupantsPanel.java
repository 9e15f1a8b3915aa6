package org.lamplight.ui.rooms;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.AbstractListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;

/** Who is in a room, at its right: to be searched, spoken to and, where one may, sent out. EDT. */
final class OccupantsPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDE = 208;

    /** A handful is seen at a glance and needs no field to search in. */
    private static final int SEARCHED_FROM = 12;

    private static final Comparator<Occupant> BY_RANK = Comparator.comparing(Occupant::role)
            .reversed()
            .thenComparing(Occupant::nick, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Occupant::nick);

    private final transient Texts texts;
    private final transient OccupantCell cell;
    private final transient Rows rows = new Rows();
    private final JList<Occupant> list = new JList<>(rows);
    private final JLabel title = Plain.label(" ");
    private final SearchField search;
    private final AbsentMembers absent;
    private final transient Beside beside = new Beside("occupants");
    private int asked;
    private String wanted = "";
    private transient @Nullable Room room;

    /**
     * @param absent stands below those who are there
     * @param opens hears of a double click or Enter
     * @param menu where somebody's menu is wished for, on the list
     */
    OccupantsPanel(
            Stage stage,
            Texts texts,
            AbsentMembers absent,
            Consumer<Occupant> opens,
            BiConsumer<Occupant, Point> menu) {
        super(new BorderLayout());
        this.texts = texts;
        this.absent = absent;
        cell = new OccupantCell(stage, texts);
        search = new SearchField(texts.get("people.search"), this::search);
        search.setName("occupants.search");
        setName("occupants");
        JPanel top = new JPanel(new MigLayout("insets 12 12 4 12, gap 0 8, wrap 1, hidemode 3", "[grow,fill]"));
        top.setOpaque(false);
        title.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        title.setName("occupants.title");
        top.add(title);
        top.add(search);
        list.setName("occupants.list");
        list.getAccessibleContext().setAccessibleName(texts.get("people.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(OccupantCell.ROW));
        list.setFixedCellWidth(1);
        list.setOpaque(false);
        list.setCellRenderer(cell);
        new ListDeeds<>(list, opens, menu).install();
        Column both = new Column(new BorderLayout());
        both.setOpaque(false);
        both.add(list, BorderLayout.PAGE_START);
        both.add(absent, BorderLayout.CENTER);
        Scroller scroller = new Scroller(both);
        scroller.setOpaque(false);
        scroller.getViewport().setOpaque(false);
        JPanel all = new JPanel(new BorderLayout());
        all.setOpaque(false);
        all.add(top, BorderLayout.PAGE_START);
        all.add(scroller, BorderLayout.CENTER);
        add(new Line(), BorderLayout.LINE_START);
        add(all, BorderLayout.CENTER);
    }

    JList<Occupant> occupants() {
        return list;
    }

    void show(Room now) {
        boolean another = room == null || !room.address().equals(now.address());
        boolean same = room != null
                && room.occupants() == now.occupants()
                && room.nick().equals(now.nick());
        room = now;
        if (another) {
            search.setText("");
        }
        if (another || !same) {
            refresh();
        }
    }

    private void search(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        absent.search(wanted);
        refresh();
    }

    private void refresh() {
        Room of = room;
        if (of == null) {
            return;
        }
        cell.own(of.nick());
        title.setText(texts.get("people.count", of.occupants().size()));
        search.setVisible(of.occupants().size() >= SEARCHED_FROM || !wanted.isEmpty());
        String letters = wanted;
        int question = ++asked;
        beside.work(of.occupants().size(), () -> sorted(of, letters), found -> {
            if (question == asked) {
                set(found);
            }
        });
    }

    private static List<Occupant> sorted(Room of, String letters) {
        return of.occupants().values().stream()
                .filter(one -> one.nick().toLowerCase(Locale.ROOT).contains(letters))
                .sorted(BY_RANK)
                .toList();
    }

    private void set(List<Occupant> shown) {
        Occupant selected = list.getSelectedValue();
        rows.set(shown);
        int again = selected == null
                ? -1
                : shown.stream().map(Occupant::nick).toList().indexOf(selected.nick());
        if (again >= 0) {
            list.setSelectedIndex(again);
        } else {
            list.clearSelection();
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.px(WIDE), super.getPreferredSize().height);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.window());
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    private static final class Rows extends AbstractListModel<Occupant> {
        private static final long serialVersionUID = 1L;
        private transient List<Occupant> all = List.of();

        void set(List<Occupant> now) {
            int before = all.size();
            all = now;
            if (before != now.size()) {
                fireIntervalRemoved(this, 0, Math.max(0, before - 1));
                fireIntervalAdded(this, 0, Math.max(0, now.size() - 1));
            } else {
                fireContentsChanged(this, 0, Math.max(0, before - 1));
            }
        }

        @Override
        public int getSize() {
            return all.size();
        }

        @Override
        public Occupant getElementAt(int index) {
            return all.get(index);
        }
    }
}
