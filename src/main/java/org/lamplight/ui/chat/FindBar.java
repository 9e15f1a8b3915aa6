package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.kit.ToolButton;

/** Finds words in one talk, from the newest message back; Enter goes further back, Shift+Enter forth. EDT. */
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int REST_MS = 150;

    /** What the bar needs of its talk. */
    interface Talk {
        /** Looks for these words; the answer, oldest first, comes on the EDT. */
        void search(String words, int most, Consumer<List<Message>> found);

        void show(Message message);

        /** The bar is closed; the focus is free. */
        void closed();
    }

    private static final int MOST = 1000;

    private final transient Texts texts;
    private final transient Talk talk;
    private final SearchField field;
    private final JLabel count = Plain.label(" ");
    private transient Edt.@Nullable Pending rest;
    private transient List<Message> hits = List.of();
    private String wanted = "";
    private int at;

    FindBar(Texts texts, Talk talk) {
        super(new MigLayout("insets 8 12 8 12, gap 4, fillx", "[grow,fill][][][][]", "[32!]"));
        this.texts = texts;
        this.talk = talk;
        setOpaque(false);
        setName("find");
        setVisible(false);
        field = new SearchField(texts.get("find.hint"), this::changed);
        field.setName("find.field");
        count.setName("find.count");
        count.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        add(field, "wmin 0");
        add(count, "gap 8 8");
        add(named(ToolButton.small("up", texts.get("find.older"), () -> move(-1)), "find.older"));
        add(named(ToolButton.small("down", texts.get("find.newer"), () -> move(1)), "find.newer"));
        add(named(ToolButton.small("close", texts.get("find.close"), this::close), "find.close"));
        field.onEnter(() -> move(-1));
        Keys.bind(field, "shift ENTER", () -> move(1));
        Keys.bind(field, "UP", () -> move(-1));
        field.onDown(() -> move(1));
        field.getInputMap().remove(javax.swing.KeyStroke.getKeyStroke("ESCAPE"));
        Keys.bindWithin(this, "ESCAPE", this::close);
    }

    private static ToolButton named(ToolButton button, String name) {
        button.setName(name);
        return button;
    }

    /** Opens it, ready to type. */
    void open() {
        setVisible(true);
        field.requestFocusInWindow();
        field.selectAll();
    }

    /** Closes it, if it is open. */
    void close() {
        if (isVisible()) {
            setVisible(false);
            field.setText("");
            talk.closed();
        }
    }

    private void changed(String words) {
        wanted = words;
        if (rest != null) {
            rest.cancel();
        }
        if (words.isEmpty()) {
            found("", List.of());
            return;
        }
        rest = Edt.after(REST_MS, () -> talk.search(words, MOST, found -> found(words, found)));
    }

    private void found(String words, List<Message> found) {
        if (words.equals(wanted)) {
            hits = found;
            at = found.size();
            move(-1);
        }
    }

    /** To an older hit (-1) or a newer one; from an end to the other. */
    private void move(int by) {
        if (!hits.isEmpty()) {
            at = Math.floorMod(at + by, hits.size());
            talk.show(hits.get(at));
        }
        tell();
    }

    private void tell() {
        String words = wanted.isEmpty() ? " " : texts.get("find.none");
        if (!hits.isEmpty()) {
            words = texts.get(hits.size() == MOST ? "find.countMore" : "find.count", hits.size() - at, hits.size());
        }
        count.setText(words);
        field.getAccessibleContext().setAccessibleDescription(words.isBlank() ? null : words);
    }
}
