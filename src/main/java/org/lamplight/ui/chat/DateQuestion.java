package org.lamplight.ui.chat;

import java.awt.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JTextField;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.FormDialog;
import org.lamplight.ui.kit.Stage;

/** Asks for a day to go to. EDT. */
record DateQuestion(Stage stage, Texts texts) {

    void ask(Component over, Consumer<Instant> go) {
        FormDialog dialog =
                new FormDialog(over, "date", texts.get("date.title"), texts.get("date.go"), texts.get("date.cancel"));
        String today = written(stage.moments().today());
        JTextField field = dialog.field("date.day", texts.get("date.day"), today);
        dialog.ask(() -> {
            Optional<LocalDate> day = day(field.getText().strip());
            day.ifPresent(found -> go.accept(stage.moments().startOf(found)));
            return day.isPresent() ? "" : texts.get("date.wrong", today);
        });
    }

    private String written(LocalDate day) {
        return shortForm().format(day);
    }

    private DateTimeFormatter shortForm() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(stage.locale());
    }

    /** As the language writes it, or as ISO does. */
    private Optional<LocalDate> day(String text) {
        List<DateTimeFormatter> forms = List.of(
                DateTimeFormatter.ISO_LOCAL_DATE,
                shortForm(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(stage.locale()));
        return forms.stream().flatMap(form -> day(text, form).stream()).findFirst();
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException another) {
            return Optional.empty();
        }
    }
}
