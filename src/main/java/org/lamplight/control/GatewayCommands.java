package org.lamplight.control;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.gateway.Command;
import org.lamplight.gateway.CommandStep;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateways;
import org.lamplight.gateway.Registration;

/** {@code gateways} and {@code gateway …}: other networks, and how one gets into them. */
final class GatewayCommands implements CommandGroup {
    private static final Texts TEXTS = Texts.of(GatewayCommands.class);
    static final String USAGE = "gateways | gateway add ADDRESS | register ADDRESS [FIELD=VALUE…] [--password-stdin]"
            + " | remove|login|logout ADDRESS | command ADDRESS [NODE [FIELD=VALUE…] [--password-stdin]]"
            + " | address ADDRESS NAME";

    /** A command that asks for more than that goes round in circles. */
    private static final int MOST_STAGES = 20;

    private final Waiting core;
    private final Gateways gateways;

    GatewayCommands(Waiting core, Gateways gateways) {
        this.core = core;
        this.gateways = gateways;
    }

    @Override
    public Set<String> words() {
        return Set.of("gateways", "gateway");
    }

    @Override
    public void run(List<String> args, String input, Output out) throws Refusal, IOException, InterruptedException {
        Arguments words = new Arguments(args, Set.of(), Set.of("--password-stdin"), USAGE);
        if (words.next().equals("gateways")) {
            list(words, out);
            return;
        }
        switch (words.next()) {
            case "add" -> add(words, out);
            case "register" -> register(words, input, out);
            case "remove" -> remove(words);
            case "login" -> logIn(words);
            case "logout" -> logOut(words);
            case "command" -> command(words, input, out);
            case "address" -> address(words, out);
            default -> throw Refusal.usage(USAGE);
        }
    }

    private void list(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        words.end();
        for (Gateway gateway : core.ask(gateways::all)) {
            out.line(GatewayJson.gateway(gateway));
        }
    }

    private void add(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String address = words.next();
        words.end();
        out.line(GatewayJson.gateway(core.forResult(() -> gateways.add(address))));
    }

    private void remove(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        core.forResult(() -> gateways.remove(address));
    }

    private void logIn(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        core.forResult(() -> gateways.logIn(address));
    }

    private void logOut(Arguments words) throws Refusal, InterruptedException {
        String address = words.next();
        words.end();
        core.forResult(() -> gateways.logOut(address));
    }

    private void address(Arguments words, Output out) throws Refusal, IOException, InterruptedException {
        String address = words.next();
        String theirs = words.next();
        words.end();
        JsonObject json = new JsonObject();
        json.addProperty("address", core.forResult(() -> gateways.translate(address, theirs)));
        out.line(json);
    }

    /** Without answers it only prints what is asked, where anything is. */
    private void register(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        String address = words.next();
        FormAnswers answers = FormAnswers.of(words, input, USAGE);
        Registration asked = core.forResult(() -> gateways.registration(address));
        if (answers.isEmpty() && (asked.form().asks() || !asked.page().isEmpty())) {
            out.line(GatewayJson.registration(asked));
            return;
        }
        Map<String, List<String>> given = checked(asked.form(), answers.of(asked.form()));
        answers.refuseUnknown(names(asked.form()));
        core.forResult(() -> gateways.register(address, asked, given));
    }

    private void command(Arguments words, String input, Output out) throws Refusal, IOException, InterruptedException {
        String address = words.next();
        Optional<String> node = words.maybeNext();
        if (node.isEmpty()) {
            for (Command command : core.forResult(() -> gateways.commands(address))) {
                out.line(GatewayJson.command(command));
            }
            return;
        }
        FormAnswers answers = FormAnswers.of(words, input, USAGE);
        Command command = new Command(address.strip(), node.get(), node.get());
        out.line(GatewayJson.step(run(command, answers)));
    }

    /** Answers form after form. Without answers the first form is printed, and the run of the command is given up. */
    private CommandStep run(Command command, FormAnswers answers) throws Refusal, InterruptedException {
        CommandStep step = core.forResult(() -> gateways.begin(command));
        Set<String> seen = new LinkedHashSet<>();
        for (int stage = 0; !step.isOver() && stage < MOST_STAGES; stage++) {
            CommandStep from = step;
            seen.addAll(names(from.form()));
            boolean stuck = from.form().asks() && answers.of(from.form()).isEmpty();
            if (stuck) {
                core.forResult(() -> gateways.go(from, CommandStep.Action.CANCEL, Map.of()));
                answers.refuseUnknown(seen);
                return from;
            }
            step = next(from, answers);
        }
        answers.refuseUnknown(seen);
        return step;
    }

    private CommandStep next(CommandStep from, FormAnswers answers) throws Refusal, InterruptedException {
        Map<String, List<String>> given;
        try {
            given = checked(from.form(), answers.of(from.form()));
        } catch (Refusal wrong) {
            core.forResult(() -> gateways.go(from, CommandStep.Action.CANCEL, Map.of()));
            throw wrong;
        }
        return core.forResult(() -> gateways.go(from, from.usual(), given));
    }

    private static Set<String> names(Form form) {
        Set<String> names = new LinkedHashSet<>();
        form.fields().stream().filter(FormField::isAsked).forEach(field -> names.add(field.name()));
        return names;
    }

    private static Map<String, List<String>> checked(Form form, Map<String, List<String>> given) throws Refusal {
        Optional<Form.Problem> problem = form.problem(given);
        if (problem.isPresent()) {
            throw new Refusal(TEXTS.get(
                    "form." + problem.get().fault(), problem.get().field().name()));
        }
        return given;
    }
}
