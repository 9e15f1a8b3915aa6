package org.lamplight.ui.rooms;

import java.awt.Component;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.lamplight.chat.Room;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.Question;

/** Takes somebody more into a talk: a room asks them in, a talk with one person becomes a room for the three. EDT. */
public final class GrowTalk {
    private final Domain domain;
    private final Consumer<String> opens;
    private final Consumer<String> refused;

    /** @param opens shows the talk with this address */
    public GrowTalk(Domain domain, Consumer<String> opens, Consumer<String> refused) {
        this.domain = domain;
        this.opens = opens;
        this.refused = refused;
    }

    /** Adds the one with the address {@code person} to the talk with this peer. */
    public void add(String peer, boolean room, String person) {
        if (room) {
            Question.ask(domain.core(), () -> domain.roomDeeds().invite(peer, person, null), done -> {}, refused);
        } else if (!peer.equals(person)) {
            Question.ask(
                    domain.core(), () -> roomFor(List.of(peer, person)), made -> opens.accept(made.address()), refused);
        }
    }

    private CompletableFuture<Room> roomFor(List<String> people) {
        String own = domain.accounts().get().stream()
                .findFirst()
                .map(state -> state.account().name())
                .orElse("");
        return domain.roomDeeds().createFor(GroupName.of(own, people, domain.people()), people);
    }

    /** Asks whom to add to a talk with one person. */
    public void ask(Component over, Texts texts, PeopleMirror people, String peer) {
        FormDialog form =
                new FormDialog(over, "grow", texts.get("grow.title"), texts.get("grow.ok"), texts.get("cancel"));
        form.say(texts.get("grow.say"));
        PersonField who = new PersonField(form.field("grow.who", texts.get("invite.who"), ""), people);
        form.ask(() -> {
            String address = who.address().orElse("");
            if (address.isEmpty()) {
                return texts.get("person.wrong");
            }
            add(peer, false, address);
            return "";
        });
    }
}
