package org.lamplight.ui.search;

import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.Stage;

/** One field, and under it where one may go; the focus stays in the field while the arrows move in the list. EDT. */
final class SwitcherPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final int ROWS_SEEN = 8;

    private final transient Texts texts;
    private final transient Destinations all;
    private final transient Consumer<String> opens;
    private final SearchField field;
    private final DefaultListModel<Destination> model = new DefaultListModel<>();
    private final JList<Destination> list = new Found(model);
    private final DestinationCell cell;
    private final JLabel nothing;

    SwitcherPanel(Stage stage, Mirrors mirrors, Texts texts, Destinations all, Consumer<String> opens) {
        super(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[][1!][grow,fill][]"));
        this.texts = texts;
        this.all = all;
        this.opens = opens;
        field = new SearchField(texts.get("switcher.hint"), this::show);
        field.setName("switcher.field");
        cell = new DestinationCell(stage, mirrors, texts);
        list.setName("switcher.list");
        list.getAccessibleContext().setAccessibleName(texts.get("switcher.list"));
        list.setCellRenderer(cell);
        list.setFixedCellHeight(Look.px(DestinationCell.ROW));
        list.setFixedCellWidth(1);
        list.setVisibleRowCount(ROWS_SEEN);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFocusable(false);
        list.addMouseListener(new Mouse());
        list.addMouseMotionListener(new Mouse());
        nothing = Plain.label(texts.get("switcher.none"));
        nothing.setName("switcher.none");
        add(field, "h 32!, gap 12 12 12 12, wmin 0");
        add(new Line());
        Scroller scroller = new Scroller(list);
        scroller.getViewport().setOpaque(false);
        scroller.setOpaque(false);
        add(scroller, "hmin 0, wmin 0");
        add(nothing, "gap 12 12 0 12, wmin 0");
        bind();
        show("");
    }

    private void bind() {
        field.onDown(() -> move(1));
        field.onEnter(this::open);
        Keys.bind(field, "UP", () -> move(-1));
        Keys.bind(field, "PAGE_DOWN", () -> move(ROWS_SEEN - 1));
        Keys.bind(field, "PAGE_UP", () -> move(1 - ROWS_SEEN));
        // Escape closes, whatever was typed: there is nothing in the field that one would want back
        field.getInputMap().remove(javax.swing.KeyStroke.getKeyStroke("ESCAPE"));
    }

    void focus() {
        field.requestFocusInWindow();
    }

    private void show(String typed) {
        cell.wanted(typed);
        List<Destination> found = all.find(typed, MOST);
        model.clear();
        model.addAll(found);
        if (found.isEmpty()) {
            Address.bareIm(typed).ifPresent(address -> model.addElement(new Destination(address, address, 0, null)));
        }
        nothing.setVisible(model.isEmpty());
        select(0);
    }

    private void move(int by) {
        select(Math.max(0, Math.min(model.size() - 1, list.getSelectedIndex() + by)));
    }

    private void select(int row) {
        if (model.isEmpty()) {
            field.getAccessibleContext().setAccessibleDescription(texts.get("switcher.none"));
            return;
        }
        list.setSelectedIndex(row);
        list.ensureIndexIsVisible(row);
        list.repaint();
        // the focus is in the field, so the field says what Enter would open
        field.getAccessibleContext()
                .setAccessibleDescription(list.getAccessibleContext()
                        .getAccessibleChild(row)
                        .getAccessibleContext()
                        .getAccessibleName());
    }

    private void open() {
        Destination to = list.getSelectedValue();
        if (to != null) {
            opens.accept(to.address());
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.color("Lamplight.raised"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent event) {
            select(rowAt(event.getPoint()));
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            select(rowAt(event.getPoint()));
            open();
        }

        private int rowAt(Point point) {
            int row = list.locationToIndex(point);
            return row < 0 ? 0 : row;
        }
    }

    /** Words of others, as they are. */
    private static final class Found extends JList<Destination> {
        private static final long serialVersionUID = 1L;

        Found(DefaultListModel<Destination> model) {
            super(model);
            setOpaque(false);
        }

        @Override
        public JToolTip createToolTip() {
            return Plain.toolTip(this);
        }
    }
}
