package org.lamplight.ui.skins;

import javax.swing.Icon;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** The chosen icon in all sizes in which it is ever shown. EDT. */
final class SizesSample extends Ground {
    private static final long serialVersionUID = 1L;
    private static final int HEIGHT = 88;
    private static final int WIDEST_GAP = 24;
    private static final int NARROWEST_GAP = 4;

    private final transient SkinEditing editing;

    SizesSample(Texts texts, SkinEditing editing, boolean dark) {
        super(dark);
        this.editing = editing;
        setName(dark ? "skin.sizes.dark" : "skin.sizes.light");
        getAccessibleContext().setAccessibleName(texts.get(dark ? "sizes.dark" : "sizes.light"));
        editing.listen(this::repaint);
    }

    @Override
    int height() {
        return HEIGHT;
    }

    @Override
    void paint(Brush brush) {
        int wide = SeenIcons.SIZES.stream().mapToInt(Look::px).sum();
        int gaps = SeenIcons.SIZES.size() - 1;
        int room = getWidth() - wide - 2 * Look.px(12);
        int gap = Math.max(Look.px(NARROWEST_GAP), Math.min(Look.px(WIDEST_GAP), room / gaps));
        int x = (getWidth() - wide - gaps * gap) / 2;
        Shown shown = editing.shown();
        for (int size : SeenIcons.SIZES) {
            Icon icon = shown.icons().icon(shown.status(), size, this::hues);
            icon.paintIcon(this, brush.graphics(), x, (getHeight() - icon.getIconHeight()) / 2);
            x += icon.getIconWidth() + gap;
        }
    }
}
