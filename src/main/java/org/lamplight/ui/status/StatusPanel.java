package org.lamplight.ui.status;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Graphics;
import java.awt.Point;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.presence.ChoicePreset;
import org.lamplight.presence.Ending;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.OwnStatus;
import org.lamplight.presence.ReadyChoices;
import org.lamplight.presence.Reason;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.ToolButton;

/** Reason first, then what one may choose, then the note and how long it all holds. EDT. */
final class StatusPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** What core knew when the menu was asked for. */
    record Known(Set<Source> silenced, List<ChoicePreset> presets, List<String> notes) {
        static Known of(OwnPresence own) {
            return new Known(own.silenced(), own.ready().presets(), own.ready().notes());
        }
    }

    /** The window that this stands in. */
    interface Frame {
        void close();

        /** The panel needs more room, or less. */
        void fit();
    }

    private final transient Domain domain;
    private final transient Texts texts;
    private final transient OwnStatus own;
    private final transient Frame frame;
    private final transient EndingWords endings;
    private final ChoiceList choices;
    private final NoteField note;
    private final EndField ends;
    private final ToolButton keep;

    /** Whose end is being asked for. */
    private Status target;

    StatusPanel(Domain domain, Stage stage, OwnStatus own, Known known, Frame frame) {
        super(new MigLayout("insets 4 0 8 0, gap 0, wrap 1, fillx, hidemode 3", "[332!,fill]"));
        this.domain = domain;
        this.texts = stage.texts(StatusPanel.class);
        this.own = own;
        this.target = own.chosen();
        this.frame = frame;
        this.endings = new EndingWords(texts, stage.moments());
        choices = new ChoiceList(stage, texts, own.chosen(), known.presets());
        String words = own.chosenNote() == null ? "" : own.chosenNote();
        note = new NoteField(texts, words, known.notes(), this::chooseNote);
        ends = new EndField(texts, endings, firstEnd(), this::chooseNote, frame::fit);
        keep = ToolButton.small("pin", texts.get("preset.keep"), this::keepAsPreset);
        setName("status.panel");
        List<Reason> automatic = automatic();
        if (!automatic.isEmpty()) {
            add(new ReasonPanel(stage, texts, own.presence(), automatic, new Because(automatic)));
            add(new Line(), "h 1!");
        }
        JLabel caption = new JLabel(texts.get(automatic.isEmpty() ? "choose" : "choose.then"));
        caption.putClientProperty(
                FlatClientProperties.STYLE, "font: $Lamplight.badge.font; foreground: $Lamplight.text2");
        add(caption, "gap 12 12 8 4");
        add(rows());
        add(new Line(), "h 1!, gap 0 0 4 4");
        add(noteRow(known.presets()));
        known.silenced().forEach(source -> add(again(source)));
        choices.does(new Rows());
    }

    void focusFirst() {
        choices.requestFocusInWindow();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(Look.color("Lamplight.raised"));
        graphics.fillRect(0, 0, getWidth(), getHeight());
    }

    /** What wins without having been chosen. */
    private List<Reason> automatic() {
        return own.presence().reasons().stream()
                .filter(reason -> reason.wins() && reason.observation().source().kind() != Source.Kind.CHOICE)
                .toList();
    }

    /** As many as a small screen has room for; the rest is scrolled to. */
    private Scroller rows() {
        Scroller rows = new Scroller(choices);
        rows.setOpaque(false);
        rows.getViewport().setOpaque(false);
        return rows;
    }

    private JPanel noteRow(List<ChoicePreset> presets) {
        JPanel row = new JPanel(new MigLayout("insets 8 12 8 12, gap 8 8", "[grow,fill][]"));
        row.setOpaque(false);
        keep.setName("status.keep");
        sayWhetherRoom(presets);
        row.add(note, "wmin 0, h 32!, span, growx, wrap");
        row.add(ends, "wmin 0, h 32!, growx");
        row.add(keep, "aligny center, wrap");
        row.add(ends.wrong(), "span, hidemode 3");
        return row;
    }

    private JPanel again(Source source) {
        JPanel row = new JPanel(new MigLayout("insets 2 12 2 12, gap 8", "[grow,fill][]"));
        row.setOpaque(false);
        JLabel words = Plain.label(texts.get("silenced", nameOf(source)));
        words.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        row.add(words, "wmin 0");
        row.add(ReasonPanel.small("status.again", texts.get("again"), () -> {
            onCore(presence -> presence.listenTo(source, true));
            frame.close();
        }));
        return row;
    }

    private String nameOf(Source source) {
        String kind = texts.get("source." + source.kind());
        return source.kind() == Source.Kind.APP ? texts.get("source.named", PlainText.line(source.id()), kind) : kind;
    }

    private void onCore(Consumer<OwnPresence> does) {
        domain.core().execute(() -> does.accept(domain.own()));
    }

    private @Nullable String words() {
        String words = note.getText().strip();
        return words.isEmpty() ? null : words;
    }

    /** Other words, or another end, for what is chosen. */
    private void chooseNote() {
        String words = words();
        if (ends.untouched()) {
            onCore(presence -> presence.reword(words));
            frame.close();
        } else {
            ends.ending().ifPresent(ending -> choose(new ChoicePreset(target, words, ending)));
        }
    }

    private void choose(ChoicePreset choice) {
        var until = choice.ending().at(domain.clock());
        onCore(presence -> presence.choose(choice.status(), choice.note(), until));
        frame.close();
    }

    private void keepAsPreset() {
        ends.ending()
                .map(ending -> new ChoicePreset(target, words(), ending))
                .filter(preset -> preset.note() != null || !preset.ending().equals(Ending.OPEN))
                .ifPresent(preset -> changePresets(presence -> presence.ready().add(preset)));
    }

    private void changePresets(Consumer<OwnPresence> change) {
        domain.core().execute(() -> {
            change.accept(domain.own());
            List<ChoicePreset> now = domain.own().ready().presets();
            Edt.later(() -> {
                choices.show(now);
                sayWhetherRoom(now);
                frame.fit();
            });
        });
    }

    private void sayWhetherRoom(List<ChoicePreset> presets) {
        boolean room = presets.size() < ReadyChoices.MOST_PRESETS;
        keep.setEnabled(room);
        keep.setToolTipText(texts.get(room ? "preset.keep" : "preset.full", ReadyChoices.MOST_PRESETS));
    }

    private Ending firstEnd() {
        return own.chosenUntil() == null
                ? Ending.OPEN
                : new Ending.At(own.chosenUntil()
                        .atZone(domain.clock().getZone())
                        .toLocalTime()
                        .withSecond(0)
                        .withNano(0));
    }

    /** What the rows of the list do. */
    private final class Rows implements ChoiceList.Deeds {
        @Override
        public void choose(ChoicePreset row) {
            if (choices.isPreset(choices.getSelectedIndex())) {
                StatusPanel.this.choose(row);
            } else {
                Ending ending = ends.untouched() ? Ending.OPEN : ends.ending().orElse(null);
                if (ending != null) {
                    StatusPanel.this.choose(new ChoicePreset(row.status(), words(), ending));
                }
            }
        }

        @Override
        public void askUntil(ChoicePreset row, Point at) {
            JPopupMenu menu = new JPopupMenu();
            menu.setName("status.until");
            for (Ending ending : Ending.common()) {
                add(
                        menu,
                        endings.of(ending),
                        () -> StatusPanel.this.choose(new ChoicePreset(row.status(), words(), ending)));
            }
            add(menu, texts.get("ends.until"), () -> {
                target = row.status();
                ends.askTime();
            });
            menu.show(choices, at.x, at.y);
        }

        @Override
        public void move(ChoicePreset preset, int by) {
            changePresets(presence -> presence.ready().move(preset, by));
        }

        @Override
        public void remove(ChoicePreset preset) {
            changePresets(presence -> presence.ready().remove(preset));
        }

        @Override
        public void menu(ChoicePreset preset, Point at) {
            JPopupMenu menu = new JPopupMenu();
            menu.setName("status.preset");
            add(menu, texts.get("preset.up"), () -> move(preset, -1));
            add(menu, texts.get("preset.down"), () -> move(preset, 1));
            add(menu, texts.get("preset.remove"), () -> remove(preset));
            menu.show(choices, at.x, at.y);
        }

        private void add(JPopupMenu menu, String words, Runnable does) {
            JMenuItem item = new JMenuItem(words);
            item.addActionListener(event -> does.run());
            menu.add(item);
        }
    }

    /** What can be done about the reason. */
    private final class Because implements ReasonPanel.Deeds {
        private final List<Source> sources;

        Because(List<Reason> automatic) {
            this.sources = automatic.stream()
                    .map(reason -> reason.observation().source())
                    .toList();
        }

        @Override
        public void silence() {
            each((presence, source) -> presence.listenTo(source, false));
        }

        @Override
        public void over() {
            each(OwnPresence::dismiss);
        }

        private void each(java.util.function.BiConsumer<OwnPresence, Source> does) {
            onCore(presence -> sources.forEach(source -> does.accept(presence, source)));
            frame.close();
        }
    }
}
