package org.lamplight.ui.kit;

import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** One sentence in a window of its own, where there is no other window yet. EDT. */
public final class SentenceDialog {
    private static final int WIDTH = 360;

    private SentenceDialog() {}

    /** Shows what went wrong, and returns once it was read. Puts the theme on, for nobody did before. */
    public static void show(String name, String title, String sentence) {
        new Theme(Theme.Choice.SYSTEM, choice -> {}).install();
        JPanel text = new JPanel(new MigLayout("insets 0"));
        text.add(new Words(sentence, "foreground: $Label.foreground").expecting(WIDTH), "width " + WIDTH + "!");
        JDialog dialog = new JOptionPane(text, JOptionPane.ERROR_MESSAGE).createDialog(title);
        dialog.setName(name);
        dialog.getAccessibleContext().setAccessibleDescription(sentence);
        dialog.setIconImages(WindowIcons.images(false));
        dialog.setVisible(true);
        dialog.dispose();
    }
}
