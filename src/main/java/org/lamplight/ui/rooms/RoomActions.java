package org.lamplight.ui.rooms;

import java.awt.Component;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import org.lamplight.chat.Occupant;
import org.lamplight.chat.Occupant.Affiliation;
import org.lamplight.chat.Occupant.Role;
import org.lamplight.chat.Room;
import org.lamplight.chat.Rooms;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Question;

/** What one does in a room: asks where something is lost, says where something was refused. EDT. */
final class RoomActions {
    private final Domain domain;
    private final PeopleMirror people;
    private final Texts texts;
    private final MemberCell cell;
    private final Component over;
    private final Consumer<String> refused;

    /** @param cell paints who is banned */
    RoomActions(
            Domain domain,
            PeopleMirror people,
            Texts texts,
            MemberCell cell,
            Component over,
            Consumer<String> refused) {
        this.domain = domain;
        this.people = people;
        this.texts = texts;
        this.cell = cell;
        this.over = over;
        this.refused = refused;
    }

    void editTopic(Room room) {
        FormDialog form = dialog("topic");
        JTextField topic = form.field("topic.text", texts.get("topic.text"), room.topic() == null ? "" : room.topic());
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() ->
                        domain.roomDeeds().topic(room.address(), topic.getText().strip())));
    }

    void editNick(Room room) {
        FormDialog form = dialog("nick");
        JTextField nick = form.field("nick.text", texts.get("nick.text"), room.nick());
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() ->
                        domain.roomDeeds().nick(room.address(), nick.getText().strip())));
    }

    /** Shows who is banned. */
    void banned(Room room) {
        new BannedPeople(domain, texts, cell, over).open(room, refused);
    }

    void destroy(Room room) {
        FormDialog form = dialog("destroy").destroying();
        form.say(texts.get("destroy.say", PlainText.line(room.name())));
        JTextField why = form.field("destroy.why", texts.get("kick.why"), "");
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() -> domain.roomDeeds().destroy(room.address(), words(why))));
    }

    void settings(Room room) {
        new RoomSettings(domain, texts, over).open(room, refused);
    }

    void invite(Room room) {
        FormDialog form = dialog("invite");
        PersonField who = new PersonField(form.field("invite.who", texts.get("invite.who"), ""), people);
        JTextField words = form.field("invite.words", texts.get("invite.words"), "");
        form.askCore(domain.core(), texts.get("busy"), () -> {
            String address = who.address().orElse("");
            String text = words.getText().strip();
            return address.isEmpty()
                    ? FormDialog.wrong(texts.get("person.wrong"))
                    : FormDialog.asked(
                            () -> domain.roomDeeds().invite(room.address(), address, text.isEmpty() ? null : text));
        });
    }

    void invite(Room room, Person person) {
        person.address(Address.Kind.IM).ifPresent(address -> invite(room, address));
    }

    void invite(Room room, String address) {
        tell(() -> domain.roomDeeds().invite(room.address(), address, null));
    }

    void alerts(Room room, Room.Alerts alerts) {
        tell(() -> domain.roomDeeds().alerts(room.address(), alerts));
    }

    /** Enters it once more; where the room has a password by now, that is asked for. */
    void rejoin(Room room) {
        AtomicBoolean locked = new AtomicBoolean();
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds()
                        .join(room.address(), null, null)
                        .whenComplete((in, failure) -> locked.set(Rooms.Refused.wantsPassword(failure))),
                done -> {},
                sentence -> {
                    if (locked.get()) {
                        enter(room);
                    } else {
                        refused.accept(sentence);
                    }
                });
    }

    private void enter(Room room) {
        FormDialog form = dialog("enter");
        form.say(texts.get("enter.say", PlainText.line(room.name())));
        JPasswordField password = form.password("enter.password", texts.get("join.password"));
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() -> domain.roomDeeds()
                        .join(room.address(), null, new String(password.getPassword()))
                        .thenAccept(in -> {})));
    }

    void leave(Room room) {
        FormDialog form = dialog("leave");
        form.say(texts.get("leave.say", PlainText.line(room.name())));
        form.ask(() -> {
            tell(() -> domain.roomDeeds().leave(room.address()));
            return "";
        });
    }

    void kick(Room room, Occupant occupant) {
        FormDialog form = dialog("kick");
        form.say(texts.get("kick.say", PlainText.line(occupant.nick())));
        JTextField why = form.field("kick.why", texts.get("kick.why"), "");
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() -> domain.roomDeeds().kick(room.address(), occupant.nick(), words(why))));
    }

    void ban(Room room, Occupant occupant) {
        FormDialog form = dialog("ban");
        form.say(texts.get("ban.say", PlainText.line(occupant.nick())));
        JTextField why = form.field("ban.why", texts.get("kick.why"), "");
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() -> domain.roomDeeds().ban(room.address(), occupant.nick(), words(why))));
    }

    private static @org.jspecify.annotations.Nullable String words(JTextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }

    /** Lets somebody write where only who has voice may, or takes that back. */
    void voice(Room room, Occupant occupant, boolean given) {
        Role role = given ? Role.PARTICIPANT : Role.VISITOR;
        tell(() -> domain.roomDeeds().role(room.address(), occupant.nick(), role, null));
    }

    /**
     * Asks before it makes somebody something else to the room.
     *
     * @param question the key of what is asked
     * @param sentence what comes of it
     */
    void askAndMake(Room room, String who, Affiliation affiliation, String question, String sentence, Runnable done) {
        FormDialog form = dialog(question).destroying().say(sentence);
        form.askCore(
                domain.core(),
                texts.get("busy"),
                () -> FormDialog.asked(() -> domain.roomDeeds()
                        .affiliation(room.address(), who, affiliation, null)
                        .thenRun(() -> Edt.later(done))));
    }

    /** Somebody who is there by their name, anybody by their address. */
    void make(Room room, String who, Affiliation affiliation, Runnable done) {
        Question.ask(
                domain.core(),
                () -> domain.roomDeeds().affiliation(room.address(), who, affiliation, null),
                made -> done.run(),
                refused);
    }

    private FormDialog dialog(String name) {
        return new FormDialog(over, name, texts.get(name + ".title"), texts.get(name + ".ok"), texts.get("cancel"));
    }

    private void tell(Supplier<CompletableFuture<Void>> deed) {
        Question.ask(domain.core(), deed, done -> {}, refused);
    }
}
