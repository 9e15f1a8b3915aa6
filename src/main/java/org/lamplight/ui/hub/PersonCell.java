package org.lamplight.ui.hub;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.people.HubOrder;
import org.lamplight.people.Person;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Cell;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.NetworkMark;
import org.lamplight.ui.kit.Stage;

/** Paints a person or the header of a group. */
final class PersonCell extends Cell implements ListCellRenderer<HubRow> {
    private static final long serialVersionUID = 1L;
    private static final int TEXT_LEFT = 44;
    private static final int BUTTON = 28;

    private final transient Stage stage;
    private final transient Texts texts;
    private final transient PersonLookup people;
    private final transient Icon open = ActionIcons.icon("down", 16);
    private final transient Icon shut = ActionIcons.icon("right", 16);
    private final transient Map<Button, Icon> icons = new EnumMap<>(Button.class);
    private final transient Map<Button, Icon> hoveredIcons = new EnumMap<>(Button.class);
    private final transient Predicate<Person> canCall;

    private transient HubRow row = new HubRow.Group("", false, 0);
    private transient @Nullable Person person;
    private String wanted = "";
    private boolean selected;
    private boolean focused;
    private boolean hovered;
    private transient @Nullable Button buttonHovered;

    /** What a row has a button for, from left to right. */
    enum Button {
        CHAT("chat"),
        CALL("call");

        private final String icon;

        Button(String icon) {
            this.icon = icon;
        }

        static List<Button> of(Person person, boolean canCall) {
            if (!person.can().contains("chat")) {
                return canCall ? List.of(CALL) : List.of();
            }
            return canCall ? List.of(CHAT, CALL) : List.of(CHAT);
        }
    }

    /** Finds the person of a row. */
    interface PersonLookup {
        @Nullable
        Person find(String id);
    }

    PersonCell(Stage stage, Texts texts, PersonLookup people, Predicate<Person> canCall) {
        this.stage = stage;
        this.texts = texts;
        this.people = people;
        this.canCall = canCall;
        for (Button button : Button.values()) {
            icons.put(button, ActionIcons.icon(button.icon, 16));
            hoveredIcons.put(button, ActionIcons.icon(button.icon, 16, "Label.foreground"));
        }
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends HubRow> list, HubRow value, int index, boolean isSelected, boolean hasFocus) {
        row = value;
        wanted = list instanceof PeopleList people ? people.wanted() : "";
        person = value instanceof HubRow.Member member ? people.find(member.id()) : null;
        selected = isSelected;
        focused = hasFocus && list.isFocusOwner();
        hovered = list instanceof PeopleList people && people.hovered() == index;
        buttonHovered = hovered && list instanceof PeopleList people ? people.overButton() : null;
        return this;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(0, HubRows.height(row));
    }

    @Override
    protected String spoken() {
        if (row instanceof HubRow.Group group) {
            return groupName(group) + ", " + count(group);
        }
        return person == null ? "" : PlainText.line(person.name()) + ", " + words(person) + network(person);
    }

    private static String network(Person of) {
        return NetworkMark.of(of).map(name -> ", " + name).orElse("");
    }

    private String groupName(HubRow.Group group) {
        if (group.name().equals(HubOrder.UNGROUPED)) {
            return texts.get("group.none");
        }
        return group.name().equals(HubOrder.FAVOURITES) ? texts.get("group.favourites") : PlainText.line(group.name());
    }

    private String count(HubRow.Group group) {
        return texts.get("group.count", group.reachable(), group.all());
    }

    private String words(Person of) {
        return stage.words().of(of);
    }

    /** Where a button of a row stands, within the row. */
    static Rectangle buttonArea(int rowWidth, Button button, boolean canCall) {
        int side = Look.px(BUTTON);
        int after = button == Button.CHAT && canCall ? side : 0;
        return new Rectangle(
                rowWidth - Look.px(8) - side - after, (Look.px(HubRows.PERSON_HEIGHT) - side) / 2, side, side);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            brush.fill(ground(), all);
            if (row instanceof HubRow.Group group) {
                paintGroup(brush, group);
            } else if (person != null) {
                paintPerson(brush, person);
            }
            if (focused) {
                brush.focus(all, 0);
            }
        }
    }

    private Color ground() {
        if (selected) {
            return Look.color("List.selectionBackground");
        }
        return hovered && person != null ? Look.color("Lamplight.hover") : Look.content();
    }

    private void paintGroup(Brush brush, HubRow.Group group) {
        Icon arrow = group.folded() ? shut : open;
        arrow.paintIcon(this, brush.graphics(), Look.px(8), (getHeight() - arrow.getIconHeight()) / 2);
        int right = getWidth() - Look.px(12);
        int count = brush.textBefore(count(group), Look.second(), Look.text2(), right, 0, getHeight());
        int left = Look.px(28);
        brush.text(
                groupName(group), Look.group(), Look.text2(), left, 0, getHeight(), right - count - Look.px(8) - left);
    }

    private void paintPerson(Brush brush, Person of) {
        Icon icon = stage.icons().icon(of.presence().status(), 20);
        icon.paintIcon(this, brush.graphics(), Look.px(12), (getHeight() - icon.getIconHeight()) / 2);
        boolean callable = (hovered || focused) && canCall.test(of);
        List<Button> buttons = hovered || focused ? Button.of(of, callable) : List.of();
        int left = Look.px(TEXT_LEFT);
        int end = buttons.isEmpty() ? getWidth() - Look.px(8) : buttonArea(getWidth(), buttons.get(0), callable).x;
        int width = end - left - Look.px(4);
        String name = PlainText.line(of.name());
        int mark = NetworkMark.of(of)
                .map(word -> Look.px(8) + NetworkMark.paintBefore(brush, word, left + width, Look.px(2), Look.px(20)))
                .orElse(0);
        brush.mark(name, wanted, Look.name(), left, Look.px(2), Look.px(20), width - mark);
        brush.text(name, Look.name(), Look.text(), left, Look.px(2), Look.px(20), width - mark);
        brush.text(words(of), Look.second(), Look.text2(), left, Look.px(21), Look.px(16), width);
        buttons.forEach(button -> paintButton(brush, button, buttonArea(getWidth(), button, callable)));
    }

    private void paintButton(Brush brush, Button button, Rectangle area) {
        boolean over = button == buttonHovered;
        if (over) {
            brush.fillRound(Look.color(selected ? "Lamplight.hover" : "List.selectionBackground"), area, Look.px(6));
        }
        Icon icon = Objects.requireNonNull((over ? hoveredIcons : icons).get(button));
        int inset = (area.width - icon.getIconWidth()) / 2;
        icon.paintIcon(this, brush.graphics(), area.x + inset, area.y + inset);
    }
}
