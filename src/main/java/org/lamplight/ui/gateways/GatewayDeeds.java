package org.lamplight.ui.gateways;

import java.awt.Window;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.gateway.AddressPrompt;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateways;
import org.lamplight.people.Rosters;
import org.lamplight.ui.form.FormPanel;
import org.lamplight.ui.form.StageDialog;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Question;

/** What can be done with gateways in their window. EDT. */
final class GatewayDeeds {
    private static final String ASKED = "asked";

    private final Window over;
    private final CoreThread core;
    private final Gateways gateways;
    private final Rosters rosters;
    private final Texts texts;
    private final Consumer<String> refused;
    private final CommandRun commands;
    private final Registering registering;

    /** @param refused shows why something was not done; an empty sentence takes that back */
    GatewayDeeds(
            Window over, CoreThread core, Gateways gateways, Rosters rosters, Texts texts, Consumer<String> refused) {
        this.over = over;
        this.core = core;
        this.gateways = gateways;
        this.rosters = rosters;
        this.texts = texts;
        this.refused = refused;
        this.commands = new CommandRun(core, gateways, texts);
        this.registering = new Registering(core, gateways, texts);
    }

    /** What stands between the user and the network is taken out of the way; or put there again. */
    void main(Gateway with) {
        refused.accept("");
        switch (with.state()) {
            case NOT_REGISTERED -> registering.start(over, with, refused);
            case LOGGED_OUT -> Question.ask(core, () -> gateways.logIn(with.address()), done -> {}, refused);
            case LOGGED_IN -> Question.ask(core, () -> gateways.logOut(with.address()), done -> {}, refused);
            case READY -> {}
        }
    }

    void register(Gateway with) {
        refused.accept("");
        registering.start(over, with, refused);
    }

    void command(Gateway with) {
        refused.accept("");
        commands.start(over, with.address(), with.name(), refused);
    }

    void add() {
        String none = "";
        Form form = asking(texts.get("add.say"), texts.get("add.address"));
        ask(texts.get("add.title"), form, texts.get("add.ok"), none, gateways::add, done -> {});
    }

    /** A network behind a gateway to IRC has an address of its own there, and settings. */
    void network(Gateway of) {
        Form form = asking(texts.get("network.say"), texts.get("network.server"));
        Function<String, CompletableFuture<Gateway>> add = server -> gateways.add(server + "@" + of.address());
        ask(texts.get("network.title"), form, texts.get("network.ok"), of.name(), add, this::command);
    }

    /** Adds somebody of the gateway's network; the gateway says what it wants to know, and makes an address of it. */
    void person(Gateway of) {
        refused.accept("");
        Question.ask(core, () -> gateways.prompt(of.address()), prompt -> person(of, prompt), refused);
    }

    private void person(Gateway of, AddressPrompt prompt) {
        String label = prompt.prompt().isEmpty() ? texts.get("person.address") : prompt.prompt();
        Function<String, CompletableFuture<Void>> add = theirs -> gateways.translate(of.address(), theirs)
                .thenComposeAsync(address -> rosters.addPerson(address, theirs, List.of()), core);
        Form form = asking(prompt.description(), label);
        ask(texts.get("person.title", of.name()), form, texts.get("person.ok"), of.name(), add, done -> {});
    }

    private static Form asking(String say, String label) {
        FormField field = new FormField(FormField.Kind.TEXT, ASKED, label, "", true, List.of(), List.of());
        return new Form("", List.of(say), List.of(field), List.of());
    }

    /** Asks for one line and does something with it. */
    private <T> void ask(
            String title,
            Form form,
            String ok,
            String whom,
            Function<String, CompletableFuture<T>> does,
            Consumer<T> then) {
        refused.accept("");
        StageDialog dialog = new StageDialog(over, "gateway.stage", title, texts.locale());
        StageDialog.Deed deed = new StageDialog.Deed("ok", ok, true, filled -> {
            String given =
                    filled.answers().getOrDefault(ASKED, List.of("")).get(0).strip();
            dialog.busy(texts.get("busy", whom.isEmpty() ? given : whom));
            Question.ask(
                    core,
                    () -> does.apply(given),
                    done -> {
                        dialog.dispose();
                        then.accept(done);
                    },
                    dialog::refused);
        });
        dialog.show(new FormPanel(form, true, texts.locale()), List.of(deed), false, () -> {});
    }

    void remove(Gateway one) {
        refused.accept("");
        String sentence = texts.get(one.registered() ? "remove.registered" : "remove.added", one.name());
        new FormDialog(over, "gateway.remove", texts.get("remove.title"), texts.get("remove.ok"), texts.get("cancel"))
                .say(sentence)
                .destroying()
                .askCore(
                        core,
                        texts.get("busy", one.name()),
                        () -> FormDialog.asked(() -> gateways.remove(one.address())));
    }
}
