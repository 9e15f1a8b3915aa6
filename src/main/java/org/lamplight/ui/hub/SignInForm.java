package org.lamplight.ui.hub;

import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Question;

/** Asks for the first account: address, password, and where to connect if that needs saying. EDT. */
final class SignInForm {
    private final Domain domain;
    private final Texts texts;
    private final Consumer<String> refused;

    /** What was written last, so that a refusal costs no typing but the password's. */
    private String lastAddress = "";

    private String lastServer = "";

    SignInForm(Domain domain, Texts texts, Consumer<String> refused) {
        this.domain = domain;
        this.texts = texts;
        this.refused = refused;
    }

    void ask(Component over) {
        FormDialog form =
                new FormDialog(over, "signin", texts.get("signin.title"), texts.get("signin.ok"), texts.get("cancel"));
        JTextField address = form.field("signin.address", texts.get("signin.address"), lastAddress);
        JPasswordField password = new JPasswordField(24);
        password.setName("signin.password");
        password.getAccessibleContext().setAccessibleName(texts.get("signin.password"));
        form.row(texts.get("signin.password"), password);
        JTextField server = form.field("signin.server", texts.get("signin.server"), lastServer);
        server.putClientProperty("JTextField.placeholderText", texts.get("signin.server.hint"));
        form.ask(() -> attempt(address.getText(), server.getText().strip(), password));
    }

    private String attempt(String address, String server, JPasswordField field) {
        if (Address.bareIm(address).isEmpty()) {
            return texts.get("add.wrong");
        }
        char[] password = field.getPassword();
        if (password.length == 0) {
            return texts.get("signin.noPassword");
        }
        lastAddress = address;
        lastServer = server;
        Question.ask(
                domain.core(),
                () -> domain.signingIn().signIn(Address.bareIm(address).orElse(""), server, password),
                done -> {},
                refused);
        return "";
    }
}
