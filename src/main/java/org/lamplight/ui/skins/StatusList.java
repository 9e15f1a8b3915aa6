package org.lamplight.ui.skins;

import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.DropMode;
import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import javax.swing.TransferHandler;
import javax.swing.text.Position;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** All statuses with their icons; a file that is dropped on one becomes its picture. EDT. */
final class StatusList extends JList<Status> {
    private static final long serialVersionUID = 1L;

    private final transient SkinEditing editing;
    private final transient StatusRemarks remarks;
    private final transient Stage stage;
    private int[] heights = {};

    StatusList(Stage stage, Texts texts, SkinEditing editing) {
        super(Status.values());
        this.editing = editing;
        this.stage = stage;
        this.remarks = new StatusRemarks(texts, stage.words());
        setName("skin.statuses");
        getAccessibleContext().setAccessibleName(texts.get("statuses"));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new StatusCell(stage, remarks, editing));
        setBorder(BorderFactory.createEmptyBorder(Look.px(8), 0, Look.px(8), 0));
        setDropMode(DropMode.ON);
        setTransferHandler(new PictureDrop(this::under, editing::picture));
        setSelectedValue(editing.selected(), true);
        addListSelectionListener(event -> {
            Status chosen = getSelectedValue();
            if (chosen != null) {
                editing.select(chosen);
            }
        });
        editing.listen(this::refresh);
    }

    /** Letters find a status by its name. */
    @Override
    public int getNextMatch(String prefix, int from, Position.Bias direction) {
        int count = getModel().getSize();
        int step = direction == Position.Bias.Forward ? 1 : -1;
        for (int i = 0; i < count; i++) {
            int index = Math.floorMod(from + i * step, count);
            String name = stage.words().of(getModel().getElementAt(index));
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return index;
            }
        }
        return -1;
    }

    private @Nullable Status under(TransferHandler.TransferSupport drop) {
        int index = drop.isDrop() ? ((JList.DropLocation) drop.getDropLocation()).getIndex() : getSelectedIndex();
        return index < 0 ? null : getModel().getElementAt(index);
    }

    private void refresh() {
        if (getSelectedValue() != editing.selected()) {
            setSelectedValue(editing.selected(), true);
        }
        int[] now = Arrays.stream(Status.values())
                .mapToInt(status -> StatusCell.height(remarks, editing.shown(), status))
                .toArray();
        if (!Arrays.equals(now, heights)) {
            heights = now;
            measureAnew();
        }
        repaint();
    }

    /** A list asks its cells for their heights only after it was told that something about them is other. */
    private void measureAnew() {
        setFixedCellHeight(1);
        setFixedCellHeight(-1);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setFixedCellHeight(-1);
        setBackground(Look.window());
    }

    /** What the row may have cut. */
    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        int index = locationToIndex(event.getPoint());
        if (index < 0 || !getCellBounds(index, index).contains(event.getPoint())) {
            return null;
        }
        Status status = getModel().getElementAt(index);
        return Stream.of(
                        stage.words().of(status),
                        remarks.warning(editing.shown(), status),
                        remarks.of(editing.shown(), status))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Override
    public JToolTip createToolTip() {
        return Plain.toolTip(this);
    }
}
