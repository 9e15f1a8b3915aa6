package org.lamplight.ui.skins;

import java.awt.Color;
import java.awt.Component;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.JColorChooser;
import javax.swing.JDialog;
import javax.swing.colorchooser.AbstractColorChooserPanel;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;

/** Asks for a colour. EDT. */
final class ColourQuestion {
    /** Hue, saturation and value; red, green and blue with the code. What else Swing offers shows the same again. */
    private static final int[] WAYS = {1, 3};

    private ColourQuestion() {}

    /** Shows the colour of now, {@code 0xRRGGBB}, and waits. Empty if nothing was chosen. */
    static Optional<Integer> ask(Component over, Texts texts, String what, int now, TintSample sample) {
        JColorChooser chooser = new JColorChooser(new Color(now));
        chooser.setName("colour.chooser");
        AbstractColorChooserPanel[] all = chooser.getChooserPanels();
        AbstractColorChooserPanel[] some = new AbstractColorChooserPanel[WAYS.length];
        for (int i = 0; i < WAYS.length; i++) {
            some[i] = all[WAYS[i]];
            some[i].setColorTransparencySelectionEnabled(false);
        }
        chooser.setChooserPanels(some);
        chooser.setPreviewPanel(sample);
        chooser.getSelectionModel().addChangeListener(event -> sample.show(rgb(chooser)));
        AtomicReference<Optional<Integer>> chosen = new AtomicReference<>(Optional.empty());
        JDialog dialog = JColorChooser.createDialog(
                over,
                texts.get("tint.title", what),
                true,
                chooser,
                event -> chosen.set(Optional.of(rgb(chooser))),
                null);
        dialog.setName("colour");
        Keys.bindWithin(dialog.getRootPane(), "ESCAPE", dialog::dispose);
        dialog.setVisible(true);
        dialog.dispose();
        return Objects.requireNonNull(chosen.get());
    }

    private static int rgb(JColorChooser chooser) {
        return chooser.getColor().getRGB() & 0xFFFFFF;
    }
}
