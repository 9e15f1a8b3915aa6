package org.lamplight.ui.hub;

import java.awt.Component;
import java.awt.Point;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JTextField;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.presence.Status;
import org.lamplight.ui.call.CallDeeds;
import org.lamplight.ui.call.CallTarget;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Openings;
import org.lamplight.ui.kit.Question;

/** What one does with people: asks where something is lost, says where something was refused. EDT. */
final class PersonDeeds implements PeopleList.Deeds {
    private final Domain domain;
    private final Texts texts;
    private final Openings openings;
    private final Component over;
    private final Consumer<String> refused;
    private final Supplier<Collection<String>> groups;
    private final Mirrors mirrors;
    private final CallDeeds calls;

    PersonDeeds(
            Domain domain,
            Texts texts,
            Mirrors mirrors,
            Openings openings,
            Component over,
            Consumer<String> refused,
            Supplier<Collection<String>> groups) {
        this.domain = domain;
        this.texts = texts;
        this.openings = openings;
        this.over = over;
        this.refused = refused;
        this.groups = groups;
        this.mirrors = mirrors;
        this.calls = new CallDeeds(domain, refused);
    }

    CallDeeds calls() {
        return calls;
    }

    @Override
    public boolean canCall(Person person) {
        return !mirrors.calls().lines().isEmpty()
                && person.presence().status() != Status.BLOCKED
                && CallTarget.of(person, mirrors).isPresent();
    }

    @Override
    public void call(Person person) {
        CallTarget.of(person, mirrors).filter(target -> canCall(person)).ifPresent(calls::dial);
    }

    @Override
    public void chat(Person person) {
        person.address(Address.Kind.IM).ifPresent(openings::talk);
    }

    @Override
    public void rename(Person person) {
        FormDialog form = dialog("rename", texts.get("rename.title"), texts.get("rename.ok"));
        JTextField name = form.field("rename.name", texts.get("rename.name"), PlainText.line(person.name()));
        form.ask(() -> {
            if (name.getText().isBlank()) {
                return texts.get("rename.empty");
            }
            tell(() -> domain.rosters().rename(person.id(), name.getText().strip()));
            return "";
        });
    }

    @Override
    public void remove(Person person) {
        FormDialog form = dialog("remove", texts.get("remove.title"), texts.get("remove.ok"));
        form.say(texts.get("remove.say", PlainText.line(person.name())));
        form.ask(() -> {
            tell(() -> domain.rosters().removePerson(person.id()));
            return "";
        });
    }

    void add(String address) {
        new AddPerson(domain, texts, refused).ask(over, address, groups.get());
    }

    void group(Person person, String group, boolean in) {
        tell(() -> domain.rosters().group(person.id(), group, in));
    }

    void newGroup(Person person) {
        FormDialog form = dialog("group", texts.get("newGroup.title"), texts.get("newGroup.ok"));
        JTextField name = form.field("group.name", texts.get("newGroup.name"), "");
        form.ask(() -> {
            if (name.getText().isBlank()) {
                return texts.get("newGroup.empty");
            }
            group(person, name.getText().strip(), true);
            return "";
        });
    }

    void report(Person person) {
        tell(() -> domain.rosters().report(person.id()));
    }

    void block(Person person, boolean blocked) {
        tell(() -> domain.rosters().block(person.id(), blocked));
    }

    /** Asks to see their presence, as when they were added. */
    void askForPresence(Person person) {
        person.address(Address.Kind.IM)
                .ifPresent(address ->
                        tell(() -> domain.rosters().addPerson(address, person.name(), List.copyOf(person.groups()))));
    }

    @Override
    public void menu(Person person, Component on, Point at) {
        new PersonMenu(texts, this, person, groups.get()).show(on, at);
    }

    private FormDialog dialog(String name, String title, String ok) {
        return new FormDialog(over, name, title, ok, texts.get("cancel"));
    }

    private void tell(Supplier<CompletableFuture<Void>> change) {
        Question.ask(domain.core(), change, done -> {}, refused);
    }
}
