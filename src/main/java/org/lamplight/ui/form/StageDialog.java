package org.lamplight.ui.form;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Window;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Line;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.Words;

/** One form after the other in one place, as whoever asks gives them. EDT. */
public final class StageDialog extends JDialog {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 440;
    private static final int HIGHEST = 680;

    private final JPanel all = new JPanel(
            new MigLayout("insets 0, gap 0, wrap 1, hidemode 3", "[grow,fill]", "[grow,fill,shrinkprio 200][][][]"));
    private final Words wrong = new Words("", "foreground: $Lamplight.notNow.text");
    private final Words progress = new Words("", "foreground: $Lamplight.text2");
    private final JPanel buttons = new JPanel(new MigLayout("insets 12 24 16 24, gap 8, alignx right"));
    private final transient Texts texts;
    private transient Runnable givesUp = () -> {};

    /** What can be done with a stage. */
    public record Deed(String name, String text, boolean checks, Consumer<FormPanel> does) {}

    /** @param locale the language of the button that gives up */
    public StageDialog(Window over, String name, String title, Locale locale) {
        super(over, title, Dialog.ModalityType.MODELESS);
        setName(name);
        texts = new Texts(StageDialog.class, locale);
        setContentPane(all);
        wrong.setName("stage.wrong");
        progress.setName("stage.progress");
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        addWindowListener(new java.awt.event.WindowAdapter() {
            @Override
            public void windowClosing(java.awt.event.WindowEvent event) {
                giveUp();
            }
        });
        Keys.bindWithin(getRootPane(), "ESCAPE", this::giveUp);
    }

    private void giveUp() {
        dispose();
        givesUp.run();
    }

    /** Shows a stage; the last deed is the main one. Where it is {@code over}, nothing is left to be given up. */
    public void show(FormPanel form, List<Deed> deeds, boolean over, Runnable onGivingUp) {
        givesUp = onGivingUp;
        all.removeAll();
        buttons.removeAll();
        wrong.setVisible(false);
        progress.setVisible(false);
        Scroller scroller = new Scroller(form).followingFocus();
        all.add(scroller, "wmin 0, hmin 0");
        all.add(wrong, "gap 24 24 8 8, wmin 0");
        all.add(progress, "gap 24 24 8 8, wmin 0");
        all.add(new Line(), "h 1!");
        all.add(buttons, "wmin 0");
        button("stage.close", texts.get(over ? "close" : "cancel"), this::giveUp);
        JButton main = null;
        for (Deed deed : deeds) {
            main = button("stage." + deed.name(), deed.text(), () -> {
                if (!deed.checks() || form.check()) {
                    deed.does().accept(form);
                } else {
                    fit();
                }
            });
        }
        getRootPane().setDefaultButton(main);
        fit();
        if (!isVisible()) {
            setLocationRelativeTo(getOwner());
            setVisible(true);
        }
        focus(form.first(), main);
    }

    private JButton button(String name, String text, Runnable does) {
        JButton button = new JButton(text);
        button.setName(name);
        button.addActionListener(event -> does.run());
        buttons.add(button);
        return button;
    }

    private void fit() {
        Dimension screen = getOwner().getGraphicsConfiguration().getBounds().getSize();
        all.setPreferredSize(null);
        all.setSize(Look.px(WIDTH), Look.px(HIGHEST));
        all.validate();
        Dimension wanted = all.getPreferredSize();
        all.setPreferredSize(new Dimension(
                Math.min(Look.px(WIDTH), screen.width),
                Math.min(wanted.height, Math.min(Look.px(HIGHEST), screen.height * 9 / 10))));
        pack();
        all.revalidate();
        repaint();
    }

    private void focus(@Nullable JComponent first, @Nullable JButton main) {
        Component wanted = first != null ? first : main != null ? main : buttons.getComponent(0);
        wanted.requestFocusInWindow();
    }

    /** An answer is awaited; but for giving up nothing can be done meanwhile. */
    public void busy(String sentence) {
        enableDeeds(false);
        say("", sentence);
    }

    public void refused(String sentence) {
        enableDeeds(true);
        say(sentence, "");
    }

    private void enableDeeds(boolean on) {
        for (Component button : buttons.getComponents()) {
            button.setEnabled(on || "stage.close".equals(button.getName()));
        }
    }

    private void say(String bad, String under) {
        wrong.setText(bad);
        wrong.setVisible(!bad.isEmpty());
        progress.setText(under);
        progress.setVisible(!under.isEmpty());
        getAccessibleContext().setAccessibleDescription(bad.isEmpty() ? under : bad);
        if (isVisible()) {
            fit();
        }
    }
}
