package org.lamplight.ui.status;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.function.IntPredicate;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.Ending;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Paints one thing that can be chosen: icon, words, and at the right its end, a tick or an arrow. EDT. */
final class ChoiceCell extends Cell implements ListCellRenderer<ChoicePreset> {
    private static final long serialVersionUID = 1L;

    /** The room of the tick, beside that of the arrow. */
    static final int TICK = 4;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient EndingWords endings;
    private final Status chosen;
    private final transient IntPredicate isPreset;
    private final transient Icon tick = ActionIcons.icon("check", 16);
    private final transient Icon arrow = ActionIcons.icon("right", 16);
    private transient ChoicePreset row = new ChoicePreset(Status.AVAILABLE, null, Ending.OPEN);
    private boolean marked;
    private boolean preset;
    private boolean firstPreset;

    ChoiceCell(Stage stage, Texts texts, Status chosen, IntPredicate isPreset) {
        this.isPreset = isPreset;
        this.stage = stage;
        this.texts = texts;
        this.endings = new EndingWords(texts, stage.moments());
        this.chosen = chosen;
        setOpaque(false);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends ChoicePreset> list, ChoicePreset value, int index, boolean selected, boolean focused) {
        row = value;
        marked = selected;
        preset = isPreset.test(index);
        firstPreset = preset && !isPreset.test(index - 1);
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, Look.px(ChoiceList.ROW));
    }

    private boolean ticked() {
        return !preset && row.status() == chosen;
    }

    private String words() {
        String status = stage.words().of(row.status());
        return row.note() == null ? status : PlainText.line(row.note());
    }

    private String end() {
        return row.ending().equals(Ending.OPEN) ? "" : endings.of(row.ending());
    }

    @Override
    protected String spoken() {
        if (preset) {
            return texts.get("preset.spoken", stage.words().of(row.status()), words(), endings.of(row.ending()));
        }
        return ticked() ? texts.get("chosen", words()) : words();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            int inset = Look.px(4);
            if (marked) {
                Rectangle ground = new Rectangle(inset, 0, getWidth() - 2 * inset, getHeight());
                brush.fillRound(Look.color("MenuItem.selectionBackground"), ground, Look.px(6));
            }
            if (firstPreset) {
                brush.fill(Look.color("Separator.foreground"), new Rectangle(0, 0, getWidth(), 1));
            }
            Icon icon = stage.icons().icon(row.status(), 20);
            icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
            int left = Look.px(44);
            int right = paintRight(brush);
            brush.text(words(), Look.body(), Look.text(), left, 0, getHeight(), right - left);
        }
    }

    /** Returns where the words have to end. */
    private int paintRight(Brush brush) {
        int right = getWidth() - Look.px(12);
        if (preset) {
            return right - brush.textBefore(end(), Look.second(), Look.text2(), right, 0, getHeight()) - Look.px(8);
        }
        right -= arrow.getIconWidth();
        if (marked) {
            arrow.paintIcon(this, brush.graphics(), right, (getHeight() - arrow.getIconHeight()) / 2);
        }
        if (ticked()) {
            right -= tick.getIconWidth() + Look.px(TICK);
            tick.paintIcon(this, brush.graphics(), right, (getHeight() - tick.getIconHeight()) / 2);
        }
        return right - Look.px(8);
    }
}
