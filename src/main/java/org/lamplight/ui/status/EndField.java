package org.lamplight.ui.status;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.lamplight.core.Texts;
import org.lamplight.presence.Ending;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;

/** Until when: one of the usual ends, or a time of the day that one types. EDT. */
final class EndField extends JPanel {
    private static final long serialVersionUID = 1L;

    private final CardLayout cards = new CardLayout();
    private final transient List<Ending> usual;
    private final JComboBox<String> combo = new JComboBox<>();
    private final JTextField time = new JTextField();
    private final transient Ending first;
    private final JLabel wrong;
    private final transient Runnable fit;
    private boolean typed;

    /**
     * Begins with this ending.
     *
     * @param done what Enter in the time does
     * @param fit is called when {@link #wrong} comes or goes
     */
    EndField(Texts texts, EndingWords words, Ending first, Runnable done, Runnable fit) {
        this.first = first;
        this.fit = fit;
        this.wrong = new JLabel(texts.get("ends.time.tip"));
        wrong.setName("status.time.wrong");
        wrong.putClientProperty(FlatClientProperties.STYLE, Look.WRONG);
        wrong.setVisible(false);
        this.usual = new ArrayList<>(Ending.common());
        if (!usual.contains(first)) {
            usual.add(first);
        }
        setLayout(cards);
        setOpaque(false);
        combo.setName("status.ends");
        combo.getAccessibleContext().setAccessibleName(texts.get("ends"));
        combo.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font");
        usual.forEach(ending -> combo.addItem(words.of(ending)));
        combo.addItem(texts.get("ends.until"));
        combo.setSelectedIndex(usual.indexOf(first));
        combo.addActionListener(event -> followCombo());
        time.setName("status.time");
        time.getAccessibleContext().setAccessibleName(texts.get("ends.time"));
        time.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("ends.time.hint"));
        time.putClientProperty(FlatClientProperties.STYLE, "font: $medium.font");
        time.setToolTipText(texts.get("ends.time.tip"));
        Keys.bind(time, "ENTER", done);
        add(combo, "usual");
        add(time, "time");
    }

    private void followCombo() {
        if (combo.getSelectedIndex() == usual.size()) {
            askTime();
        }
    }

    /** Lets one type a time of the day. */
    void askTime() {
        typed = true;
        cards.show(this, "time");
        time.requestFocusInWindow();
    }

    /** Whether it is still as it was at first. */
    boolean untouched() {
        return !typed && usual.get(combo.getSelectedIndex()).equals(first);
    }

    /** What to write, where something else was written. */
    JLabel wrong() {
        return wrong;
    }

    /** What is chosen; empty, and marked as wrong, if the time is none. */
    Optional<Ending> ending() {
        if (!typed) {
            return Optional.of(usual.get(combo.getSelectedIndex()));
        }
        Optional<Ending> read = Ending.parse(clock(time.getText().strip()));
        time.putClientProperty(
                FlatClientProperties.OUTLINE, read.isPresent() ? null : FlatClientProperties.OUTLINE_ERROR);
        if (wrong.isVisible() == read.isPresent()) {
            wrong.setVisible(read.isEmpty());
            fit.run();
        }
        if (read.isEmpty()) {
            time.requestFocusInWindow();
        }
        return read;
    }

    /** People write 9, 9:30, 9.30 and 0930. */
    private static String clock(String text) {
        String digits = text.replace('.', ':').replaceFirst("^(\\d{1,2})(\\d{2})$", "$1:$2");
        String whole = digits.contains(":") ? digits : digits + ":00";
        return whole.length() == 4 ? "0" + whole : whole;
    }
}
