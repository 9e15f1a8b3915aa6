package org.lamplight.ui.call;

import java.time.Duration;
import java.util.TreeSet;
import javax.swing.JComboBox;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Plain;

/** How long it rings here before nobody answers. EDT. */
final class Patience extends JComboBox<Patience.Seconds> {
    private static final long serialVersionUID = 1L;
    private static final long[] USUAL_SECONDS = {5, 10, 15, 20, 25, 30, 45, 60};

    private final transient Texts texts;

    /** As the list says it. */
    record Seconds(long count, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    Patience(Texts texts) {
        this.texts = texts;
        Plain.plain(this);
        setName("forward.after");
        getAccessibleContext().setAccessibleName(texts.get("forward.after"));
        Keys.openByArrows(this);
    }

    /** The usual ones and this one, which is chosen. */
    void show(Duration now) {
        TreeSet<Long> all = new TreeSet<>();
        for (long one : USUAL_SECONDS) {
            all.add(one);
        }
        all.add(now.toSeconds());
        removeAllItems();
        all.forEach(one -> addItem(seconds(one)));
        setSelectedItem(seconds(now.toSeconds()));
    }

    private Seconds seconds(long count) {
        return new Seconds(count, texts.get("forward.seconds", count));
    }

    Duration chosen() {
        return Duration.ofSeconds(getItemAt(Math.max(0, getSelectedIndex())).count());
    }
}
