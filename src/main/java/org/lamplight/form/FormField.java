package org.lamplight.form;

import java.util.List;

/**
 * A field of a form (XEP-0004, section 3.3). Texts are clean and bounded by whoever read them. Immutable.
 *
 * @param name what the answer is sent under; empty for words that stand between fields
 * @param label for people; the name where the form has none
 * @param description more about it; empty if there is none
 * @param values what stands in it already
 */
public record FormField(
        Kind kind,
        String name,
        String label,
        String description,
        boolean required,
        List<String> values,
        List<Option> options) {

    /** What goes into a field. */
    public enum Kind {
        /** Words of the form itself; nothing is asked. */
        FIXED,
        /** Sent back as it came, and not shown. */
        HIDDEN,
        TEXT,
        /** Not to be seen by others: a password. */
        PRIVATE,
        /** Several lines. */
        LINES,
        BOOLEAN,
        /** One of the options. */
        CHOICE,
        /** Any number of the options. */
        CHOICES,
        ADDRESS,
        /** Several addresses, one a line. */
        ADDRESSES;

        /** Whether more than one value may be given. */
        public boolean isMany() {
            return this == LINES || this == CHOICES || this == ADDRESSES;
        }
    }

    /** One of the values to choose from. */
    public record Option(String label, String value) {}

    public FormField {
        values = List.copyOf(values);
        options = List.copyOf(options);
    }

    /** The same with this in it. */
    public FormField with(List<String> others) {
        return new FormField(kind, name, label, description, required, others, options);
    }

    /** Whether somebody is asked to fill it in. */
    public boolean isAsked() {
        return kind != Kind.FIXED && kind != Kind.HIDDEN;
    }

    /** The first value; empty if there is none. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** For {@link Kind#BOOLEAN}: both ways in which XEP-0004 writes yes. */
    public boolean isOn() {
        return isYes(value());
    }

    /** Whether it says just that already. */
    boolean says(List<String> given) {
        List<String> before = said(values);
        List<String> now = said(given);
        return kind == Kind.BOOLEAN
                ? isOn() == now.stream().anyMatch(FormField::isYes)
                : before.equals(now) || (!kind.isMany() && first(before).equals(first(now)));
    }

    private static List<String> said(List<String> values) {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }

    static boolean isYes(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true");
    }
}
