package org.lamplight.ui.rooms;

import java.awt.Point;
import java.util.function.Consumer;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.PersonTransfer;
import org.lamplight.ui.kit.TalkList;

/** Somebody who is dropped on a room is asked in; on a talk with one person, the three get a room of their own. EDT. */
public final class PersonDrop extends TransferHandler {
    private static final long serialVersionUID = 1L;

    private final transient Domain domain;
    private final transient TalkList list;
    private final transient Consumer<String> opens;
    private final transient Consumer<String> refused;

    /** @param opens shows the talk with this address */
    public PersonDrop(Domain domain, TalkList list, Consumer<String> opens, Consumer<String> refused) {
        this.domain = domain;
        this.list = list;
        this.opens = opens;
        this.refused = refused;
    }

    @Override
    public boolean canImport(TransferSupport drop) {
        return PersonTransfer.isPerson(drop) && under(drop) != null;
    }

    @Override
    public boolean importData(TransferSupport drop) {
        Talk talk = canImport(drop) ? under(drop) : null;
        String address = PersonTransfer.person(drop)
                .flatMap((Person person) -> person.address(Address.Kind.IM))
                .orElse("");
        if (talk == null || address.isEmpty()) {
            return false;
        }
        new GrowTalk(domain, opens, refused).add(talk.peer(), talk.room(), address);
        return true;
    }

    private @Nullable Talk under(TransferSupport drop) {
        Point at = drop.getDropLocation().getDropPoint();
        int row = at.y / list.getFixedCellHeight();
        return row < list.getModel().getSize() ? list.getModel().getElementAt(row) : null;
    }
}
