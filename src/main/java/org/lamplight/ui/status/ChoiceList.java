package org.lamplight.ui.status;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JList;
import javax.swing.ListSelectionModel;
import org.lamplight.core.Texts;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.Ending;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/**
 * What one may choose, with a tick at what one chose, and beneath it what one keeps ready. The pointer and the arrow keys
 * move the same mark; the arrow to the right asks until when. EDT.
 */
final class ChoiceList extends JList<ChoicePreset> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 32;

    private static final List<Status> OFFERED = List.of(
            Status.AVAILABLE,
            Status.FREE_TO_CHAT,
            Status.BUSY,
            Status.DO_NOT_DISTURB,
            Status.AWAY,
            Status.OUT_OF_OFFICE,
            Status.INVISIBLE);

    private static final int MOST_ROWS = 13;

    /** What is offered, and what was chosen in another way. */
    private final List<Status> offered;

    /** What a row can be asked to do. */
    interface Deeds {
        void choose(ChoicePreset row);

        /** Asks until when, at this place of the list. */
        void askUntil(ChoicePreset row, Point at);

        void move(ChoicePreset preset, int by);

        void remove(ChoicePreset preset);

        /** Shows all that can be done with a preset. */
        void menu(ChoicePreset preset, Point at);
    }

    ChoiceList(Stage stage, Texts texts, Status chosen, List<ChoicePreset> presets) {
        offered = new ArrayList<>(OFFERED);
        if (!offered.contains(chosen)) {
            offered.add(chosen);
        }
        setName("status.choices");
        getAccessibleContext().setAccessibleName(texts.get("choose"));
        setOpaque(false);
        setFixedCellHeight(Look.px(ROW));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new ChoiceCell(stage, texts, chosen, this::isPreset));
        show(presets);
        setSelectedIndex(Math.max(0, offered.indexOf(chosen)));
        addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                setSelectedIndex(locationToIndex(event.getPoint()));
            }
        });
    }

    /** These presets from now on; what is marked stays marked. */
    void show(List<ChoicePreset> presets) {
        ChoicePreset marked = getSelectedValue();
        int place = getSelectedIndex();
        List<ChoicePreset> rows = new ArrayList<>();
        offered.forEach(status -> rows.add(new ChoicePreset(status, null, Ending.OPEN)));
        rows.addAll(presets);
        setListData(rows.toArray(ChoicePreset[]::new));
        setVisibleRowCount(Math.min(rows.size(), MOST_ROWS));
        setSelectedValue(marked, false);
        if (isSelectionEmpty()) {
            setSelectedIndex(Math.min(place, rows.size() - 1));
        }
    }

    boolean isPreset(int index) {
        return index >= offered.size();
    }

    private boolean presetIsMarked() {
        return isPreset(getSelectedIndex());
    }

    void does(Deeds deeds) {
        Keys.bind(this, "ENTER", () -> deeds.choose(getSelectedValue()));
        Keys.bind(this, "SPACE", () -> deeds.choose(getSelectedValue()));
        Keys.bind(this, "RIGHT", () -> askUntil(deeds));
        Keys.bind(this, "DELETE", () -> ifPreset(() -> deeds.remove(getSelectedValue())));
        Keys.bind(this, "alt UP", () -> ifPreset(() -> deeds.move(getSelectedValue(), -1)));
        Keys.bind(this, "alt DOWN", () -> ifPreset(() -> deeds.move(getSelectedValue(), 1)));
        Keys.bind(this, "CONTEXT_MENU", () -> ifPreset(() -> deeds.menu(getSelectedValue(), besideMark())));
        Keys.bind(this, "shift F10", () -> ifPreset(() -> deeds.menu(getSelectedValue(), besideMark())));
        addMouseListener(new Clicks(deeds));
    }

    private void askUntil(Deeds deeds) {
        if (!presetIsMarked()) {
            deeds.askUntil(getSelectedValue(), besideMark());
        }
    }

    private void ifPreset(Runnable does) {
        if (presetIsMarked()) {
            does.run();
        }
    }

    private Point besideMark() {
        Rectangle row = getCellBounds(getSelectedIndex(), getSelectedIndex());
        return new Point(row.x + row.width - Look.px(ROW), row.y + row.height);
    }

    private final class Clicks extends MouseAdapter {
        private final Deeds deeds;

        Clicks(Deeds deeds) {
            this.deeds = deeds;
        }

        @Override
        public void mousePressed(MouseEvent event) {
            menu(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (menu(event) || event.getButton() != MouseEvent.BUTTON1 || !contains(event.getPoint())) {
                return;
            }
            int index = locationToIndex(event.getPoint());
            boolean arrow = event.getX() > getWidth() - Look.px(ROW + ChoiceCell.TICK);
            if (arrow && !isPreset(index)) {
                deeds.askUntil(getModel().getElementAt(index), besideMark());
            } else {
                deeds.choose(getModel().getElementAt(index));
            }
        }

        private boolean menu(MouseEvent event) {
            int index = locationToIndex(event.getPoint());
            if (event.isPopupTrigger() && isPreset(index)) {
                deeds.menu(getModel().getElementAt(index), event.getPoint());
            }
            return event.isPopupTrigger();
        }
    }
}
