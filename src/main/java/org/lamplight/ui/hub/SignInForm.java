package org.lamplight.ui.hub;

import java.awt.Component;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;

/** Asks for the first account: address, password, and where to connect if that needs saying. EDT. */
final class SignInForm {
    private final Domain domain;
    private final Texts texts;
    /** What was written last, so that a refusal costs no typing but the password's. */
    private String lastAddress = "";

    private String lastServer = "";

    SignInForm(Domain domain, Texts texts) {
        this.domain = domain;
        this.texts = texts;
    }

    void ask(Component over) {
        FormDialog form =
                new FormDialog(over, "signin", texts.get("signin.title"), texts.get("signin.ok"), texts.get("cancel"));
        JTextField address = form.field("signin.address", texts.get("signin.address"), lastAddress);
        JPasswordField password = form.password("signin.password", texts.get("signin.password"));
        JTextField server = form.field("signin.server", texts.get("signin.server"), lastServer);
        server.putClientProperty("JTextField.placeholderText", texts.get("signin.server.hint"));
        form.askCore(
                domain.core(),
                texts.get("signin.busy"),
                () -> attempt(address.getText(), server.getText().strip(), password));
    }

    private FormDialog.Attempt attempt(String address, String server, JPasswordField field) {
        String bare = Address.bareIm(address).orElse("");
        if (bare.isEmpty()) {
            return FormDialog.wrong(texts.get("add.wrong"));
        }
        char[] password = field.getPassword();
        if (password.length == 0) {
            return FormDialog.wrong(texts.get("signin.noPassword"));
        }
        lastAddress = address;
        lastServer = server;
        return FormDialog.asked(() -> domain.signingIn().signIn(bare, server, password));
    }
}
