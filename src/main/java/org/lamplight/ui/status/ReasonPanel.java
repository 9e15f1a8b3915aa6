package org.lamplight.ui.status;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Source;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Words;

/** Why one's status is not the one that was chosen, with the switch for it. EDT. */
final class ReasonPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** What one can do about it. */
    interface Deeds {
        /** Its sources don't count from now on. */
        void silence();

        /** It is over already. */
        void over();
    }

    /** What the menu leaves beside the icon. */
    private static final int WIDTH = 276;

    private static final int BESIDE = 56;

    ReasonPanel(Stage stage, Texts texts, Presence presence, List<Reason> automatic, Deeds deeds) {
        super(new MigLayout("insets 8 12 12 12, gap 12 0, wrap 2", "[20!][grow,fill]"));
        setOpaque(false);
        setName("status.reason");
        JLabel title = Plain.label(stage.words().timed(presence));
        title.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        add(new JLabel(stage.icons().icon(presence.status(), 20)), "aligny top");
        add(title, "wmin 0");
        Words from = new Words(from(texts, automatic), Look.SECOND);
        add(from.expecting(WIDTH), "skip 1, wmin 0");
        add(buttons(texts, automatic, deeds), "skip 1, gaptop 8");
        // The layout asks words for their height at the width that the panel has now
        setSize(Look.px(WIDTH + BESIDE), Short.MAX_VALUE);
    }

    private static JPanel buttons(Texts texts, List<Reason> automatic, Deeds deeds) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8", "[][]push"));
        row.setOpaque(false);
        row.add(small("status.silence", texts.get("silence"), deeds::silence));
        if (automatic.stream().anyMatch(ReasonPanel::mayBeOver)) {
            row.add(small("status.over", texts.get("over"), deeds::over));
        }
        return row;
    }

    /** A meeting may end before its time; a call that is over says so itself. */
    private static boolean mayBeOver(Reason reason) {
        Source.Kind kind = reason.observation().source().kind();
        return kind == Source.Kind.CALENDAR || kind == Source.Kind.APP;
    }

    /** "From your calendar", with whatever the source itself says: here it is one's own. */
    private static String from(Texts texts, List<Reason> automatic) {
        Stream<String> sources = automatic.stream()
                .map(reason ->
                        texts.get("source." + reason.observation().source().kind()))
                .distinct();
        Stream<String> notes = automatic.stream()
                .map(Reason::observation)
                .map(Observation::note)
                .filter(Objects::nonNull)
                .map(PlainText::line)
                .distinct();
        String from = texts.get("from", sources.collect(Collectors.joining(", ")));
        String said = notes.collect(Collectors.joining(", "));
        return said.isEmpty() ? from : from + ": " + said;
    }

    /** A button of 28 px. */
    static JButton small(String name, String text, Runnable does) {
        JButton button = new JButton(text);
        button.setName(name);
        button.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; margin: 4,10,5,10; minimumWidth: 48");
        button.addActionListener(event -> does.run());
        return button;
    }
}
