package org.lamplight.ui.hub;

import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Theme;

/** What concerns the program as a whole: adding somebody, one's own picture, other networks, light and dark, icons, about, quit. EDT. */
final class ToolMenu {
    private final Texts texts;
    private final Theme theme;
    private final Runnable add;
    private final Runnable join;
    private final Runnable picture;
    private final Runnable about;
    private final Program program;

    ToolMenu(Texts texts, Theme theme, Program program, Runnable add, Runnable join, Runnable picture, Runnable about) {
        this.texts = texts;
        this.theme = theme;
        this.program = program;
        this.add = add;
        this.join = join;
        this.picture = picture;
        this.about = about;
    }

    void showUnder(JComponent button) {
        JPopupMenu menu = new JPopupMenu();
        menu.setName("tools.menu");
        item(menu, "add", "ctrl N", add);
        item(menu, "room", "ctrl J", join);
        item(menu, "several", "ctrl shift M", () -> program.open().accept("several"));
        item(menu, "picture", "", picture);
        item(menu, "sound", "", () -> program.open().accept("sound"));
        item(menu, "calls", "", () -> program.open().accept("calls"));
        item(menu, "forward", "", () -> program.open().accept("forward"));
        item(menu, "gateways", "", () -> program.open().accept("gateways"));
        menu.addSeparator();
        ButtonGroup group = new ButtonGroup();
        for (Theme.Choice choice : Theme.Choice.values()) {
            JRadioButtonMenuItem item = new JRadioButtonMenuItem(texts.get("theme." + choice));
            item.setName("theme." + choice);
            item.setSelected(theme.choice() == choice);
            item.addActionListener(event -> theme.use(choice));
            group.add(item);
            menu.add(item);
        }
        menu.addSeparator();
        item(menu, "icons", "", () -> program.open().accept("skin-editor"));
        item(menu, "legend", "", () -> program.open().accept("legend"));
        menu.addSeparator();
        item(menu, "about", "", about);
        item(menu, "quit", "ctrl Q", program.quit());
        int width = menu.getPreferredSize().width;
        menu.show(button, button.getWidth() - width, button.getHeight() + Look.px(4));
    }

    private void item(JPopupMenu menu, String name, String key, Runnable does) {
        JMenuItem item = new JMenuItem(texts.get("tool." + name));
        item.setName("tool." + name);
        if (!key.isEmpty()) {
            item.setAccelerator(KeyStroke.getKeyStroke(key));
        }
        item.addActionListener(event -> does.run());
        menu.add(item);
    }
}
