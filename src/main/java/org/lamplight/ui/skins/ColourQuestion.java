package org.lamplight.ui.skins;

import java.awt.Color;
import java.awt.Component;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JColorChooser;
import javax.swing.JDialog;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;

/** Asks for a colour. EDT. */
final class ColourQuestion {
    private ColourQuestion() {}

    /** Shows the colour of now, {@code 0xRRGGBB}, and waits. Empty if nothing was chosen. */
    static Optional<Integer> ask(Component over, Texts texts, String what, int now) {
        JColorChooser chooser = new JColorChooser(new Color(now));
        chooser.setName("colour.chooser");
        AtomicReference<Optional<Integer>> chosen = new AtomicReference<>(Optional.empty());
        JDialog dialog = JColorChooser.createDialog(
                over,
                texts.get("tint.title", what),
                true,
                chooser,
                event -> chosen.set(Optional.of(chooser.getColor().getRGB() & 0xFFFFFF)),
                null);
        dialog.setName("colour");
        Keys.bindWithin(dialog.getRootPane(), "ESCAPE", dialog::dispose);
        dialog.setVisible(true);
        dialog.dispose();
        return Objects.requireNonNull(chosen.get());
    }
}
