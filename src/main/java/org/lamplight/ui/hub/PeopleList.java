package org.lamplight.ui.hub;

import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.JViewport;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.text.Position;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.LinesTip;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.PeopleMirror;
import org.lamplight.ui.kit.PersonTransfer;
import org.lamplight.ui.kit.Stage;

/** The people under their groups. Ten thousand are no burden: only what is seen is painted, by hand. EDT. */
final class PeopleList extends JList<HubRow> {
    private static final long serialVersionUID = 1L;

    /** What one can do with rows; each is called on the EDT. */
    interface Deeds {
        void chat(Person person);

        boolean canCall(Person person);

        void call(Person person);

        void rename(Person person);

        void remove(Person person);

        void menu(Person person, Component on, Point at);
    }

    private final transient PeopleListModel model = new PeopleListModel();
    private final transient Beside beside = new Beside("people-list");
    private final transient PeopleRows rows = new PeopleRows();
    private final transient PeopleMirror people;
    private final transient Stage stage;
    private final transient PersonTip tip;
    private final transient Deeds deeds;
    /** The people who changed while rows are made beside the EDT; null if none are. */
    private transient @Nullable Set<String> pending;

    private int hovered = -1;
    private PersonCell.@Nullable Button overButton;

    PeopleList(Stage stage, Texts texts, PeopleMirror people, Deeds deeds) {
        this.stage = stage;
        this.people = people;
        this.deeds = deeds;
        this.tip = new PersonTip(stage, texts);
        setName("people");
        getAccessibleContext().setAccessibleName(texts.get("people"));
        setModel(model);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setCellRenderer(new PersonCell(stage, texts, id -> people.find(id).orElse(null), deeds::canCall));
        setToolTipText("");
        setDragEnabled(true);
        setTransferHandler(PersonTransfer.of(this::selectedPerson));
        bindKeys();
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
        addFocusListener(new OnFocus(this::selectSomebody, () -> {}));
        people.listen(new PeopleMirror.Listener() {
            @Override
            public void reshaped() {
                reshape();
            }

            @Override
            public void repainted(Set<String> ids) {
                repaintRows(ids);
            }
        });
        rebuild();
    }

    @Override
    public void updateUI() {
        setUI(new PeopleListUi());
    }

    private void bindKeys() {
        Keys.bind(this, "ENTER", () -> onPerson(deeds::chat));
        Keys.bind(this, "ctrl ENTER", () -> onPerson(deeds::call));
        Keys.bind(this, "F2", () -> onPerson(deeds::rename));
        Keys.bind(this, "DELETE", () -> onPerson(deeds::remove));
        Keys.bind(this, "SPACE", () -> fold(null));
        Keys.bind(this, "LEFT", () -> fold(true));
        Keys.bind(this, "RIGHT", () -> fold(false));
        Keys.bind(this, "shift F10", this::menuAtSelection);
        Keys.bind(this, "CONTEXT_MENU", this::menuAtSelection);
    }

    private void onPerson(java.util.function.Consumer<Person> deed) {
        Person person = person(getSelectedIndex());
        if (person != null) {
            deed.accept(person);
        }
    }

    private @Nullable Person person(int row) {
        boolean there = row >= 0 && row < model.getSize();
        return there && model.getElementAt(row) instanceof HubRow.Member member
                ? people.find(member.id()).orElse(null)
                : null;
    }

    @Nullable
    Person selectedPerson() {
        return person(getSelectedIndex());
    }

    // ---- rows

    boolean isEmpty() {
        return model.getSize() == 0;
    }

    void search(String text) {
        rows.search(text);
        rebuild();
        if (rows.searching()) {
            selectFirstPerson();
        }
        ensureIndexIsVisible(Math.max(0, getSelectedIndex()));
    }

    /** What is searched, empty if nothing is. */
    String wanted() {
        return rows.wanted();
    }

    /** The ring of the focus stands around a row. */
    private void selectSomebody() {
        if (isSelectionEmpty()) {
            selectFirstPerson();
        }
    }

    private void selectFirstPerson() {
        for (int i = 0; i < model.getSize(); i++) {
            if (model.getElementAt(i) instanceof HubRow.Member) {
                setSelectedIndex(i);
                return;
            }
        }
    }

    /** Makes all rows anew, at once. */
    private void rebuild() {
        pending = null;
        show(rows.making(people.all()).get());
    }

    /** Makes all rows anew, beside the EDT where they are many; what happens to people meanwhile is not forgotten. */
    private void reshape() {
        Set<String> touched = new HashSet<>();
        pending = touched;
        List<Person> all = List.copyOf(people.all());
        beside.work(all.size(), rows.making(all), made -> {
            if (pending == touched) {
                pending = null;
                recount(made, touched);
                show(made);
            }
        });
    }

    /** What is selected and what stands at the top stays there. */
    private void show(HubRows made) {
        String selected = key(getSelectedIndex());
        JViewport port = (JViewport) SwingUtilities.getAncestorOfClass(JViewport.class, this);
        int seen = port == null ? 0 : port.getViewPosition().y;
        int first = model.rows().rowAt(seen);
        String anchor = key(first);
        int offset = first < 0 ? 0 : seen - model.rows().top(first);
        model.set(made);
        setSelectedIndex(selected == null ? -1 : made.indexOf(selected));
        int moved = anchor == null ? -1 : made.indexOf(anchor);
        if (port != null && moved >= 0 && seen > 0) {
            validate();
            port.setViewPosition(new Point(0, made.top(moved) + offset));
        }
    }

