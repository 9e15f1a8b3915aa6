package org.lamplight.ui.skins;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.text.NumberFormat;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.presence.Status;
import org.lamplight.skin.Likeness;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;

/** Whether the chosen icon can be told from all others by its shape alone, with the one that is the most like it. EDT. */
final class Verdict extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final double UNLIKE_ALL = 1;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient SkinEditing editing;
    private final JLabel mark = new JLabel();
    private final JLabel icon = new JLabel();
    private final JLabel nearest = Plain.label("");
    private final JLabel figure = Plain.label("");
    private boolean alike;

    Verdict(Stage stage, Texts texts, SkinEditing editing) {
        super(new MigLayout("insets 10 12 10 12, gap 12 0, fillx, hidemode 3", "[16!][20!][grow,fill]", "[20!][16!]"));
        this.stage = stage;
        this.texts = texts;
        this.editing = editing;
        setOpaque(false);
        setName("skin.verdict");
        figure.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        nearest.putClientProperty(FlatClientProperties.STYLE, "font: $Lamplight.name.font");
        add(mark, "spany 2, aligny center");
        add(icon, "spany 2, aligny center");
        add(nearest, "wmin 0, wrap");
        add(figure, "wmin 0");
        editing.listen(this::refresh);
        refresh();
    }

    private void refresh() {
        Shown shown = editing.shown();
        Status status = shown.status();
        Likeness.Nearest other = shown.likeness().nearest(status);
        alike = shown.tooAlike(status);
        mark.setIcon(ActionIcons.icon(
                alike ? "warning" : "check", 16, alike ? "Lamplight.maybe.text" : "Lamplight.welcome.text"));
        boolean alone = other.difference() >= UNLIKE_ALL;
        nearest.setText(alone ? texts.get("verdict.alone") : texts.get("verdict.nearest", name(other.other())));
        icon.setVisible(!alone);
        icon.setIcon(shown.icons().icon(other.other(), SeenIcons.IN_LISTS, stage.theme()::hues));
        figure.setText(
                alone
                        ? ""
                        : figure(other.difference()) + sharing(shown.likeness().sharing(status)));
        getAccessibleContext().setAccessibleName(nearest.getText() + ", " + figure.getText());
        setToolTipText(figure.getText());
        repaint();
    }

    private String figure(double difference) {
        return texts.get(alike ? "verdict.alike" : "verdict.apart", number(difference), number(Likeness.LIMIT));
    }

    /** Icons that are the same on purpose are not measured, but it should not happen unnoticed. */
    private String sharing(Set<Status> others) {
        return others.isEmpty()
                ? ""
                : " · "
                        + texts.get(
                                "verdict.sharing",
                                others.stream().sorted().map(this::name).collect(Collectors.joining(", ")));
    }

    private String name(Status status) {
        return stage.words().of(status);
    }

    private String number(double value) {
        NumberFormat format = NumberFormat.getInstance(texts.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            String ground = alike ? "Lamplight.warning.background" : "Lamplight.welcome.background";
            brush.fillRound(Look.color(ground), new Rectangle(getSize()), Look.px(8));
        }
    }
}
