package org.lamplight.ui.gateways;

import java.awt.Window;
import java.util.List;
import java.util.function.Consumer;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Texts;
import org.lamplight.gateway.Gateway;
import org.lamplight.gateway.Gateways;
import org.lamplight.gateway.Registration;
import org.lamplight.ui.form.FormPanel;
import org.lamplight.ui.form.StageDialog;
import org.lamplight.ui.kit.Question;

/** Registers with a gateway by the form that it gives. EDT. */
final class Registering {
    private final CoreThread core;
    private final Gateways gateways;
    private final Texts texts;

    Registering(CoreThread core, Gateways gateways, Texts texts) {
        this.core = core;
        this.gateways = gateways;
        this.texts = texts;
    }

    void start(Window over, Gateway with, Consumer<String> refused) {
        Question.ask(core, () -> gateways.registration(with.address()), asked -> show(over, with, asked), refused);
    }

    private void show(Window over, Gateway with, Registration asked) {
        StageDialog dialog =
                new StageDialog(over, "gateway.stage", texts.get("register.title", with.name()), texts.locale());
        FormPanel form = new FormPanel(asked.form(), true, texts.locale());
        boolean elsewhere = !asked.page().isEmpty() && !asked.form().asks();
        if (asked.done()) {
            form.say(texts.get("register.done"));
        }
        if (!asked.page().isEmpty()) {
            form.say(texts.get("register.page", with.name()) + " " + asked.page());
        }
        String words = texts.get(asked.done() ? "register.change" : "register.ok");
        StageDialog.Deed send =
                new StageDialog.Deed("register", words, true, filled -> send(dialog, with, asked, filled));
        dialog.show(form, elsewhere ? List.of() : List.of(send), elsewhere, () -> {});
    }

    private void send(StageDialog dialog, Gateway with, Registration asked, FormPanel filled) {
        dialog.busy(texts.get("busy", with.name()));
        var answers = filled.answers();
        Question.ask(
                core,
                () -> gateways.register(with.address(), asked, answers),
                done -> dialog.dispose(),
                dialog::refused);
    }
}
