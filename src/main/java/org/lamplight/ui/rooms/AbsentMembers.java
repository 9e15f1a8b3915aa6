package org.lamplight.ui.rooms;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import org.lamplight.chat.Member;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;

/** Members of a room that are not in it, as a group of their own below those who are. EDT. */
final class AbsentMembers extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient MemberCell cell;
    private final JList<Member> list = new JList<>();
    private final JLabel title = Plain.label(" ");
    private transient List<Member> all = List.of();
    private String wanted = "";

    /**
     * @param opens hears of a double click or Enter
     * @param menu where somebody's menu is wished for, on the list
     */
    AbsentMembers(Texts texts, MemberCell cell, Consumer<Member> opens, BiConsumer<Member, Point> menu) {
        super(new BorderLayout());
        this.texts = texts;
        this.cell = cell;
        setOpaque(false);
        setVisible(false);
        title.setName("absent.title");
        title.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        title.setBorder(BorderFactory.createEmptyBorder(Look.px(12), Look.px(12), Look.px(4), Look.px(12)));
        list.setName("absent.list");
        list.getAccessibleContext().setAccessibleName(texts.get("absent.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(OccupantCell.ROW));
        list.setFixedCellWidth(1);
        list.setOpaque(false);
        list.setCellRenderer(cell);
        new ListDeeds<>(list, opens, menu).install();
        add(title, BorderLayout.PAGE_START);
        add(list, BorderLayout.CENTER);
    }

    JList<Member> members() {
        return list;
    }

    void show(List<Member> absent) {
        if (!absent.equals(all)) {
            all = absent;
            refresh();
        }
    }

    /** Only those whose name or address has these small letters. */
    void search(String letters) {
        wanted = letters;
        refresh();
    }

    private boolean isWanted(Member member) {
        return member.address().contains(wanted)
                || cell.name(member).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private void refresh() {
        Member selected = list.getSelectedValue();
        List<Member> shown = all.stream()
                .filter(this::isWanted)
                .sorted(Comparator.comparing(cell::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Member::address))
                .toList();
        list.setListData(shown.toArray(new Member[0]));
        list.setSelectedValue(selected, false);
        title.setText(texts.get("absent.count", shown.size()));
        setVisible(!shown.isEmpty());
    }
}
