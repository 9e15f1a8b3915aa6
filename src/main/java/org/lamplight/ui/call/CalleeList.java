package org.lamplight.ui.call;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JList;
import javax.swing.JTextField;
import javax.swing.ListSelectionModel;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.Stage;

/**
 * Whom one may mean with what stands in a field: the arrows move in it while the focus stays in the field. A number is
 * dialled as it was typed unless one goes down to somebody. EDT.
 */
final class CalleeList extends JList<Callee> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;

    private final DefaultListModel<Callee> model = new DefaultListModel<>();
    private final JTextField field;
    private final transient Mirrors mirrors;
    private final CalleeCell cell;

    /** @param changed told after it shows others than before */
    CalleeList(Stage stage, Mirrors mirrors, Texts texts, JTextField field, Runnable changed) {
        this.field = field;
        this.mirrors = mirrors;
        this.cell = new CalleeCell(stage);
        setModel(model);
        setName(field.getName() + ".people");
        getAccessibleContext().setAccessibleName(texts.get("callee.list"));
        setCellRenderer(cell);
        setFixedCellHeight(Look.px(CalleeCell.ROW));
        setFixedCellWidth(1);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFocusable(false);
        Keys.bind(field, "DOWN", () -> move(1));
        Keys.bind(field, "UP", () -> move(-1));
        field.getDocument().addDocumentListener(new OnEdit(() -> {
            refresh();
            changed.run();
        }));
        refresh();
    }

    /** What a click on a row does, after the row was chosen. */
    void onClick(Runnable does) {
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                if (locationToIndex(event.getPoint()) >= 0) {
                    does.run();
                }
            }
        });
    }

    /** Where to call: where the chosen one is, else what was typed. */
    String target() {
        Callee chosen = getSelectedValue();
        return chosen == null ? field.getText().strip() : chosen.target();
    }

    boolean isEmpty() {
        return model.isEmpty();
    }

    private void refresh() {
        String typed = field.getText().strip();
        cell.wanted(typed);
        List<Callee> found = Callee.matching(typed, mirrors, MOST);
        model.clear();
        model.addAll(found);
        boolean asTyped = typed.contains("@") || CallTarget.isNumber(typed);
        select(asTyped ? -1 : 0);
    }

    private void move(int by) {
        select(Math.max(-1, Math.min(model.size() - 1, getSelectedIndex() + by)));
    }

    private void select(int row) {
        if (row < 0 || row >= model.size()) {
            clearSelection();
            field.getAccessibleContext().setAccessibleDescription(null);
            return;
        }
        setSelectedIndex(row);
        ensureIndexIsVisible(row);
        Callee chosen = model.get(row);
        // the focus is in the field, so the field says whom Enter would take
        field.getAccessibleContext().setAccessibleDescription(chosen.name() + ", " + chosen.shown());
    }
}
