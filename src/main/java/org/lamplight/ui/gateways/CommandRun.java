package org.lamplight.ui.gateways;

import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.CommandStep.Action;
import org.lamplight.gateway.Gateways;
import org.lamplight.ui.form.FormPanel;
import org.lamplight.ui.form.StageDialog;
import org.lamplight.ui.kit.Question;

/** Has one choose a command of a gateway, and goes through it form by form. EDT. */
final class CommandRun {
    private static final String WHICH = "which";

    private final CoreThread core;
    private final Gateways gateways;
    private final Texts texts;

    CommandRun(CoreThread core, Gateways gateways, Texts texts) {
        this.core = core;
        this.gateways = gateways;
        this.texts = texts;
    }

    void start(Window over, String address, String name, Consumer<String> refused) {
        Question.ask(core, () -> gateways.commands(address), all -> choose(over, name, all, refused), refused);
    }

    private void choose(Window over, String name, List<Command> all, Consumer<String> refused) {
        if (all.isEmpty()) {
            refused.accept(texts.get("nothing", name));
            return;
        }
        StageDialog dialog = new StageDialog(over, "gateway.stage", texts.get("commands.title", name), texts.locale());
        StageDialog.Deed go = new StageDialog.Deed("go", texts.get("go"), true, filled -> {
            int at = Integer.parseInt(
                    filled.answers().getOrDefault(WHICH, List.of("0")).get(0));
            follow(dialog, name, () -> gateways.begin(all.get(at)));
        });
        dialog.show(new FormPanel(choice(all), true, texts.locale()), List.of(go), false, () -> {});
    }

    private Form choice(List<Command> all) {
        List<FormField.Option> options = IntStream.range(0, all.size())
                .mapToObj(at -> new FormField.Option(all.get(at).name(), String.valueOf(at)))
                .toList();
        FormField which = new FormField(
                FormField.Kind.CHOICE, WHICH, texts.get("commands.which"), "", false, List.of("0"), options);
        return new Form("", List.of(texts.get("commands.say")), List.of(which), List.of());
    }

    private void follow(StageDialog dialog, String name, Supplier<CompletableFuture<CommandStep>> question) {
        dialog.busy(texts.get("busy", name));
        Question.ask(core, question, step -> show(dialog, name, step), dialog::refused);
    }

    /** Whoever closes the dialog while an answer is under way has given up; the gateway is told so then. */
    private void show(StageDialog dialog, String name, CommandStep step) {
        if (!dialog.isDisplayable()) {
            giveUp(step);
            return;
        }
        FormPanel form = new FormPanel(step.form(), !step.isOver(), texts.locale());
        step.notes().forEach(note -> form.say(texts.get("note." + note.weight(), note.text())));
        if (step.isOver() && step.notes().isEmpty() && step.form().fields().isEmpty()) {
            form.say(texts.get(step.status() == CommandStep.Status.CANCELED ? "canceled" : "over"));
        }
        if (!step.form().title().isEmpty()) {
            dialog.setTitle(step.form().title());
        }
        dialog.show(form, deeds(dialog, name, step), step.isOver(), () -> giveUp(step));
    }

    /** The usual one stands last, where Enter takes it. */
    private List<StageDialog.Deed> deeds(StageDialog dialog, String name, CommandStep step) {
        List<StageDialog.Deed> deeds = new ArrayList<>();
        for (Action action : List.of(Action.PREV, Action.EXECUTE, Action.COMPLETE, Action.NEXT)) {
            if (step.actions().contains(action) && action != step.usual()) {
                deeds.add(deed(dialog, name, step, action));
            }
        }
        if (step.actions().contains(step.usual())) {
            deeds.add(deed(dialog, name, step, step.usual()));
        }
        return deeds;
    }

    private StageDialog.Deed deed(StageDialog dialog, String name, CommandStep step, Action action) {
        String key = switch (action) {
            case PREV -> "back";
            case NEXT -> "next";
            case COMPLETE -> "finish";
            default -> "go";
        };
        return new StageDialog.Deed(key, texts.get(key), action != Action.PREV, filled -> {
            Map<String, List<String>> answers = filled.answers();
            follow(dialog, name, () -> gateways.go(step, action, answers));
        });
    }

    private void giveUp(CommandStep step) {
        if (!step.isOver()) {
            Question.ask(core, () -> gateways.go(step, Action.CANCEL, Map.of()), done -> {}, lost -> {});
        }
    }
}
