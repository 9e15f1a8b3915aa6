package org.lamplight.ui.kit;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractListModel;
import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;

/** Talks under each other, newest first: who, when, the last line, how many unread. A click or Enter opens one. EDT. */
public final class TalkList extends JList<Talk> {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 52;

    private final transient Rows rows = new Rows();
    private final String ground;
    private transient Consumer<String> doubleClicked;
    private int hovered = -1;
    private boolean writesInSelected;

    /** {@code ground} is the key of the colour behind the rows. */
    public TalkList(Stage stage, Mirrors mirrors, String name, String ground, Consumer<String> opens) {
        this.ground = ground;
        this.doubleClicked = opens;
        setName("talks");
        getAccessibleContext().setAccessibleName(name);
        setModel(rows);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFixedCellHeight(Look.px(ROW));
        setFixedCellWidth(1);
        setOpaque(false);
        setCellRenderer(new TalkCell(stage, mirrors));
        stage.drafts().listen(this::repaint);
        Keys.bind(this, "ENTER", () -> open(getSelectedIndex(), opens));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    open(rowAt(event.getPoint()), event.getClickCount() == 2 ? doubleClicked : opens);
                }
            }

            @Override
            public void mouseExited(MouseEvent event) {
                hover(-1);
            }
        });
        addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                hover(rowAt(event.getPoint()));
            }
        });
    }

    /** What a double click does; without this it does what a click does. */
    public void onDoubleClick(Consumer<String> does) {
        doubleClicked = does;
    }

    /** The talk selected is open beside the list: what is being written there is seen there. */
    public void besideTalk() {
        writesInSelected = true;
    }

    boolean writesIn(int row) {
        return writesInSelected && isSelectedIndex(row);
    }

    /** Shows these; the one selected stays selected. */
    public void show(List<Talk> talks) {
        Talk selected = getSelectedValue();
        rows.set(talks);
        select(selected == null ? null : selected.peer());
    }

    /** Marks the talk with this peer, or none. */
    public void select(@Nullable String peer) {
        for (int i = 0; i < rows.getSize(); i++) {
            if (rows.getElementAt(i).peer().equals(peer)) {
                setSelectedIndex(i);
                return;
            }
        }
        clearSelection();
    }

    Color ground() {
        return Look.color(ground);
    }

    int hovered() {
        return hovered;
    }

    private void hover(int row) {
        if (row != hovered) {
            hovered = row;
            repaint();
        }
    }

    private int rowAt(Point point) {
        int row = point.y / getFixedCellHeight();
        return row < rows.getSize() ? row : -1;
    }

    private void open(int row, Consumer<String> opens) {
        if (row >= 0) {
            opens.accept(rows.getElementAt(row).peer());
        }
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.toolTip(this);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFixedCellHeight(Look.px(ROW));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.color(ground));
        graphics.fillRect(0, 0, getWidth(), getHeight());
        super.paintComponent(graphics);
    }

    private static final class Rows extends AbstractListModel<Talk> {
        private static final long serialVersionUID = 1L;
        private List<Talk> talks = List.of();

        void set(List<Talk> now) {
            int before = talks.size();
            talks = now;
            if (before != now.size()) {
                fireIntervalRemoved(this, 0, Math.max(0, before - 1));
                fireIntervalAdded(this, 0, Math.max(0, now.size() - 1));
            } else {
                fireContentsChanged(this, 0, Math.max(0, before - 1));
            }
        }

        @Override
        public int getSize() {
            return talks.size();
        }

        @Override
        public Talk getElementAt(int index) {
            return talks.get(index);
        }
    }

    /** Has the talks refreshed when there are others, or when people are called otherwise. */
    public void follow(Mirrors mirrors, Runnable refresh) {
        mirrors.talks().listen(refresh);
        mirrors.rooms().listen(refresh);
        mirrors.people().listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                refresh.run();
            }

            @Override
            public void repainted(Set<String> ids) {
                repaint();
            }
        });
    }
}
