package org.lamplight.ui.call;

import java.awt.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComboBox;
import org.lamplight.call.Ability;
import org.lamplight.call.CallRefused;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwarding.When;
import org.lamplight.call.LineStatus;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.CallChoices;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Stage;
import org.lamplight.ui.kit.Words;

/** Asks where the calls of a line go instead of ringing here, and when. EDT. */
public final class ForwardDialog {
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
        private final ForwardRow all = row(When.ALL);
        private final ForwardRow busy = row(When.BUSY);
        private final ForwardRow noAnswer = row(When.NO_ANSWER);
        private final List<ForwardRow> rows = List.of(all, busy, noAnswer);
        private final Patience patience = new Patience(texts);
        private final Words hint = new Words("", "foreground: $Lamplight.text2").expecting(WIDTH);

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
            form.across(all.with());
            form.across(busy.with());
            form.across(noAnswer.with(patience));
            form.across(hint);
            line.addActionListener(event -> fill());
            fill();
        }

        private ForwardRow row(When when) {
            return new ForwardRow(when, stage, mirrors, texts, this::lay);
        }

        private String line() {
            return line.getItemAt(Math.max(0, line.getSelectedIndex())).line().id();
        }

        /** As it is kept for the line. */
        private void fill() {
            ForwardRules rules = choices.forwarding();
            rows.forEach(row -> row.show(rules.find(line(), row.when())));
            patience.show(choices.patience());
            hint.setText(texts.get(atServer() ? "forward.hint.server" : "forward.hint"));
            lay(all);
        }

        private boolean atServer() {
            return mirrors.calls()
                    .line(line())
                    .filter(one -> one.can(Ability.SERVER_FORWARD))
                    .isPresent();
        }

        /** Where all go, the others are not asked; only one shows whom one may mean. */
        private void lay(ForwardRow written) {
            rows.forEach(row -> row.lay(row == all || !all.goes(), row == written));
            patience.setEnabled(!all.goes() && noAnswer.goes());
            form.pack();
        }

        void ask() {
            form.askElsewhere(texts.get("forward.saving"), this::keep);
        }

        private CompletableFuture<?> keep() {
            String of = line();
            Map<When, String> targets = new EnumMap<>(When.class);
            rows.stream().filter(ForwardRow::goes).forEach(row -> targets.put(row.when(), row.target()));
            if (targets.containsValue("")) {
                return CompletableFuture.failedFuture(new CallRefused(texts.get("callee.none")));
            }
            if (targets.containsKey(When.NO_ANSWER)) {
                choices.patience(patience.chosen());
            }
            return domain.core()
                    .ask(() -> rules(of, targets))
                    .thenCompose(rules -> choices.forward(before -> before.with(of, rules)));
        }

        private List<Forwarding> rules(String of, Map<When, String> targets) {
            return targets.entrySet().stream()
                    .map(one -> domain.phone().lines().forwarding(of, one.getKey(), one.getValue()))
                    .toList();
        }
    }
}
