package org.lamplight.ui.status;

import com.formdev.flatlaf.FlatClientProperties;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.Observation;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/** Reason first, then what one may choose, then the note and how long it all holds. EDT. */
final class StatusPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final List<End> ENDS = List.of(End.values());

    private final transient Domain domain;
    private final transient Stage stage;
    private final transient Texts texts;
    private final transient OwnStatus own;
    private final transient Runnable close;
    private final ChoiceList choices;
    private final JTextField note;
    private final JComboBox<String> ends = new JComboBox<>();

    StatusPanel(Domain domain, Stage stage, Mirrors mirrors, Set<Source> silenced, Runnable close) {
        super(new MigLayout("insets 4 0 8 0, gap 0, wrap 1, fillx, hidemode 3", "[332!,fill]"));
        this.domain = domain;
        this.stage = stage;
        this.texts = stage.texts(StatusPanel.class);
        this.own = mirrors.own().now();
        this.close = close;
        choices = new ChoiceList(stage, texts, own.chosen());
        note = new JTextField(ownNote());
        setName("status.panel");
        List<Reason> automatic = automatic();
        if (!automatic.isEmpty()) {
            add(reason(automatic));
            add(new Line(), "h 1!");
        }
        JLabel caption = new JLabel(texts.get(automatic.isEmpty() ? "choose" : "choose.then"));
        caption.putClientProperty(
                FlatClientProperties.STYLE, "font: $Lamplight.badge.font; foreground: $Lamplight.text2");
        add(caption, "gap 12 12 8 4");
        add(choices);
        add(new Line(), "h 1!, gap 0 0 4 4");
        add(noteRow());
        silenced.forEach(source -> add(again(source)));
        choices.onChosen(this::choose);
    }

    void focusFirst() {
        choices.requestFocusInWindow();
    }

    @Override
    protected void paintComponent(java.awt.Graphics graphics) {
        graphics.setColor(Look.color("Lamplight.raised"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    /** What wins without having been chosen. */
    private List<Reason> automatic() {
        return own.presence().reasons().stream()
                .filter(reason -> reason.wins() && reason.observation().source().kind() != Source.Kind.CHOICE)
                .toList();
    }

    private ReasonPanel reason(List<Reason> automatic) {
        return new ReasonPanel(stage, texts, own.presence(), automatic, () -> {
            List<Source> sources = automatic.stream()
                    .map(reason -> reason.observation().source())
                    .toList();
            domain.core().execute(() -> sources.forEach(source -> domain.own().listenTo(source, false)));
            close.run();
        });
    }

    private JPanel noteRow() {
        JPanel row = new JPanel(new MigLayout("insets 8 12 8 12, gap 8", "[grow,fill][]"));
        row.setOpaque(false);
        note.setName("status.note");
        note.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("note.hint"));
        note.getAccessibleContext().setAccessibleName(texts.get("note.hint"));
        Keys.bind(note, "ENTER", () -> choose(own.chosen()));
        ends.setName("status.ends");
        ends.getAccessibleContext().setAccessibleName(texts.get("ends"));
        ends.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font");
        ENDS.forEach(end -> ends.addItem(texts.get("ends." + end)));
        row.add(note, "wmin 0, h 32!, aligny center");
        row.add(ends, "w 112!, h 32!, aligny center");
        return row;
    }

    private JPanel again(Source source) {
        JPanel row = new JPanel(new MigLayout("insets 2 12 2 12, gap 8", "[grow,fill][]"));
        row.setOpaque(false);
        JLabel words = new JLabel(texts.get("silenced", texts.get("source." + source.kind())));
        words.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font; foreground: $Lamplight.text2");
        row.add(words, "wmin 0");
        row.add(ReasonPanel.small("status.again", texts.get("again"), () -> {
            domain.core().execute(() -> domain.own().listenTo(source, true));
            close.run();
        }));
        return row;
    }

    private void choose(Status status) {
        String words = note.getText().strip();
        Instant until = ENDS.get(ends.getSelectedIndex()).after(domain.clock());
        domain.core().execute(() -> domain.own().choose(status, words.isEmpty() ? null : words, until));
        close.run();
    }

    private String ownNote() {
        return own.presence().reasons().stream()
                .map(Reason::observation)
                .filter(seen -> seen.source().kind() == Source.Kind.CHOICE)
                .map(StatusPanel::noteOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static @Nullable String noteOf(Observation choice) {
        return choice.note() == null ? null : PlainText.line(choice.note());
    }
}
