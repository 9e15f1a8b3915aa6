package org.lamplight.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;

/** {@code FIELD=VALUE} words, and a password from standard input for the first field that is to be kept secret. */
final class FormAnswers {
    private static final Texts TEXTS = Texts.of(FormAnswers.class);

    private final Map<String, List<String>> given;
    private final Optional<String> password;

    private FormAnswers(Map<String, List<String>> given, Optional<String> password) {
        this.given = given;
        this.password = password;
    }

    /** Takes all the words that are left; a field named twice has two values. */
    static FormAnswers of(Arguments words, String input, String usage) throws Refusal {
        Map<String, List<String>> given = new LinkedHashMap<>();
        Optional<String> word = words.maybeNext();
        while (word.isPresent()) {
            int equals = word.get().indexOf('=');
            if (equals < 1) {
                throw Refusal.usage(usage);
            }
            String value = word.get().substring(equals + 1);
            given.computeIfAbsent(word.get().substring(0, equals), any -> new ArrayList<>())
                    .add(value);
            word = words.maybeNext();
        }
        return new FormAnswers(given, password(words, input));
    }

    private static Optional<String> password(Arguments words, String input) throws Refusal {
        if (!words.has("--password-stdin")) {
            return Optional.empty();
        }
        Optional<String> first = input.lines().findFirst().filter(line -> !line.isEmpty());
        if (first.isEmpty()) {
            throw new Refusal(TEXTS.get("password.none"));
        }
        return first;
    }

    boolean isEmpty() {
        return given.isEmpty() && password.isEmpty();
    }

    /** What of it answers fields of this form. */
    Map<String, List<String>> of(Form form) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        password.ifPresent(secret -> form.fields().stream()
                .filter(field -> field.kind() == FormField.Kind.PRIVATE)
                .findFirst()
                .ifPresent(field -> answers.put(field.name(), List.of(secret))));
        given.forEach((name, values) ->
                form.field(name).filter(FormField::isAsked).ifPresent(field -> answers.put(name, values)));
        return answers;
    }

    /** No form asked for a field of this name. */
    void refuseUnknown(Set<String> asked) throws Refusal {
        for (String name : given.keySet()) {
            if (!asked.contains(name)) {
                throw new Refusal(TEXTS.get("form.unknown", name, String.join(", ", asked)));
            }
        }
    }
}
