package org.lamplight.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form to be filled in, or one that tells something (XEP-0004). Immutable.
 *
 * @param title empty if there is none
 * @param instructions what to do, a paragraph each
 * @param rows results as a table, a line each, its head first
 */
public record Form(String title, List<String> instructions, List<FormField> fields, List<List<String>> rows) {
    public static final Form EMPTY = new Form("", List.of(), List.of(), List.of());

    /** More than that nobody writes into a field, and a server might refuse it. */
    public static final int LONGEST_ANSWER = 8_000;

    public Form {
        instructions = List.copyOf(instructions);
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** What is wrong with an answer. */
    public enum Fault {
        MISSING,
        NOT_AN_ADDRESS,
        NOT_AN_OPTION,
        NOT_YES_OR_NO,
        TOO_LONG
    }

    /** The first field that can't be sent so. */
    public record Problem(FormField field, Fault fault) {}

    /** Whether anything is asked. */
    public boolean asks() {
        return fields.stream().anyMatch(FormField::isAsked);
    }

    public Optional<FormField> field(String name) {
        return fields.stream()
                .filter(field -> !name.isEmpty() && field.name().equals(name))
                .findFirst();
    }

    /** All that is to be sent: what was there before, with these answers in place of it. Hidden fields stay as they are. */
    public Map<String, List<String>> filled(Map<String, List<String>> answers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (FormField field : fields) {
            if (field.kind() != FormField.Kind.FIXED && !field.name().isEmpty()) {
                List<String> given = field.isAsked() ? answers.get(field.name()) : null;
                all.put(field.name(), given == null ? field.values() : List.copyOf(given));
            }
        }
        return all;
    }

    /** Those of these answers that say something else than what stood there, as they would be sent. */
    public Map<String, List<String>> changes(Map<String, List<String>> answers) {
        Map<String, List<String>> changes = new LinkedHashMap<>();
        for (FormField field : fields) {
            List<String> given = field.isAsked() ? answers.get(field.name()) : null;
            if (given != null && !field.says(given)) {
                changes.put(field.name(), List.copyOf(given));
            }
        }
        return changes;
    }

    /** What is wrong with these answers, as {@link #filled} would send them. */
    public Optional<Problem> problem(Map<String, List<String>> answers) {
        Map<String, List<String>> all = filled(answers);
        return fields.stream()
                .filter(FormField::isAsked)
                .flatMap(
                        field -> fault(field, all.getOrDefault(field.name(), List.of()))
                                .map(fault -> new Problem(field, fault))
                                .stream())
                .findFirst();
    }

    private static Optional<Fault> fault(FormField field, List<String> given) {
        List<String> said = given.stream().filter(value -> !value.isBlank()).toList();
        if (said.isEmpty()) {
            boolean missing = field.required() && field.kind() != FormField.Kind.BOOLEAN;
            return missing ? Optional.of(Fault.MISSING) : Optional.empty();
        }
        if (said.stream().mapToInt(String::length).sum() > LONGEST_ANSWER) {
            return Optional.of(Fault.TOO_LONG);
        }
        return said.stream().flatMap(value -> fault(field, value).stream()).findFirst();
    }

    private static Optional<Fault> fault(FormField field, String value) {
        return switch (field.kind()) {
            case ADDRESS, ADDRESSES ->
                value.matches("[^@/\\s]+(@[^@/\\s]+)?(/.+)?") ? Optional.empty() : Optional.of(Fault.NOT_AN_ADDRESS);
            case CHOICE, CHOICES -> isOption(field, value) ? Optional.empty() : Optional.of(Fault.NOT_AN_OPTION);
            case BOOLEAN -> value.matches("(?i)true|false|1|0") ? Optional.empty() : Optional.of(Fault.NOT_YES_OR_NO);
            default -> Optional.empty();
        };
    }

    /** What the form itself had in it may always go back. */
    private static boolean isOption(FormField field, String value) {
        return field.values().contains(value)
                || field.options().stream().anyMatch(option -> option.value().equals(value));
    }
}
