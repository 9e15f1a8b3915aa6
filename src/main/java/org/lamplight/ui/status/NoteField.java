package org.lamplight.ui.status;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.GridLayout;
import java.util.Arrays;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Plain;
import org.lamplight.ui.kit.ToolButton;

/** One's own words, with the last ones and a few emoji at hand. EDT. */
final class NoteField extends JTextField {
    private static final long serialVersionUID = 1L;
    private static final int COLUMNS = 6;
    private static final List<String> EMOJI = Arrays.asList(
            "\u2615",
            "\uD83C\uDF7D",
            "\uD83C\uDFE0",
            "\uD83D\uDE82",
            "\uD83D\uDEB2",
            "\u2708",
            "\uD83C\uDF34",
            "\uD83E\uDD12",
            "\uD83D\uDCBB",
            "\uD83D\uDCDE",
            "\uD83C\uDFA7",
            "\uD83D\uDCC5",
            "\uD83D\uDCDA",
            "\u23F3",
            "\uD83D\uDD07",
            "\uD83C\uDF89",
            "\uD83D\uDC4D",
            "\uD83D\uDE42",
            "\uD83D\uDE00",
            "\uD83E\uDD14",
            "\u2600",
            "\u2665",
            "\u2714",
            "\u26A0");

    private final transient List<String> last;

    NoteField(Texts texts, String note, List<String> last, Runnable done) {
        super(note);
        this.last = last;
        setName("status.note");
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("note.hint"));
        getAccessibleContext().setAccessibleName(texts.get("note.hint"));
        Keys.bind(this, "ENTER", done);
        Keys.bind(this, "DOWN", this::showLast);
        Keys.bind(this, "ctrl PERIOD", this::showEmoji);
        putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, tools(texts));
    }

    private JComponent tools(Texts texts) {
        JToolBar tools = new JToolBar();
        tools.setFloatable(false);
        if (!last.isEmpty()) {
            tools.add(tool("clock", "status.notes", texts.get("note.last"), this::showLast));
        }
        if (!drawable().isEmpty()) {
            tools.add(tool("emoji", "status.emoji", texts.get("note.emoji"), this::showEmoji));
        }
        return tools;
    }

    private static ToolButton tool(String icon, String name, String words, Runnable does) {
        ToolButton button = ToolButton.small(icon, words, does);
        button.setName(name);
        return button;
    }

    private void showLast() {
        if (last.isEmpty()) {
            return;
        }
        JPopupMenu menu = new JPopupMenu();
        menu.setName("status.notes.menu");
        for (String words : last) {
            JMenuItem item = Plain.item(words);
            item.addActionListener(event -> take(words));
            menu.add(item);
        }
        menu.show(this, 0, getHeight());
    }

    private void take(String words) {
        setText(words);
        requestFocusInWindow();
    }

    private void showEmoji() {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("status.emoji.menu");
        menu.setLayout(
                new GridLayout(0, Math.max(1, Math.min(COLUMNS, drawable().size()))));
        for (String emoji : drawable()) {
            JMenuItem item = Plain.item(emoji);
            item.putClientProperty(FlatClientProperties.STYLE, "minimumWidth: 32; margin: 4,4,4,4");
            item.getAccessibleContext().setAccessibleName(Character.getName(emoji.codePointAt(0)));
            item.addActionListener(event -> {
                replaceSelection(emoji);
                requestFocusInWindow();
            });
            menu.add(item);
        }
        if (menu.getComponentCount() > 0) {
            menu.show(this, 0, getHeight());
        }
    }

    /** Those that the fonts of this machine can draw. */
    private List<String> drawable() {
        return EMOJI.stream()
                .filter(emoji -> getFont().canDisplayUpTo(emoji) < 0)
                .toList();
    }
}
