package org.lamplight.ui.rooms;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Window;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.lamplight.chat.Member;
import org.lamplight.chat.Room;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Question;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Words;

/** Shows who may not come into a room any more, and lets them in again, one after the other. EDT. */
final class BannedPeople {
    private static final int WIDTH = 320;
    private static final int ROWS = 8;

    private final Domain domain;
    private final Texts texts;
    private final MemberCell cell;
    private final Component over;
    private final DefaultListModel<Member> rows = new DefaultListModel<>();
    private final JList<Member> list = new JList<>(rows);
    private final Words say = words("Label.foreground");
    private final Words wrong = words("Lamplight.notNow.text");
    private final JButton letIn;

    BannedPeople(Domain domain, Texts texts, MemberCell cell, Component over) {
        this.domain = domain;
        this.texts = texts;
        this.cell = cell;
        this.over = over;
        letIn = new JButton(texts.get("banned.ok"));
    }

    private static Words words(String colorKey) {
        return new Words("", "foreground: $" + colorKey).expecting(WIDTH);
    }

    /** @param refused hears why the room does not tell */
    void open(Room room, Consumer<String> refused) {
        Question.ask(
                domain.core(), () -> domain.roomDeeds().banned(room.address()), found -> show(room, found), refused);
    }

    private void show(Room room, List<Member> found) {
        Window window = SwingUtilities.getWindowAncestor(over);
        if (window == null || !window.isShowing()) {
            return;
        }
        found.stream()
                .sorted(Comparator.comparing(cell::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Member::address))
                .forEach(rows::addElement);
        JDialog dialog = new JDialog(window, texts.get("banned.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        dialog.setName("banned");
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.setContentPane(content(dialog, room));
        Keys.bindWithin(dialog.getRootPane(), "ESCAPE", dialog::dispose);
        dialog.getRootPane().setDefaultButton(letIn);
        list.setSelectedIndex(rows.isEmpty() ? -1 : 0);
        refresh(room);
        dialog.pack();
        dialog.setLocationRelativeTo(window);
        dialog.setVisible(true);
    }

    private JPanel content(JDialog dialog, Room room) {
        list.setName("banned.list");
        list.getAccessibleContext().setAccessibleName(texts.get("banned.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(Look.px(OccupantCell.ROW));
        list.setVisibleRowCount(ROWS);
        list.setCellRenderer(cell);
        list.addListSelectionListener(event -> letIn.setEnabled(list.getSelectedIndex() >= 0));
        // rows are painted on the ground of windows, and so is what lies below them
        Scroller scroller = new Scroller(list).edged();
        list.setOpaque(false);
        scroller.setOpaque(false);
        scroller.getViewport().setOpaque(false);
        letIn.setName("banned.ok");
        letIn.addActionListener(event -> letIn(room));
        wrong.setName("banned.wrong");
        say.setName("banned.say");
        JButton close = new JButton(texts.get("close"));
        close.setName("banned.close");
        close.addActionListener(event -> dialog.dispose());
        JPanel buttons = new JPanel(new MigLayout("insets 8 0 0 0, gap 8, alignx right"));
        buttons.add(close);
        buttons.add(letIn);
        JPanel all = new JPanel(new MigLayout("insets 20 24 20 24, gap 0 8, wrap 1, hidemode 3", "[grow,fill]"));
        all.add(say, "width 240:" + WIDTH + ":");
        all.add(scroller, "height " + ROWS * OccupantCell.ROW + "!");
        all.add(wrong, "width 240:" + WIDTH + ":");
        all.add(buttons, "growx");
        return all;
    }

    private void letIn(Room room) {
        Member chosen = list.getSelectedValue();
        if (chosen == null) {
            return;
        }
        letIn.setEnabled(false);
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().letIn(room.address(), chosen.address()),
                done -> gone(room, chosen),
                this::refused);
    }

    private void gone(Room room, Member chosen) {
        int row = rows.indexOf(chosen);
        if (row >= 0) {
            rows.remove(row);
        }
        list.setSelectedIndex(Math.min(Math.max(0, row), rows.size() - 1));
        refused("");
        refresh(room);
    }

    private void refused(String sentence) {
        wrong.setText(sentence);
        wrong.setVisible(!sentence.isEmpty());
        letIn.setEnabled(list.getSelectedIndex() >= 0);
        Window dialog = SwingUtilities.getWindowAncestor(list);
        if (dialog != null) {
            dialog.pack();
        }
    }

    private void refresh(Room room) {
        String name = PlainText.line(room.name());
        say.setText(texts.get(rows.isEmpty() ? "banned.none" : "banned.say", name));
        wrong.setVisible(!wrong.getText().isEmpty());
        letIn.setEnabled(list.getSelectedIndex() >= 0);
    }
}
