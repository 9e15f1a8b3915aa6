package org.lamplight.ui.hub;

import java.awt.Dialog;
import java.awt.Window;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Words;

/** What the program is: something to read, so there is nothing to do but close it. EDT. */
final class About extends JDialog {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 320;

    About(Window over, Texts texts, String version) {
        super(over, texts.get("about.title"), Dialog.ModalityType.DOCUMENT_MODAL);
        setName("about");
        JPanel body = new JPanel(new MigLayout("insets 20 24 20 24, gap 12 16, wrap 1", "[grow,fill]"));
        Words words = new Words(texts.get("about.say", version), "foreground: $Label.foreground").expecting(WIDTH);
        body.add(words, "width 240:" + WIDTH + ":");
        JButton close = new JButton(texts.get("close"));
        close.setName("about.close");
        close.addActionListener(event -> dispose());
        body.add(close, "growx 0, alignx right");
        setContentPane(body);
        getRootPane().setDefaultButton(close);
        Keys.bindWithin(getRootPane(), "ESCAPE", this::dispose);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
        setResizable(false);
        pack();
        setLocationRelativeTo(over);
    }
}
