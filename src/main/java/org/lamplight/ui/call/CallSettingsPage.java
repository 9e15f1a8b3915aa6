package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Column;
import org.lamplight.ui.kit.Phone;
import org.lamplight.ui.kit.Plain;

/** What one chooses about calls once and for all: whose are answered by themselves, and keys. EDT. */
final class CallSettingsPage extends Column {
    private static final long serialVersionUID = 1L;

    private final AnswerChoices answers;
    private final KeyRows keys;

    CallSettingsPage(Texts texts, Phone phone) {
        super(new MigLayout("insets 20 24 20 24, gap 0 8, wrap 1, fillx", "[grow,fill]"));
        setName("calls.page");
        answers = new AnswerChoices(texts, phone);
        keys = new KeyRows(texts, phone);
        add(title(texts.get("keys")));
        add(keys, "wmin 0");
        add(title(texts.get("answers")), "gaptop 16");
        add(answers, "wmin 0");
    }

    private static JLabel title(String words) {
        JLabel title = Plain.label(words);
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        return title;
    }

    /** Shows what is kept: something may have been changed elsewhere. */
    void refresh() {
        answers.refresh();
        keys.refresh();
    }
}
