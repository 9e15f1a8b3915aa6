package org.lamplight.ui.rooms;

import java.awt.Point;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.TransferHandler;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.PersonTransfer;
import org.lamplight.ui.kit.TalkList;

/** Somebody who is dropped on a room is asked in; on a talk with one person, the three get a room of their own. EDT. */
public final class PersonDrop extends TransferHandler {
    private static final long serialVersionUID = 1L;

    /**
     * A talk that somebody may be dropped on.
     *
     * @param peer the bare address of the other, or of the room
     */
    record Target(String peer, boolean room) {}

    private final transient GrowTalk grow;
    private final transient Function<Point, Optional<Target>> under;

    /** @param under the talk at this place of the component, if one is there */
    PersonDrop(GrowTalk grow, Function<Point, Optional<Target>> under) {
        this.grow = grow;
        this.under = under;
    }

    /**
     * For a list of talks: each row is one.
     *
     * @param opens shows the talk with this address
     */
    public static PersonDrop onRows(Domain domain, TalkList list, Consumer<String> opens, Consumer<String> refused) {
        return new PersonDrop(new GrowTalk(domain, opens, refused), at -> {
            int row = at.y / list.getFixedCellHeight();
            return Optional.of(row)
                    .filter(there -> there < list.getModel().getSize())
                    .map(there -> list.getModel().getElementAt(there))
                    .map(talk -> new Target(talk.peer(), talk.room()));
        });
    }

    @Override
    public boolean canImport(TransferSupport drop) {
        return PersonTransfer.isPerson(drop) && target(drop).isPresent();
    }

    @Override
    public boolean importData(TransferSupport drop) {
        Optional<Target> target = canImport(drop) ? target(drop) : Optional.empty();
        Optional<String> address =
                PersonTransfer.person(drop).flatMap((Person person) -> person.address(Address.Kind.IM));
        if (target.isEmpty() || address.isEmpty()) {
            return false;
        }
        grow.add(target.get().peer(), target.get().room(), address.get());
        return true;
    }

    private Optional<Target> target(TransferSupport drop) {
        return under.apply(drop.getDropLocation().getDropPoint());
    }
}
