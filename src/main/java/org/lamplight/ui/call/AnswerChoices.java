package org.lamplight.ui.call;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.AutoAnswer.Whom;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.Words;

/** Whose calls are answered by themselves; a change holds at once, addresses once they are written. EDT. */
final class AnswerChoices extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 380;

    /** Somebody of a domain, or a domain; a name alone is nobody's address but this machine's. */
    private static final String ADDRESS = "(?i)(sips?:)?([^@]+@[\\w.-]+|([\\w-]+\\.)+[\\w-]+|localhost)(:\\d+)?";

    private final transient Texts texts;
    private final transient Phone phone;
    private final Map<Whom, JRadioButton> choices = new EnumMap<>(Whom.class);
    private final JTextField from = new JTextField();
    private final Words problem =
            new Words("", "font: $medium.font; foreground: $Lamplight.notNow.text").expecting(WIDTH);
    private boolean filling;

    AnswerChoices(Texts texts, Phone phone) {
        super(new MigLayout("insets 0, gap 8 4, wrap 1, fillx, hidemode 3", "[grow,fill]"));
        this.texts = texts;
        this.phone = phone;
        setOpaque(false);
        setName("answers");
        getAccessibleContext().setAccessibleName(texts.get("answers"));
        String hint = "font: $medium.font; foreground: $Lamplight.text2";
        add(new Words(texts.get("answers.say"), hint).expecting(WIDTH), "growx, wmin 0, gapbottom 4");
        ButtonGroup group = new ButtonGroup();
        for (Whom whom : Whom.values()) {
            add(radio(whom, group));
            if (whom == Whom.LISTED) {
                add(from, "h 32!, gapleft 24, wmin 0");
                add(problem, "gapleft 24, growx, wmin 0");
            }
        }
        from.setName("answers.from");
        from.getAccessibleContext().setAccessibleName(texts.get("answers.from"));
        from.putClientProperty("JTextField.placeholderText", texts.get("answers.from.example"));
        from.addActionListener(event -> keep());
        from.addFocusListener(new OnFocus(() -> {}, this::keep));
        from.getDocument().addDocumentListener(new OnEdit(this::judge));
        problem.setName("answers.problem");
        refresh();
    }

    private JRadioButton radio(Whom whom, ButtonGroup group) {
        JRadioButton radio = new JRadioButton(texts.get("answers." + whom.word()));
        radio.setName("answers." + whom.word());
        radio.setOpaque(false);
        radio.addActionListener(event -> keep());
        radio.addItemListener(event -> judge());
        group.add(radio);
        choices.put(whom, radio);
        return radio;
    }

    /** Shows what is kept, but nothing over what one writes. */
    void refresh() {
        if (from.isFocusOwner()) {
            return;
        }
        filling = true;
        AutoAnswer.Rule rule = phone.choices().autoAnswer();
        JRadioButton chosen = choices.get(rule.whom());
        if (chosen != null) {
            chosen.setSelected(true);
        }
        from.setText(rule.fromText());
        filling = false;
        judge();
    }

    private Whom whom() {
        return choices.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Whom.OFF);
    }

    /** What is written wrongly is kept too, for it harms nobody; the sentence says that it is of no use. */
    private void keep() {
        AutoAnswer.Rule next = AutoAnswer.Rule.of(whom().word(), from.getText());
        if (!filling && !next.equals(phone.choices().autoAnswer())) {
            phone.choices().autoAnswer(next);
        }
    }

    private void judge() {
        boolean listed = whom() == Whom.LISTED;
        from.setEnabled(listed);
        String text = from.getText().strip();
        Optional<String> odd = Arrays.stream(text.split("[,\\s]+"))
                .filter(one -> !one.isEmpty() && !one.matches(ADDRESS))
                .findFirst();
        String sentence = "";
        if (listed && text.isEmpty()) {
            sentence = texts.get("answers.nobody");
        } else if (listed && odd.isPresent()) {
            sentence = texts.get("answers.odd", PlainText.line(odd.get()));
        }
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        revalidate();
    }
}
