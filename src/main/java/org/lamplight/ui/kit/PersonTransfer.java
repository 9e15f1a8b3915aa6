package org.lamplight.ui.kit;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.TransferHandler;
import org.jspecify.annotations.Nullable;
import org.lamplight.people.Person;

/** A person who is dragged from one part of the program to another, and to nowhere else. EDT. */
public final class PersonTransfer {
    private static final DataFlavor FLAVOUR = new DataFlavor(Person.class, "person");

    private PersonTransfer() {}

    /** Lets this be dragged away. */
    public static TransferHandler of(Supplier<@Nullable Person> dragged) {
        return new TransferHandler() {
            private static final long serialVersionUID = 1L;

            @Override
            public int getSourceActions(JComponent from) {
                return COPY;
            }

            @Override
            protected @Nullable Transferable createTransferable(JComponent from) {
                Person person = dragged.get();
                return person == null ? null : new Dragged(person);
            }
        };
    }

    /** Whether somebody is about to be dropped. */
    public static boolean isPerson(TransferHandler.TransferSupport drop) {
        return drop.isDrop() && drop.isDataFlavorSupported(FLAVOUR);
    }

    /** Who is dropped. */
    public static Optional<Person> person(TransferHandler.TransferSupport drop) {
        try {
            return drop.getTransferable().getTransferData(FLAVOUR) instanceof Person person
                    ? Optional.of(person)
                    : Optional.empty();
        } catch (UnsupportedFlavorException | IOException none) {
            return Optional.empty();
        }
    }

    private record Dragged(Person person) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {FLAVOUR};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavour) {
            return FLAVOUR.equals(flavour);
        }

        @Override
        public Object getTransferData(DataFlavor flavour) throws UnsupportedFlavorException {
            if (!FLAVOUR.equals(flavour)) {
                throw new UnsupportedFlavorException(flavour);
            }
            return person;
        }
    }
}
