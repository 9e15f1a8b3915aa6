package org.lamplight.ui.chat;

import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.ToolButton;

/** The menu of a talk, under the button in its header. EDT. */
final class TalkMenu {
    private final Texts texts;
    private final Runnable find;
    private final Runnable export;
    private final Runnable delete;
    private @Nullable Runnable apart;

    TalkMenu(Texts texts, Runnable find, Runnable export, Runnable delete) {
        this.texts = texts;
        this.find = find;
        this.export = export;
        this.delete = delete;
    }

    /** Offers a window of its own from now on. */
    void apart(Runnable opens) {
        apart = opens;
    }

    ToolButton button() {
        ToolButton[] button = new ToolButton[1];
        button[0] = ToolButton.inHeader("more", texts.get("menu"), () -> showUnder(button[0]));
        button[0].setName("talk.more");
        return button[0];
    }

    private void showUnder(JComponent button) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("talk.menu");
        addTo(menu);
        int width = menu.getPreferredSize().width;
        menu.show(button, button.getWidth() - width, button.getHeight() + Look.px(4));
    }

    /** What one can do with any talk, for the menu of a room too. */
    void addTo(JPopupMenu menu) {
        item(menu, "find", "ctrl F", find);
        if (apart != null) {
            item(menu, "apart", "ctrl shift O", apart);
        }
        menu.addSeparator();
        item(menu, "export", "", export);
        item(menu, "delete", "", delete);
    }

    private void item(JPopupMenu menu, String name, String key, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("menu." + name));
        item.setName("talk." + name);
        if (!key.isEmpty()) {
            item.setAccelerator(KeyStroke.getKeyStroke(key));
        }
        item.addActionListener(event -> does.run());
        menu.add(item);
    }
}
