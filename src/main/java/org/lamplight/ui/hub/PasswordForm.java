package org.lamplight.ui.hub;

import java.awt.Component;
import javax.swing.JPasswordField;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;

/** Asks for the password of an account that is there, where it is missing or wrong. EDT. */
record PasswordForm(Domain domain, Texts texts) {

    void ask(Component over, String account) {
        FormDialog form = new FormDialog(
                over, "password", texts.get("password.title"), texts.get("signin.ok"), texts.get("cancel"));
        JPasswordField password = form.password("password.field", texts.get("signin.password"));
        form.askCore(domain.core(), texts.get("signin.busy"), () -> {
            char[] given = password.getPassword();
            return given.length == 0
                    ? FormDialog.wrong(texts.get("signin.noPassword"))
                    : FormDialog.asked(() -> domain.signingIn().again(account, given));
        });
    }
}
