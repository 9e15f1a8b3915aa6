package org.lamplight.ui.call;

import java.util.Objects;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Call;
import org.lamplight.call.CallEvent;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Strip;

/** One thing at a time that is said about a call; that one speaks while muted goes by itself. EDT. */
final class CallNotices extends JPanel {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient CallWords words;
    private final transient CallDeeds deeds;
    private final transient Runnable resized;
    private @Nullable String mutedCall;
    private @Nullable String answeredCall;

    /** @param resized told after it needs more room, or less */
    CallNotices(Texts texts, CallWords words, CallDeeds deeds, Runnable resized) {
        super(new MigLayout("insets 0, gap 0, wrap 1, fillx", "[grow,fill]"));
        this.texts = texts;
        this.words = words;
        this.deeds = deeds;
        this.resized = resized;
        setOpaque(false);
        setVisible(false);
    }

    void told(CallEvent event) {
        if (event instanceof CallEvent.SpeaksMuted speaks) {
            mutedCall = speaks.call().id();
            Strip strip = new Strip(Strip.Tone.AMBER, texts.get("notice.muted"));
            strip.button("call.unmute", texts.get("call.unmute"), () -> {
                deeds.mute(speaks.call(), false);
                clear();
            });
            say(strip, "notice.muted");
        } else if (event instanceof CallEvent.AnsweredItself answered) {
            answeredItself(answered.call());
        } else if (event instanceof CallEvent.CallNotice notice) {
            refuse(PlainText.line(notice.sentence()));
        }
    }

    /** Nobody pressed anything, and yet one is heard. */
    private void answeredItself(Call call) {
        mutedCall = null;
        Strip strip = new Strip(Strip.Tone.AMBER, "mic", texts.get("notice.itself", words.name(call)));
        strip.button("notice.mute", texts.get("call.mute"), () -> {
            deeds.mute(call, true);
            clear();
        });
        strip.button("notice.close", texts.get("close"), this::clear);
        say(strip, "notice.itself");
        answeredCall = call.id();
    }

    /** Says why something was not done. */
    void refuse(String sentence) {
        mutedCall = null;
        Strip strip = new Strip(Strip.Tone.RED, sentence);
        strip.button("notice.close", texts.get("close"), this::clear);
        say(strip, "notice.refused");
    }

    /** How the call stands now: whoever is heard again need not be told. */
    void follow(Call call) {
        boolean other = !Objects.equals(call.id(), mutedCall);
        if (mutedCall != null && (other || !call.muted() || call.isOver())) {
            clear();
        }
        if (answeredCall != null && (!answeredCall.equals(call.id()) || call.isOver())) {
            clear();
        }
    }

    private void say(Strip strip, String name) {
        answeredCall = null;
        strip.setName(name);
        removeAll();
        add(strip);
        setVisible(true);
        changed();
    }

    void clear() {
        mutedCall = null;
        answeredCall = null;
        if (isVisible()) {
            removeAll();
            setVisible(false);
            changed();
        }
    }

    private void changed() {
        revalidate();
        repaint();
        resized.run();
    }
}
