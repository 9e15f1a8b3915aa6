package org.lamplight.ui.call;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.swing.ButtonGroup;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;
import org.lamplight.call.Forwarding.When;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Plain;

/** Never, always, when busy, or when nobody answers for a while: one of them. EDT. */
final class WhenChoices extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final long[] USUAL_SECONDS = {5, 10, 15, 20, 25, 30, 45, 60};

    private final transient Texts texts;
    private final JRadioButton off;
    private final Map<When, JRadioButton> choices = new EnumMap<>(When.class);
    private final JComboBox<Seconds> after = Plain.plain(new JComboBox<>());

    /** How long it rings, as the list says it. */
    private record Seconds(long count, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** @param chosen told when another one is chosen */
    WhenChoices(Texts texts, Runnable chosen) {
        super(new MigLayout("insets 0, gap 8 4, wrap 2", "[][]"));
        this.texts = texts;
        setOpaque(false);
        setName("forward.when");
        getAccessibleContext().setAccessibleName(texts.get("forward.when"));
        ButtonGroup group = new ButtonGroup();
        off = radio("off", group, chosen);
        add(off, "span");
        for (When when : When.values()) {
            JRadioButton radio = radio(when.word(), group, chosen);
            choices.put(when, radio);
            add(radio, when == When.NO_ANSWER ? "" : "span");
        }
        after.setName("forward.after");
        after.getAccessibleContext().setAccessibleName(texts.get("forward.after"));
        Keys.openByArrows(after);
        add(after, "h 28!");
    }

    private JRadioButton radio(String word, ButtonGroup group, Runnable chosen) {
        JRadioButton radio = new JRadioButton(texts.get("forward." + word));
        radio.setName("forward." + word);
        radio.setOpaque(false);
        radio.addItemListener(event -> {
            after.setEnabled(chosen().filter(When.NO_ANSWER::equals).isPresent());
            chosen.run();
        });
        group.add(radio);
        return radio;
    }

    void show(Optional<When> when, Duration patience) {
        TreeSet<Long> all = new TreeSet<>();
        for (long one : USUAL_SECONDS) {
            all.add(one);
        }
        all.add(patience.toSeconds());
        after.removeAllItems();
        all.forEach(one -> after.addItem(seconds(one)));
        after.setSelectedItem(seconds(patience.toSeconds()));
        when.map(choices::get).orElse(off).setSelected(true);
    }

    private Seconds seconds(long count) {
        return new Seconds(count, texts.get("forward.seconds", count));
    }

    /** Empty: never. */
    Optional<When> chosen() {
        return choices.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Duration patience() {
        return Duration.ofSeconds(
                after.getItemAt(Math.max(0, after.getSelectedIndex())).count());
    }
}
