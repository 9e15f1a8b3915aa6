package org.lamplight.ui.form;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.form.FormField;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Plain;

/**
 * What a field of a form is filled in with. EDT.
 *
 * @param shown what stands in the form
 * @param focus what gets the focus; where there are several, the first
 * @param values what is in it now
 */
record FieldInput(JComponent shown, JComponent focus, Supplier<List<String>> values) {
    private static final int COLUMNS = 24;
    private static final int LINES = 3;

    static FieldInput of(FormField field, Texts texts) {
        FieldInput input = switch (field.kind()) {
            case BOOLEAN -> yesOrNo(field);
            case CHOICE -> choice(field, texts);
            case CHOICES -> choices(field);
            case LINES, ADDRESSES -> lines(field);
            case PRIVATE -> text(field, new JPasswordField(COLUMNS));
            default -> text(field, new JTextField(COLUMNS));
        };
        input.focus().setName("field." + field.name());
        if (field.kind() != FormField.Kind.CHOICES) {
            input.focus().getAccessibleContext().setAccessibleName(spoken(field, texts));
        }
        input.focus().getAccessibleContext().setAccessibleDescription(field.description());
        return input;
    }

    static String spoken(FormField field, Texts texts) {
        return field.required() ? texts.get("required", field.label()) : field.label();
    }

    /** Shows that something is wrong here, or no longer. */
    void mark(boolean wrong) {
        shown.putClientProperty(FlatClientProperties.OUTLINE, wrong ? FlatClientProperties.OUTLINE_ERROR : null);
    }

    private static FieldInput text(FormField field, JTextField input) {
        input.setText(field.value());
        input.setCaretPosition(0);
        return new FieldInput(input, input, () -> List.of(textOf(input)));
    }

    private static String textOf(JTextComponent input) {
        return input instanceof JPasswordField secret ? new String(secret.getPassword()) : input.getText();
    }

    private static FieldInput lines(FormField field) {
        JTextArea area = new JTextArea(String.join("\n", field.values()), LINES, COLUMNS);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setCaretPosition(0);
        Keys.bind(area, "TAB", area::transferFocus);
        Keys.bind(area, "shift TAB", area::transferFocusBackward);
        area.putClientProperty(FlatClientProperties.STYLE, "margin: 4,8,4,8");
        JScrollPane scroller = new JScrollPane(area);
        scroller.putClientProperty(FlatClientProperties.STYLE, "arc: 12");
        return new FieldInput(
                scroller,
                area,
                () -> Arrays.stream(area.getText().split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    private static FieldInput yesOrNo(FormField field) {
        JCheckBox box = Plain.plain(new JCheckBox());
        box.setText(field.label());
        box.setSelected(field.isOn());
        return new FieldInput(box, box, () -> List.of(box.isSelected() ? "true" : "false"));
    }

    /** As a combo box shows an option. */
    private record Entry(String label, List<String> values) {
        @Override
        public String toString() {
            return label;
        }
    }

    private static FieldInput choice(FormField field, Texts texts) {
        JComboBox<Entry> box = new JComboBox<>();
        if (box.getRenderer() instanceof JComponent renderer) {
            Plain.plain(renderer);
        }
        boolean known =
                field.options().stream().anyMatch(option -> option.value().equals(field.value()));
        if (!known) {
            List<String> before = field.value().isEmpty() ? List.of() : List.of(field.value());
            box.addItem(new Entry(before.isEmpty() ? texts.get("none") : field.value(), before));
        }
        field.options().forEach(option -> {
            Entry entry = new Entry(option.label(), List.of(option.value()));
            box.addItem(entry);
            if (option.value().equals(field.value())) {
                box.setSelectedItem(entry);
            }
        });
        Keys.openByArrows(box);
        return new FieldInput(
                box, box, () -> box.getSelectedItem() instanceof Entry entry ? entry.values() : List.of());
    }

    private static FieldInput choices(FormField field) {
        JPanel column = new JPanel(new MigLayout("insets 0, gap 0 4, wrap 1"));
        column.setOpaque(false);
        List<JCheckBox> boxes = field.options().stream()
                .map(option -> {
                    JCheckBox box = Plain.plain(new JCheckBox());
                    box.setText(option.label());
                    box.setName("field." + field.name() + "." + option.value());
                    box.setSelected(field.values().contains(option.value()));
                    column.add(box);
                    return box;
                })
                .toList();
        Supplier<List<String>> values = () -> Stream.iterate(0, at -> at < boxes.size(), at -> at + 1)
                .filter(at -> boxes.get(at).isSelected())
                .map(at -> field.options().get(at).value())
                .toList();
        return new FieldInput(column, boxes.isEmpty() ? column : boxes.get(0), values);
    }
}
