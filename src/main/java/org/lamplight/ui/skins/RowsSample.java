package org.lamplight.ui.skins;

import java.util.List;
import javax.swing.Icon;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Stage;

/** Rows as the list of people has them: one with the chosen icon, the next with the icon that is the most like it. EDT. */
final class RowsSample extends Ground {
    private static final long serialVersionUID = 1L;
    private static final int ROW = 40;
    private static final int MARGIN = 4;
    private static final int TEXT_LEFT = 44;
    private static final List<String> NAMES = List.of("Alan Turing", "Barbara Liskov");

    private final transient Stage stage;
    private final transient SkinEditing editing;

    RowsSample(Stage stage, Texts texts, SkinEditing editing, boolean dark) {
        super(dark);
        this.stage = stage;
        this.editing = editing;
        setName(dark ? "skin.rows.dark" : "skin.rows.light");
        getAccessibleContext().setAccessibleName(texts.get(dark ? "rows.dark" : "rows.light"));
        editing.listen(this::repaint);
    }

    @Override
    int height() {
        return NAMES.size() * ROW + 2 * MARGIN;
    }

    @Override
    void paint(Brush brush) {
        Status chosen = editing.shown().status();
        row(brush, 0, chosen);
        row(brush, 1, editing.shown().nearest());
    }

    private void row(Brush brush, int row, Status status) {
        int top = Look.px(MARGIN) + row * Look.px(ROW);
        Icon icon = editing.shown().icons().icon(status, SeenIcons.IN_LISTS, this::hues);
        icon.paintIcon(this, brush.graphics(), Look.px(12), top + (Look.px(ROW) - icon.getIconHeight()) / 2);
        int left = Look.px(TEXT_LEFT);
        int width = getWidth() - left - Look.px(8);
        String words = stage.words().of(status);
        brush.text(NAMES.get(row), Look.name(), sample("text"), left, top + Look.px(2), Look.px(20), width);
        brush.text(words, Look.second(), sample("text2"), left, top + Look.px(21), Look.px(16), width);
    }
}