    private @Nullable String key(int row) {
        return row >= 0 && row < model.getSize() ? model.getElementAt(row).key() : null;
    }

    private void repaintRows(Set<String> ids) {
        if (pending != null) {
            pending.addAll(ids);
        }
        recount(model.rows(), ids).forEach(group -> repaintRow(model.rows().indexOf(group.key())));
        Rectangle seen = getVisibleRect();
        int first = Math.max(0, model.rows().rowAt(seen.y));
        for (int i = first; i < model.getSize() && model.rows().top(i) < seen.y + seen.height; i++) {
            if (model.getElementAt(i) instanceof HubRow.Member member && ids.contains(member.id())) {
                repaintRow(i);
            }
        }
    }

    private Set<HubRow.Group> recount(HubRows rows, Set<String> ids) {
        Set<HubRow.Group> recounted = new HashSet<>();
        ids.forEach(id -> people.find(id).ifPresent(person -> rows.recount(person, recounted)));
        return recounted;
    }

    private void repaintRow(int row) {
        if (row >= 0) {
            repaint(
                    0,
                    model.rows().top(row),
                    getWidth(),
                    model.rows().top(row + 1) - model.rows().top(row));
        }
    }

    /** Folds or opens the group of the selected row; null: whichever it is not. */
    private void fold(@Nullable Boolean in) {
        int row = getSelectedIndex();
        if (row < 0) {
            return;
        }
        if (model.getElementAt(row) instanceof HubRow.Group group) {
            fold(group, in == null ? !group.folded() : in);
        } else if (model.getElementAt(row) instanceof HubRow.Member member && Boolean.TRUE.equals(in)) {
            setSelectedIndex(model.rows().indexOf(new HubRow.Group(member.group(), false, 0).key()));
            ensureIndexIsVisible(getSelectedIndex());
        } else if (in == null) {
            onPerson(deeds::chat);
        }
    }

    private void fold(HubRow.Group group, boolean in) {
        rows.fold(group.name(), in);
        rebuild();
    }

    // ---- what the pointer is over

    int hovered() {
        return hovered;
    }

    PersonCell.@Nullable Button overButton() {
        return overButton;
    }

    private void hover(@Nullable Point at) {
        int row = at == null ? -1 : model.rows().rowAt(at.y);
        PersonCell.Button button = at == null || row < 0 ? null : buttonAt(row, at);
        if (row != hovered || button != overButton) {
            repaintRow(Math.min(hovered, model.getSize() - 1));
            hovered = row;
            overButton = button;
            repaintRow(row);
        }
    }

    private PersonCell.@Nullable Button buttonAt(int row, Point at) {
        Person person = person(row);
        Point within = new Point(at.x, at.y - model.rows().top(row));
        return person == null
                ? null
                : PersonCell.Button.of(person, deeds.canCall(person)).stream()
                        .filter(button -> PersonCell.buttonArea(getWidth(), button, deeds.canCall(person))
                                .contains(within))
                        .findFirst()
                        .orElse(null);
    }

    private void menuAtSelection() {
        int row = getSelectedIndex();
        if (row >= 0) {
            menu(row, new Point(Look.px(44), model.rows().top(row + 1)));
        }
    }

    private void menu(int row, Point at) {
        Person person = person(row);
        if (person != null) {
            deeds.menu(person, this, at);
        }
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            int row = model.rows().rowAt(event.getY());
            if (event.isPopupTrigger() || SwingUtilities.isRightMouseButton(event)) {
                setSelectedIndex(row);
                menu(row, event.getPoint());
            } else if (row >= 0 && model.getElementAt(row) instanceof HubRow.Group group) {
                fold(group, !group.folded());
            }
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            int row = model.rows().rowAt(event.getY());
            Person person = person(row);
            boolean left = SwingUtilities.isLeftMouseButton(event);
            if (person == null || !left) {
                return;
            }
            PersonCell.Button button = buttonAt(row, event.getPoint());
            if (button == PersonCell.Button.CALL) {
                deeds.call(person);
            } else if (button != null || event.getClickCount() == 2) {
                deeds.chat(person);
            }
        }

        @Override
        public void mouseMoved(MouseEvent event) {
            hover(event.getPoint());
        }

        @Override
        public void mouseExited(MouseEvent event) {
            hover(null);
        }
    }

    // ---- Swing

    @Override
    public @Nullable String getToolTipText(MouseEvent event) {
        Person person = person(model.rows().rowAt(event.getY()));
        return person == null ? null : tip.of(person);
    }

    @Override
    public JToolTip createToolTip() {
        Person person = person(hovered);
        return new LinesTip(this)
                .icon(
                        person == null
                                ? null
                                : stage.icons().icon(person.presence().status(), 16));
    }

    /** What is typed goes to the search field, not to a jump in the list. */
    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        return -1;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return Look.px(HubRows.PERSON_HEIGHT);
    }
}
