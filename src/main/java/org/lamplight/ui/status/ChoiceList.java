package org.lamplight.ui.status;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** What one may choose, with a tick at what one chose; the pointer and the arrow keys move the same mark. EDT. */
final class ChoiceList extends JList<Status> {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 32;
    private static final List<Status> OFFERED = List.of(
            Status.AVAILABLE,
            Status.FREE_TO_CHAT,
            Status.BUSY,
            Status.DO_NOT_DISTURB,
            Status.AWAY,
            Status.OUT_OF_OFFICE,
            Status.INVISIBLE);

    ChoiceList(Stage stage, Texts texts, Status chosen) {
        super(OFFERED.toArray(Status[]::new));
        setName("status.choices");
        getAccessibleContext().setAccessibleName(texts.get("choose"));
        setOpaque(false);
        setFixedCellHeight(Look.px(ROW));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new ChoiceCell(stage, texts, chosen));
        setSelectedValue(OFFERED.contains(chosen) ? chosen : Status.AVAILABLE, false);
        addMouseMotionListener(new MouseAdapter() {
            @Override
            public void mouseMoved(MouseEvent event) {
                setSelectedIndex(locationToIndex(event.getPoint()));
            }
        });
    }

    void onChosen(Consumer<Status> does) {
        Keys.bind(this, "ENTER", () -> does.accept(getSelectedValue()));
        Keys.bind(this, "SPACE", () -> does.accept(getSelectedValue()));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                if (contains(event.getPoint())) {
                    does.accept(getModel().getElementAt(locationToIndex(event.getPoint())));
                }
            }
        });
    }

    private static final class ChoiceCell extends Cell implements ListCellRenderer<Status> {
        private static final long serialVersionUID = 1L;

        private final transient Stage stage;
        private final transient Texts texts;
        private final Status chosen;
        private final transient Icon tick = ActionIcons.icon("check", 16);
        private Status status = Status.AVAILABLE;
        private boolean marked;

        ChoiceCell(Stage stage, Texts texts, Status chosen) {
            this.stage = stage;
            this.texts = texts;
            this.chosen = chosen;
            setOpaque(false);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Status> list, Status value, int index, boolean selected, boolean focused) {
            status = value;
            marked = selected;
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(0, Look.px(ROW));
        }

        @Override
        protected String spoken() {
            String words = stage.words().of(status);
            return status == chosen ? texts.get("chosen", words) : words;
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            try (Brush brush = new Brush(graphics)) {
                int inset = Look.px(4);
                if (marked) {
                    Rectangle ground = new Rectangle(inset, 0, getWidth() - 2 * inset, getHeight());
                    brush.fillRound(Look.color("MenuItem.selectionBackground"), ground, Look.px(6));
                }
                Icon icon = stage.icons().icon(status, 20);
                icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
                int right = getWidth() - Look.px(12) - tick.getIconWidth();
                int left = Look.px(44);
                brush.text(stage.words().of(status), Look.body(), Look.text(), left, 0, getHeight(), right - left);
                if (status == chosen) {
                    tick.paintIcon(this, brush.graphics(), right, (getHeight() - tick.getIconHeight()) / 2);
                }
            }
        }
    }
}
