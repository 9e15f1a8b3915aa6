package org.lamplight.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.form.Form;
import org.lamplight.form.FormField;
import org.lamplight.form.FormField.Kind;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Words;

/** Any form: its words, a field for each thing that is asked, and under a field what is wrong with it. EDT. */
public final class FormPanel extends Column {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 380;

    private final transient Texts texts;
    private final transient Form form;
    private final transient Map<String, FieldInput> inputs = new LinkedHashMap<>();
    private final transient Map<String, Words> faults = new LinkedHashMap<>();

    /**
     * @param asking whether it is to be filled in, rather than read
     * @param locale the language of what is not the form's own
     */
    public FormPanel(Form form, boolean asking, Locale locale) {
        super(new MigLayout("insets 12 24 20 24, gap 0 4, wrap 1, fillx, hidemode 3", "[grow,fill,240::]"));
        this.form = form;
        this.texts = new Texts(FormPanel.class, locale);
        form.instructions().forEach(this::say);
        for (FormField field : form.fields()) {
            if (field.kind() == Kind.FIXED) {
                say(String.join("\n", field.values()));
            } else if (field.isAsked() && asking) {
                ask(field);
            } else if (field.isAsked()) {
                say(texts.get("result", field.label(), String.join(", ", field.values())));
            }
        }
        form.rows().forEach(row -> say(String.join(" · ", row)));
    }

    public void say(String sentence) {
        if (!sentence.isBlank()) {
            add(new Words(sentence, "").expecting(WIDTH), "wmin 0, gaptop 8");
        }
    }

    private void ask(FormField field) {
        FieldInput input = FieldInput.of(field, texts);
        inputs.put(field.name(), input);
        if (field.kind() != Kind.BOOLEAN) {
            JLabel label = Plain.label(FieldInput.spoken(field, texts));
            label.setLabelFor(input.focus());
            add(label, "wmin 0, gaptop 8");
        }
        add(input.shown(), field.kind() == Kind.BOOLEAN ? "wmin 0, gaptop 8" : "wmin 0");
        if (!field.description().isBlank()) {
            add(small(field.description(), "Lamplight.text2"), "wmin 0");
        }
        Words fault = small("", "Lamplight.notNow.text");
        fault.setName("fault." + field.name());
        fault.setVisible(false);
        faults.put(field.name(), fault);
        add(fault, "wmin 0");
    }

    private static Words small(String text, String colour) {
        return new Words(text, "font: $medium.font; foreground: $" + colour).expecting(WIDTH);
    }

    /** What was filled in, by the names of fields. */
    public Map<String, List<String>> answers() {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        inputs.forEach((name, input) -> {
            List<String> values = input.values().get();
            // An empty field is one without an answer
            answers.put(name, values.stream().allMatch(String::isEmpty) ? List.of() : values);
        });
        return answers;
    }

    /** Whether it may be sent so; if not, that is said under the first field that is wrong, and one is taken there. */
    boolean check() {
        Optional<Form.Problem> problem = form.problem(answers());
        String wrong = problem.map(one -> one.field().name()).orElse("");
        inputs.forEach((name, input) -> input.mark(name.equals(wrong)));
        faults.forEach((name, words) -> words.setVisible(name.equals(wrong)));
        problem.ifPresent(one -> {
            Words words = faults.get(wrong);
            FieldInput input = inputs.get(wrong);
            if (words != null && input != null) {
                String sentence = texts.get("fault." + one.fault());
                words.setText(sentence);
                input.focus().getAccessibleContext().setAccessibleDescription(sentence);
                input.focus().requestFocusInWindow();
            }
        });
        revalidate();
        return problem.isEmpty();
    }

    /** The first field; null if nothing is asked. */
    @Nullable
    JComponent first() {
        return inputs.values().stream().map(FieldInput::focus).findFirst().orElse(null);
    }
}
