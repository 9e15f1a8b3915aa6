package org.lamplight.ui.call;

import java.awt.Component;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.lamplight.call.Ability;
import org.lamplight.call.CallRefused;
import org.lamplight.call.Forwarding;
import org.lamplight.call.LineStatus;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.CallChoices;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Words;

/** Asks where the calls of a line go instead of ringing here, and when. EDT. */
public final class ForwardDialog {
    private static final int ROWS = 3;
    private static final int WIDTH = 320;

    private final Domain domain;
    private final Stage stage;
    private final Mirrors mirrors;
    private final Texts texts;
    private final CallWords words;

    public ForwardDialog(Domain domain, Stage stage, Mirrors mirrors) {
        this.domain = domain;
        this.stage = stage;
        this.mirrors = mirrors;
        this.texts = stage.texts(ForwardDialog.class);
        this.words = new CallWords(texts, mirrors, domain.clock());
    }

    /** Asks about the line that calls go out on, or another one where there are several. Waits until it is closed. */
    public void ask(Component over) {
        FormDialog form = new FormDialog(
                over, "forward", texts.get("forward.title"), texts.get("forward.ok"), texts.get("cancel"));
        List<LineStatus> lines = mirrors.calls().lines().stream()
                .filter(line -> line.can(Ability.FORWARD))
                .toList();
        if (lines.isEmpty()) {
            form.say(texts.get("forward.none"));
            form.ask(() -> "");
        } else {
            new Form(form, lines).ask();
        }
    }

    /** A line as the list names it. */
    private record Choice(LineStatus line, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private final class Form {
        private final FormDialog form;
        private final CallChoices choices = domain.phone().choices();
        private final JComboBox<Choice> line = Plain.plain(new JComboBox<>());
        private final WhenChoices when = new WhenChoices(texts, this::whenChosen);
        private final Words hint = new Words("", "foreground: $Lamplight.text2").expecting(WIDTH);
        private final JTextField field;
        private final CalleeList list;

        Form(FormDialog form, List<LineStatus> lines) {
            this.form = form;
            lines.forEach(one -> line.addItem(new Choice(one, words.line(one))));
            lines.stream()
                    .filter(LineStatus::preferred)
                    .findFirst()
                    .ifPresent(one -> line.setSelectedItem(new Choice(one, words.line(one))));
            form.say(texts.get("forward.say"));
            line.setName("forward.line");
            line.getAccessibleContext().setAccessibleName(texts.get("forward.line"));
            Keys.openByArrows(line);
            if (lines.size() > 1) {
                form.row(texts.get("forward.line"), line);
            }
            form.across(when);
            field = form.field("forward.to", texts.get("forward.to"), "");
            list = new CalleeList(stage, mirrors, texts, field, () -> {});
            list.setVisibleRowCount(ROWS);
            form.across(new Scroller(list).edged());
            form.across(hint);
            line.addActionListener(event -> fill());
            fill();
        }

        private String line() {
            return line.getItemAt(Math.max(0, line.getSelectedIndex())).line().id();
        }

        /** As it is kept for the line. */
        private void fill() {
            Optional<Forwarding> rule = Optional.ofNullable(choices.forwarding().get(line()));
            when.show(rule.map(Forwarding::when), choices.patience());
            field.setText(rule.map(one -> Callee.shown(one.target())).orElse(""));
            hint.setText(texts.get(atServer() ? "forward.hint.server" : "forward.hint"));
            whenChosen();
        }

        private boolean atServer() {
            return mirrors.calls()
                    .line(line())
                    .filter(one -> one.can(Ability.SERVER_FORWARD))
                    .isPresent();
        }

        private void whenChosen() {
            boolean goes = when.chosen().isPresent();
            field.setEnabled(goes);
            list.setEnabled(goes);
        }

        void ask() {
            form.askElsewhere(texts.get("forward.saving"), this::keep);
        }

        private CompletableFuture<?> keep() {
            String of = line();
            Optional<Forwarding.When> chosen = when.chosen();
            if (chosen.isEmpty()) {
                choices.forward(of, Optional.empty());
                return CompletableFuture.completedFuture(null);
            }
            String target = list.target();
            if (target.isEmpty()) {
                return CompletableFuture.failedFuture(new CallRefused(texts.get("callee.none")));
            }
            Duration patience = when.patience();
            return domain.core()
                    .ask(() -> domain.phone().lines().forwarding(of, chosen.get(), target))
                    .thenAccept(rule -> {
                        choices.patience(patience);
                        choices.forward(of, Optional.of(rule));
                    });
        }
    }
}
