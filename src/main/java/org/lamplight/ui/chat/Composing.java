package org.lamplight.ui.chat;

import java.util.Objects;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.chat.NewWords;
import org.lamplight.core.PlainText;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.ActionIcons;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;

/** Says above the field that what one writes answers a message, or replaces one; nothing otherwise. EDT. */
final class Composing extends JPanel {
    private static final long serialVersionUID = 1L;

    /** What is written is. */
    enum Kind {
        REPLY,
        EDIT
    }

    private final transient Texts texts;
    private final JLabel words = Plain.label(" ");
    private @Nullable Kind kind;
    private transient @Nullable Message about;

    /** @param ended hears that it is over without anything having been sent */
    Composing(Texts texts, Runnable ended) {
        super(new MigLayout("insets 0 8 0 0, gap 8, fillx", "[grow,fill][]", "[28!]"));
        this.texts = texts;
        setOpaque(false);
        setName("composing");
        setVisible(false);
        words.setName("composing.words");
        words.putClientProperty("FlatLaf.style", Look.SECOND);
        words.setIconTextGap(8);
        add(words, "wmin 0");
        ToolButton close = ToolButton.small("close", texts.get("composing.end"), () -> {
            end();
            ended.run();
        });
        close.setName("composing.end");
        add(close);
    }

    void begin(Kind what, Message message, TalkNames names) {
        kind = what;
        about = message;
        boolean reply = what == Kind.REPLY;
        Icon icon = ActionIcons.icon(reply ? "reply" : "edit", 16);
        String text = Objects.requireNonNullElse(PlainText.line(NewWords.of(message.text()), PlainText.SHORT), "");
        words.setIcon(icon);
        words.setText(
                reply ? texts.get("composing.reply", names.writer(message), text) : texts.get("composing.edit", text));
        getAccessibleContext().setAccessibleName(words.getText());
        setVisible(true);
    }

    void end() {
        kind = null;
        about = null;
        setVisible(false);
    }

    /** What one writes; null where it is a message of its own. */
    @Nullable
    Kind kind() {
        return kind;
    }

    /** The message that it is about. */
    Message about() {
        return Objects.requireNonNull(about);
    }
}
