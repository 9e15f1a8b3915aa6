package org.lamplight.ui.hub;

import java.awt.Component;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Question;

/** Asks for a new person's address, name and group. EDT. */
final class AddPerson {
    private final Domain domain;
    private final Texts texts;
    private final Consumer<String> refused;

    AddPerson(Domain domain, Texts texts, Consumer<String> refused) {
        this.domain = domain;
        this.texts = texts;
        this.refused = refused;
    }

    void ask(Component over, String address, Collection<String> groups) {
        FormDialog form = new FormDialog(over, "add", texts.get("add.title"), texts.get("add.ok"), texts.get("cancel"));
        JTextField who = form.field("add.address", texts.get("add.address"), address);
        JTextField name = form.field("add.name", texts.get("add.name"), "");
        JComboBox<String> group = new JComboBox<>();
        group.setName("add.group");
        group.setEditable(true);
        if (group.getRenderer() instanceof JComponent renderer) {
            Plain.plain(renderer);
        }
        group.addItem("");
        groups.stream().map(PlainText::line).forEach(group::addItem);
        group.getAccessibleContext().setAccessibleName(texts.get("add.group"));
        form.row(texts.get("add.group"), group);
        form.ask(() -> attempt(who.getText(), name.getText().strip(), String.valueOf(group.getSelectedItem())));
    }

    private String attempt(String address, String name, String group) {
        if (Address.bareIm(address).isEmpty()) {
            return texts.get("add.wrong");
        }
        List<String> groups = group.isBlank() ? List.of() : List.of(group.strip());
        Question.ask(
                domain.core(),
                () -> domain.rosters().addPerson(address, name.isEmpty() ? null : name, groups),
                done -> {},
                refused);
        return "";
    }
}
