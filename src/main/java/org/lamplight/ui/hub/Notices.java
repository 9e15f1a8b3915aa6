package org.lamplight.ui.hub;

import java.util.List;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Strip;

/** What was wrong at the start, a sentence each, until the user has read it. EDT. */
final class Notices extends JPanel {
    private static final long serialVersionUID = 1L;

    Notices(Texts texts, List<String> sentences) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx", "[grow,fill]"));
        setOpaque(false);
        setName("notices");
        for (String sentence : sentences) {
            Strip strip = new Strip(Strip.Tone.AMBER, sentence);
            strip.button("notice.read", texts.get("notice.read"), () -> away(strip));
            add(strip);
        }
        setVisible(!sentences.isEmpty());
    }

    private void away(Strip strip) {
        remove(strip);
        setVisible(getComponentCount() > 0);
        revalidate();
        repaint();
    }
}
