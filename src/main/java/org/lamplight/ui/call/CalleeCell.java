package org.lamplight.ui.call;

import javax.swing.Icon;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.RowCell;
import org.lamplight.ui.kit.Stage;

/** Paints somebody whom one may call: how they are, their name and where they are called. EDT. */
final class CalleeCell extends RowCell<Callee> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 40;

    private final transient Stage stage;
    private String wanted = "";

    CalleeCell(Stage stage) {
        super(ROW);
        this.stage = stage;
    }

    void wanted(String letters) {
        wanted = letters;
    }

    @Override
    protected String spoken(Callee of) {
        return of.name() + ", " + stage.words().of(of.presence()) + ", " + of.shown();
    }

    @Override
    protected void paint(Brush brush, Callee of) {
        Icon icon = stage.icons().icon(of.presence().status(), 20);
        icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
        int left = Look.px(44);
        int free = getWidth() - left - Look.px(8);
        brush.mark(of.name(), wanted, Look.name(), left, Look.px(2), Look.px(20), free);
        brush.text(of.name(), Look.name(), Look.text(), left, Look.px(2), Look.px(20), free);
        brush.mark(of.shown(), wanted, Look.second(), left, Look.px(21), Look.px(16), free);
        brush.text(of.shown(), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), free);
    }
}
