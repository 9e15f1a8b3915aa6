package org.lamplight.ui.skins;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseEvent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.skin.Skins;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.WindowFrame;
import org.lamplight.ui.kit.Words;

/** What the icons mean, drawn with the icons in use. EDT. */
public final class LegendWindow extends WindowFrame {
    private static final long serialVersionUID = 1L;
    private static final Dimension FIRST = new Dimension(700, 752);
    private static final Dimension LEAST = new Dimension(280, 240);

    private final JList<LegendRow> list;

    /** @param skins whose skin in use is explained, whichever that is at the moment */
    public LegendWindow(Stage stage, Skins skins) {
        super("legend", stage.texts(LegendWindow.class).get("legend.title"), FIRST, LEAST, stage.places());
        Texts texts = stage.texts(LegendWindow.class);
        list = new Rows(texts, new LegendCell(stage, texts, skins));
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, wrap 1", "[grow,fill]", "[][][grow,fill]"));
        Words channels = new Words(texts.get("legend.channels"), Look.SECOND);
        channels.setName("legend.channels");
        all.add(channels.expecting(FIRST.width - 48), "gap 24 24 16 12, wmin 0");
        all.add(new Line(), "h 1!");
        all.add(new Scroller(list), "wmin 0, hmin 0");
        setContentPane(all);
        hideBy("ESCAPE");
        skins.listen(() -> Edt.later(list::repaint));
    }

    @Override
    protected Component firstFocus() {
        return list;
    }

    /** Lines that are as high as the width makes them. */
    private static final class Rows extends JList<LegendRow> {
        private static final long serialVersionUID = 1L;
        private final LegendCell cell;

        Rows(Texts texts, LegendCell cell) {
            super(LegendRow.all().toArray(LegendRow[]::new));
            this.cell = cell;
            setName("legend.list");
            getAccessibleContext().setAccessibleName(texts.get("legend.title"));
            setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
            setSelectedIndex(1);
            setCellRenderer(cell);
        }

        @Override
        public void setBounds(int x, int y, int width, int height) {
            boolean before = LegendCell.wide(getWidth());
            super.setBounds(x, y, width, height);
            if (before != LegendCell.wide(width)) {
                measureAnew();
            }
        }

        /** A list asks its cells for their heights only after it was told that something about them is other. */
        private void measureAnew() {
            setFixedCellHeight(Look.px(1));
            setFixedCellHeight(-1);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setFixedCellHeight(-1);
        }

        /** Where the window cuts a sentence, the tooltip has it whole. */
        @Override
        public @Nullable String getToolTipText(MouseEvent event) {
            int index = locationToIndex(event.getPoint());
            boolean over = index >= 0 && getCellBounds(index, index).contains(event.getPoint());
            return over && getModel().getElementAt(index) instanceof LegendRow.Entry entry
                    ? cell.meaning(entry.status())
                    : null;
        }

        @Override
        public JToolTip createToolTip() {
            return Plain.toolTip(this);
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            graphics.setColor(Look.content());
            graphics.fillRect(0, 0, getWidth(), getHeight());
            super.paintComponent(graphics);
        }
    }
}
