package org.lamplight.ui.search;

import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JFrame;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Talk;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Mirrors;
import org.lamplight.ui.kit.PassingDialog;
import org.lamplight.ui.kit.Stage;

/** Goes to another talk by a few letters, from any window; closes as soon as one looks elsewhere. EDT. */
public final class QuickSwitcher {
    private static final int WIDTH = 400;

    private final Stage stage;
    private final Texts texts;
    private final Mirrors mirrors;
    private final Consumer<String> opens;
    private @Nullable PassingDialog open;

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
        PassingDialog dialog = new PassingDialog(over, "switcher", texts.get("switcher"));
        dialog.onGoing(this::close);
        open = dialog;
        Destinations all = Destinations.of(mirrors.people().all(), talks(), mirrors::name);
        SwitcherPanel panel = new SwitcherPanel(stage, mirrors, texts, all, this::chosen);
        dialog.hold(panel);
        Keys.bindWithin(dialog.getRootPane(), "ctrl K", this::close);
        dialog.pack();
        dialog.setSize(Look.px(WIDTH), dialog.getHeight());
        // in the upper part of the window
        dialog.stand(
                over.getX() + (over.getWidth() - dialog.getWidth()) / 2,
                over.getY() + over.getInsets().top + Look.px(64));
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
            PassingDialog closing = open;
            open = null;
            closing.dispose();
        }
    }
}
