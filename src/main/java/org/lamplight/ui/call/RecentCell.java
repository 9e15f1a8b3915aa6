package org.lamplight.ui.call;

import java.awt.Color;
import java.util.Optional;
import javax.swing.Icon;
import org.lamplight.call.Call;
import org.lamplight.call.Cause;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.RowCell;
import org.lamplight.ui.kit.Stage;

/** Paints a call of before: with whom, and what became of it; missed ones in red and in words. EDT. */
final class RecentCell extends RowCell<Call> {
    private static final long serialVersionUID = 1L;
    static final int ROW = 40;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient CallWords words;
    private final transient Icon icon = ActionIcons.icon("call", 16);
    private final transient Icon missed = ActionIcons.icon("call", 16, "Lamplight.presence.notNow");

    RecentCell(Stage stage, Texts texts, CallWords words) {
        super(ROW);
        this.stage = stage;
        this.texts = texts;
        this.words = words;
    }

    @Override
    protected String spoken(Call of) {
        return words.name(of) + ", " + what(of);
    }

    private String what(Call of) {
        String time = stage.moments().moment(of.since());
        if (!of.isOver()) {
            return texts.get("two", words.state(of), time);
        }
        String kind =
                of.isMissed() ? "recent.missed" : of.direction() == Call.Direction.IN ? "recent.in" : "recent.out";
        String spoken = words.time(of);
        String base = texts.get("two", wentOn(of).orElseGet(() -> texts.get(kind)), time);
        return spoken.isEmpty() ? base : texts.get("two", base, spoken);
    }

    /** What became of one that was meant for here and went elsewhere. */
    private static Optional<String> wentOn(Call of) {
        Cause why = of.cause();
        if (why == null || !why.elsewhere() || of.direction() != Call.Direction.IN || of.answeredAt() != null) {
            return Optional.empty();
        }
        return Optional.of(PlainText.line(why.text()).replaceFirst("\\.$", ""));
    }

    @Override
    protected void paint(Brush brush, Call of) {
        Icon drawn = of.isMissed() ? missed : icon;
        drawn.paintIcon(this, brush.graphics(), Look.px(14), (getHeight() - drawn.getIconHeight()) / 2);
        int left = Look.px(44);
        int free = getWidth() - left - Look.px(8);
        Color ink = of.isMissed() ? Look.color("Lamplight.notNow.text") : Look.text();
        brush.text(words.name(of), Look.name(), ink, left, Look.px(2), Look.px(20), free);
        brush.text(what(of), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), free);
    }
}
