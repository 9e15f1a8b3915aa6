package org.lamplight.ui.chat;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Strip;

/** One thing at a time that is said above where one writes. EDT. */
final class TalkNotices extends JPanel implements HistoryDeeds.Told {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    TalkNotices(Texts texts) {
        super(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow,fill]"));
        this.texts = texts;
        setOpaque(false);
    }

    @Override
    public void say(@Nullable Strip strip) {
        removeAll();
        if (strip != null) {
            add(strip, "gap 12 12 0 8");
        }
        revalidate();
        repaint();
    }

    /** Says what was done. {@code closed} runs when it was read and closed. */
    void note(String sentence, Runnable closed) {
        say(Strip.Tone.PLAIN, sentence, "notice", "notice.button", closed);
    }

    /** Says why something was not done. */
    @Override
    public void refuse(String sentence) {
        say(Strip.Tone.RED, sentence, "refusal", "refusal.close", () -> {});
    }

    private void say(Strip.Tone tone, String sentence, String name, String button, Runnable closed) {
        Strip strip = new Strip(tone, sentence).button(button, texts.get("close"), () -> {
            say(null);
            closed.run();
        });
        strip.setName(name);
        say(strip);
    }
}
