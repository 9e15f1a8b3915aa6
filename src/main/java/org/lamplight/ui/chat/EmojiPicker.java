package org.lamplight.ui.chat;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.LoadedEmoji;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.PassingDialog;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ScreenArea;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.SearchField;
import org.lamplight.ui.text.EmojiNames;

/** Emoji to choose one from: those taken last first, found by name; goes as soon as one looks elsewhere. EDT. */
final class EmojiPicker extends PassingDialog {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 9;
    private static final int LINES = 6;

    private final transient LoadedEmoji loaded;
    private final transient EmojiNames names;
    private final transient Consumer<String> takes;
    private final EmojiGrid grid;
    private final JLabel name = Plain.label(" ");
    private final SearchField search;

    /** What it is made with. */
    record Parts(TranscriptLook look, Texts texts, LoadedEmoji loaded) {

        /** Opens a picker beside this part of a window, in its coordinates; what is taken is told once it is gone. */
        void pick(Component in, Rectangle beside, Consumer<String> takes) {
            loaded.whenNamed(texts.locale(), names -> {
                Window over = SwingUtilities.getWindowAncestor(in);
                if (over != null && in.isShowing()) {
                    EmojiPicker picker = new EmojiPicker(over, this, names, takes);
                    picker.pack();
                    picker.stand(in, beside);
                    picker.setVisible(true);
                    picker.search.requestFocusInWindow();
                }
            });
        }
    }

    private EmojiPicker(Window over, Parts parts, EmojiNames names, Consumer<String> takes) {
        super(over, "emoji", parts.texts().get("emoji"));
        this.loaded = parts.loaded();
        this.names = names;
        this.takes = takes;
        grid = new EmojiGrid(getTitle(), parts.look(), names, this::take);
        search = new SearchField(parts.texts().get("emoji.search"), this::find);
        search.setName("emoji.search");
        layOut();
        listen();
        find("");
    }

    /** Above that part, or below it where there is no room above. */
    private void stand(Component in, Rectangle beside) {
        Point at = in.getLocationOnScreen();
        int gap = Look.px(4);
        int above = at.y + beside.y - gap - getHeight();
        int below = at.y + beside.y + beside.height + gap;
        stand(at.x + beside.x + beside.width - getWidth(), above < ScreenArea.of(in).y ? below : above);
    }

    private void layOut() {
        JPanel all = new JPanel(new MigLayout("insets 12, gap 0 8, wrap 1", "[grow,fill]", "[][grow,fill][16!]"));
        all.putClientProperty(FlatClientProperties.STYLE, "background: $List.background");
        Scroller scroller = new Scroller(grid);
        scroller.setPreferredSize(new Dimension(EmojiGrid.side(COLUMNS) + Look.px(12), EmojiGrid.side(LINES)));
        name.setName("emoji.name");
        name.putClientProperty(FlatClientProperties.STYLE, Look.SECOND);
        all.add(search);
        all.add(scroller, "wmin 0");
        all.add(name, "wmin 0");
        hold(all);
    }

    private void listen() {
        search.onDown(grid::requestFocusInWindow);
        search.onEnter(this::take);
        Keys.bind(search, "ESCAPE", this::dispose);
        grid.addListSelectionListener(event -> {
            String chosen = grid.getSelectedValue();
            name.setText(chosen == null ? " " : names.name(chosen));
        });
    }

    private void find(String words) {
        List<String> found = words.isEmpty() ? names.all() : names.find(words);
        Set<String> shown = new LinkedHashSet<>();
        loaded.recent().stream().filter(found::contains).forEach(shown::add);
        if (words.isEmpty()) {
            shown.addAll(Reactions.USUAL);
        }
        shown.addAll(found);
        grid.show(shown);
    }

    private void take() {
        String chosen = grid.getSelectedValue();
        if (chosen != null && isShowing()) {
            dispose();
            loaded.took(chosen);
            takes.accept(chosen);
        }
    }
}
