package org.lamplight.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.form.Form.Fault;
import org.lamplight.form.FormField.Kind;
import org.lamplight.form.FormField.Option;

/** What may be sent of a form, and what is sent. */
class FormTest {
    private static Form form(FormField... fields) {
        return new Form("", List.of(), List.of(fields), List.of());
    }

    private static FormField field(Kind kind, String name, boolean required, String... values) {
        return new FormField(
                kind,
                name,
                name,
                "",
                required,
                List.of(values),
                List.of(new Option("One", "1"), new Option("Two", "2")));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    TEXT,      true,  '',                MISSING
                    TEXT,      true,  ' ',               MISSING
                    TEXT,      false, '',
                    TEXT,      true,  x,
                    BOOLEAN,   true,  '',
                    BOOLEAN,   false, maybe,             NOT_YES_OR_NO
                    BOOLEAN,   false, TRUE,
                    CHOICE,    true,  '',                MISSING
                    CHOICE,    false, 1,
                    CHOICE,    false, 3,                 NOT_AN_OPTION
                    CHOICES,   false, 3,                 NOT_AN_OPTION
                    ADDRESS,   false, ada@example.org,
                    ADDRESS,   false, example.org,
                    ADDRESS,   false, a@b@c,             NOT_AN_ADDRESS
                    ADDRESS,   false, two words,         NOT_AN_ADDRESS
                    ADDRESSES, false, a@b/c,
                    """)
    void anAnswerIsRightOrSaidToBeWrong(Kind kind, boolean required, String answer, Fault fault) {
        Form form = form(field(kind, "a", required));
        assertThat(form.problem(Map.of("a", List.of(answer)))
                        .map(Form.Problem::fault)
                        .orElse(null))
                .isEqualTo(fault);
    }

    @Test
    void whatIsTooLongIsNotSent() {
        Form form = form(field(Kind.TEXT, "a", false));
        assertThat(form.problem(Map.of("a", List.of("x".repeat(Form.LONGEST_ANSWER + 1))))
                        .map(Form.Problem::fault))
                .contains(Fault.TOO_LONG);
    }

    @Test
    void hiddenFieldsGoBackAsTheyCameAndWordsDoNot() {
        Form form = form(
                field(Kind.HIDDEN, "token", false, "t"),
                field(Kind.FIXED, "", false, "words"),
                field(Kind.TEXT, "a", false, "before"),
                field(Kind.CHOICE, "b", false, "9"));
        assertThat(form.filled(Map.of("token", List.of("forged"), "unknown", List.of("x"))))
                .containsExactly(
                        Map.entry("token", List.of("t")),
                        Map.entry("a", List.of("before")),
                        Map.entry("b", List.of("9")));
        assertThat(form.problem(Map.of())).isEmpty();
        assertThat(form.filled(Map.of("a", List.of()))).containsEntry("a", List.of());
    }
}
