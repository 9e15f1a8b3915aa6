package org.lamplight.ui.rooms;

import java.awt.AWTKeyStroke;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import org.lamplight.core.PlainText;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.PeopleMirror;

/**
 * Asks for one person by name or address: offers those of the list whose name or address has what was typed. While the
 * offer is up, arrows choose in it, Enter and Tab take, Esc closes; all other times the keys do what they did. EDT.
 */
final class PersonField {
    private static final int MOST = 6;

    private final JTextField field;
    private final PeopleMirror people;
    private final JPopupMenu popup = new JPopupMenu();
    private final JList<OfferCell.Offer> offered;
    private List<Person> found = List.of();
    private boolean taking;

    PersonField(JTextField field, PeopleMirror people) {
        this.field = field;
        this.people = people;
        popup.setName(field.getName() + ".offer");
        popup.setFocusable(false);
        offered = OfferCell.list(field.getName() + ".list");
        popup.add(offered);
        before("ENTER", () -> take() || press());
        before("TAB", () -> {
            take();
            field.transferFocus();
            return true;
        });
        before("UP", () -> move(-1));
        before("DOWN", () -> move(1));
        before("ESCAPE", this::close);
        field.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, Set.<AWTKeyStroke>of());
        offered.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                take();
            }
        });
        field.getDocument().addDocumentListener(new OnEdit(() -> {
            if (!taking) {
                Edt.later(this::offer);
            }
        }));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                close();
            }
        });
    }

    /** Who is meant: one of the list by name or by the only one that fits, else an address. Empty if that is none. */
    Optional<String> address() {
        String typed = field.getText().strip();
        List<Person> named = people.all().stream()
                .filter(person -> name(person).equalsIgnoreCase(typed))
                .filter(person -> im(person).isPresent())
                .toList();
        if (named.size() == 1) {
            return im(named.get(0));
        }
        List<Person> fitting = matching(typed);
        return typed.contains("@") || fitting.size() != 1 ? Address.bareIm(typed) : im(fitting.get(0));
    }

    private static String name(Person person) {
        return PlainText.line(person.name());
    }

    private static Optional<String> im(Person person) {
        return person.address(Address.Kind.IM);
    }

    private List<Person> matching(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? List.of()
                : people.all().stream()
                        .filter(person -> im(person).isPresent())
                        .filter(person -> name(person).toLowerCase(Locale.ROOT).contains(wanted)
                                || im(person)
                                        .orElse("")
                                        .toLowerCase(Locale.ROOT)
                                        .contains(wanted))
                        .sorted((one, other) -> name(one).compareToIgnoreCase(name(other)))
                        .limit(MOST)
                        .toList();
    }

    private void offer() {
        found = field.isFocusOwner() ? matching(field.getText()) : List.of();
        if (found.isEmpty() || isWritten(found)) {
            close();
            return;
        }
        List<OfferCell.Offer> offers = found.stream()
                .map(person -> new OfferCell.Offer(name(person), im(person).orElse("")))
                .toList();
        OfferCell.show(offered, offers, field.getWidth());
        choose(0);
        popup.pack();
        popup.show(field, 0, field.getHeight() + Look.px(2));
    }

    /** Whether there is nothing left to offer: the offer would only lie over the buttons. */
    private boolean isWritten(List<Person> offer) {
        String typed = field.getText().strip();
        return offer.size() == 1
                && (typed.equalsIgnoreCase(name(offer.get(0)))
                        || typed.equalsIgnoreCase(im(offer.get(0)).orElse("")));
    }

    private void choose(int row) {
        offered.setSelectedIndex(row);
        // the focus is in the field, so the field says whom Enter would take
        field.getAccessibleContext()
                .setAccessibleDescription(offered.getSelectedValue().spoken());
    }

    private boolean move(int by) {
        if (popup.isVisible()) {
            choose(Math.floorMod(offered.getSelectedIndex() + by, found.size()));
        }
        return popup.isVisible();
    }

    private boolean take() {
        int chosen = offered.getSelectedIndex();
        if (!popup.isVisible() || chosen < 0 || chosen >= found.size()) {
            return false;
        }
        Person person = found.get(chosen);
        boolean alone = people.all().stream()
                        .filter(other -> name(other).equalsIgnoreCase(name(person)))
                        .count()
                == 1;
        taking = true;
        field.setText(alone ? name(person) : im(person).orElse(""));
        taking = false;
        return close();
    }

    /** What Enter does in any field of a form. */
    private boolean press() {
        JButton main = field.getRootPane().getDefaultButton();
        if (main != null) {
            main.doClick();
        }
        return true;
    }

    private boolean close() {
        boolean was = popup.isVisible();
        popup.setVisible(false);
        return was;
    }

    private void before(String key, BooleanSupplier handles) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        Object known = field.getInputMap().get(stroke);
        Action usual = known == null ? null : field.getActionMap().get(known);
        String name = "person " + key;
        field.getInputMap().put(stroke, name);
        field.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean accept(Object sender) {
                return popup.isVisible() || usual != null || !key.equals("ESCAPE");
            }

            @Override
            public void actionPerformed(ActionEvent event) {
                if (!handles.getAsBoolean() && usual != null) {
                    usual.actionPerformed(event);
                }
            }
        });
    }
}
