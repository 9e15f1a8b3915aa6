package org.lamplight.xmpp.forms;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.core.PlainText;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;

/** Forms (XEP-0004) from and to XML. What a stranger sent is cut to what a person can look through. Pure. */
public final class Forms {
    public static final String NAMESPACE = "jabber:x:data";

    private static final int MOST_FIELDS = 100;
    private static final int MOST_VALUES = 200;
    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 12;
    private static final int LONGEST_WORDS = 2_000;

    private Forms() {}

    public static Form read(Tree x) {
        Set<String> names = new LinkedHashSet<>();
        List<FormField> fields = x.all("field").stream()
                .filter(field -> isFixed(field) || names.add(field.attribute("var")))
                .limit(MOST_FIELDS)
                .map(Forms::field)
                .toList();
        return new Form(line(x.textOf("title")), instructions(x), fields, rows(x));
    }

    public static List<String> instructions(Tree of) {
        return of.all("instructions").stream()
                .map(one -> lines(one.text()))
                .filter(text -> !text.isBlank())
                .limit(MOST_ROWS)
                .toList();
    }

    /** A field without a name can't be answered, so it only says something. */
    private static boolean isFixed(Tree field) {
        return field.attribute("type").equals("fixed") || field.attribute("var").isEmpty();
    }

    private static FormField field(Tree field) {
        Kind kind = isFixed(field) ? Kind.FIXED : kind(field.attribute("type"), field);
        String name = field.attribute("var");
        String label = line(field.attribute("label"));
        Stream<String> values = field.all("value").stream().map(Tree::text).limit(MOST_VALUES);
        boolean shown = kind == Kind.FIXED || kind == Kind.LINES;
        return new FormField(
                kind,
                name,
                label.isEmpty() ? line(name) : label,
                lines(field.textOf("desc")),
                field.first("required").isPresent(),
                values.map(value -> kind == Kind.HIDDEN ? value : shown ? lines(value) : PlainText.xml(value))
                        .toList(),
                options(field));
    }

    private static Kind kind(String type, Tree field) {
        return switch (type) {
            case "hidden" -> Kind.HIDDEN;
            case "boolean" -> Kind.BOOLEAN;
            case "text-private" -> Kind.PRIVATE;
            case "text-multi" -> Kind.LINES;
            case "list-single" -> Kind.CHOICE;
            case "list-multi" -> Kind.CHOICES;
            case "jid-single" -> Kind.ADDRESS;
            case "jid-multi" -> Kind.ADDRESSES;
            // the usual one where nothing is said (section 3.3)
            default -> field.all("value").size() > 1 ? Kind.LINES : Kind.TEXT;
        };
    }

    private static List<FormField.Option> options(Tree field) {
        return field.all("option").stream()
                .limit(MOST_VALUES)
                .map(option -> {
                    String value = option.textOf("value");
                    String label = line(option.attribute("label"));
                    return new FormField.Option(label.isEmpty() ? line(value) : label, value);
                })
                .toList();
    }

    /** A result of many lines (section 3.4). */
    private static List<List<String>> rows(Tree x) {
        List<Tree> columns = x.first("reported").map(head -> head.all("field")).orElse(List.of()).stream()
                .limit(MOST_COLUMNS)
                .toList();
        List<Tree> items = x.all("item").stream().limit(MOST_ROWS).toList();
        if (columns.isEmpty() || items.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(Forms::head).toList());
        items.forEach(item -> rows.add(columns.stream()
                .map(column -> cell(item, column.attribute("var")))
                .toList()));
        return rows;
    }

    private static String head(Tree column) {
        String label = line(column.attribute("label"));
        return label.isEmpty() ? line(column.attribute("var")) : label;
    }

    private static String cell(Tree item, String name) {
        return item.all("field").stream()
                .filter(field -> field.attribute("var").equals(name))
                .map(field -> line(field.textOf("value")))
                .findFirst()
                .orElse("");
    }

    /** What the form becomes once it is filled in; empty answers of fields that need none are left out. */
    public static Tree write(Form form, Map<String, List<String>> answers) {
        Tree x = Tree.of("x", NAMESPACE).with("type", "submit");
        List<Tree> fields = new ArrayList<>();
        form.filled(answers)
                .forEach((name, values) -> form.field(name).ifPresent(field -> fields.add(answer(field, values))));
        return x.with(fields);
    }

    private static Tree answer(FormField field, List<String> values) {
        List<String> given =
                field.kind().isMany() ? values : values.stream().limit(1).toList();
        return Tree.of("field", "")
                .with("var", field.name())
                .with(given.stream().map(value -> Tree.text("value", value)).toList());
    }

    public static String line(String text) {
        String line = PlainText.line(text, PlainText.SHORT);
        return line == null ? "" : line;
    }

    public static String lines(String text) {
        return PlainText.lines(text, LONGEST_WORDS);
    }
}
