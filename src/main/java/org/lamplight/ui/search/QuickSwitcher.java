package org.lamplight.ui.search;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JDialog;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.Stage;

/** Goes to another talk by a few letters, from any window; closes as soon as one looks elsewhere. EDT. */
public final class QuickSwitcher {
    private static final int WIDTH = 400;

    private final Stage stage;
    private final Texts texts;
    private final Mirrors mirrors;
    private final Consumer<String> opens;
    private @Nullable JDialog open;

    /** @param opens gets the address of the talk that was chosen */
    public QuickSwitcher(Stage stage, Mirrors mirrors, Consumer<String> opens) {
        this.stage = stage;
        this.texts = stage.texts(QuickSwitcher.class);
        this.mirrors = mirrors;
        this.opens = opens;
    }

    /** Opens by Ctrl+K over this window. */
    public void serve(JFrame window) {
        Keys.bindWithin(window.getRootPane(), "ctrl K", () -> open(window));
    }

    /** Opens over this window. */
    public void open(Window over) {
        Edt.requireEdt();
        close();
        JDialog dialog = new JDialog(over);
        open = dialog;
        dialog.setName("switcher");
        dialog.setUndecorated(true);
        dialog.setTitle(texts.get("switcher"));
        dialog.getAccessibleContext().setAccessibleName(texts.get("switcher"));
        Destinations all = Destinations.of(mirrors.people().all(), talks(), mirrors::name);
        SwitcherPanel panel = new SwitcherPanel(stage, mirrors, texts, all, this::chosen);
        panel.setBorder(BorderFactory.createLineBorder(Look.color("PopupMenu.borderColor"), 1));
        dialog.setContentPane(panel);
        Keys.bindWithin(dialog.getRootPane(), "ESCAPE", this::close);
        Keys.bindWithin(dialog.getRootPane(), "ctrl K", this::close);
        dialog.addWindowListener(new WindowAdapter() {
            @Override
            public void windowDeactivated(WindowEvent event) {
                close();
            }
        });
        dialog.pack();
        dialog.setSize(Look.px(WIDTH), dialog.getHeight());
        dialog.setLocation(place(dialog, over));
        dialog.setVisible(true);
        panel.focus();
    }

    /** With the rooms in which nothing was said yet. */
    private List<Talk> talks() {
        List<Talk> talks = new ArrayList<>(mirrors.talks().all());
        mirrors.rooms().all().stream()
                .filter(room -> mirrors.talks().with(room.address()).isEmpty())
                .forEach(room -> talks.add(new Talk(room.address(), 0, null, true)));
        return talks;
    }

    private void chosen(String address) {
        close();
        opens.accept(address);
    }

    private void close() {
        if (open != null) {
            JDialog closing = open;
            open = null;
            closing.dispose();
        }
    }

    /** In the upper part of the window, whole on its screen. */
    private static Point place(JDialog dialog, Window over) {
        Rectangle screen = over.getGraphicsConfiguration().getBounds();
        int x = over.getX() + (over.getWidth() - dialog.getWidth()) / 2;
        int y = over.getY() + over.getInsets().top + Look.px(64);
        int right = screen.x + screen.width - dialog.getWidth();
        int bottom = screen.y + screen.height - dialog.getHeight();
        return new Point(Math.max(screen.x, Math.min(x, right)), Math.max(screen.y, Math.min(y, bottom)));
    }
}
