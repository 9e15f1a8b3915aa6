package org.lamplight.ui.hub;

import java.util.HashMap;
import java.util.Map;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Notice;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Strip;

/** What is wrong with what the user edits, a sentence each, until it is read or mended. EDT. */
final class Notices extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Map<String, Strip> strips = new HashMap<>();

    Notices(Texts texts, Domain domain) {
        super(new MigLayout("insets 0, gap 0 1, wrap 1, fillx", "[grow,fill]"));
        this.texts = texts;
        setOpaque(false);
        setName("notices");
        setVisible(false);
        domain.events().listen(Notice.class, notice -> Edt.later(() -> show(notice)));
        domain.problems().get().forEach(this::show);
    }

    private void show(Notice notice) {
        away(notice.about());
        if (!notice.sentence().isEmpty()) {
            Strip strip = new Strip(Strip.Tone.AMBER, notice.sentence());
            strip.button("notice.read", texts.get("notice.read"), () -> away(notice.about()));
            strips.put(notice.about(), strip);
            add(strip);
        }
        setVisible(!strips.isEmpty());
        revalidate();
        repaint();
    }

    private void away(String about) {
        Strip old = strips.remove(about);
        if (old != null) {
            remove(old);
            setVisible(!strips.isEmpty());
            revalidate();
            repaint();
        }
    }
}
