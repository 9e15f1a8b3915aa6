package org.lamplight.ui.call;

import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.lamplight.call.Headsets;
import org.lamplight.call.Headsets.Headset;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Beside;
import org.lamplight.ui.kit.Latest;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.Words;

/** Says which headset has buttons that are heard, or what stands in their way; nothing where there is none. EDT. */
final class HeadsetRow {
    private static final int WIDTH = 360;

    private final Texts texts;
    private final Headsets headsets;
    private final Latest asked = new Latest(new Beside("headsets"));
    private final JLabel label;
    private final Words says = new Words("", "font: $medium.font; foreground: $Lamplight.text2").expecting(WIDTH);

    HeadsetRow(Texts texts, Headsets headsets) {
        this.texts = texts;
        this.headsets = headsets;
        label = Plain.label(texts.get("sound.buttons"));
        label.setLabelFor(says);
        says.setName("sound.buttons");
        show(List.of());
    }

    void lay(JComponent in) {
        in.add(label, "aligny top");
        in.add(says, "span 2, growx, wmin 0");
    }

    /** Asks anew which are plugged in. */
    void refresh() {
        asked.ask(headsets::all, this::show, failed -> show(List.of()));
    }

    private void show(List<Headset> all) {
        String sentences = all.stream().map(this::sentence).distinct().collect(Collectors.joining("\n"));
        says.setText(sentences);
        label.setVisible(!sentences.isEmpty());
        says.setVisible(!sentences.isEmpty());
    }

    private String sentence(Headset one) {
        return texts.get(one.open() ? "sound.buttons.heard" : "sound.buttons.shut", PlainText.line(one.name()));
    }
}
