package org.lamplight.ui.kit;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.CoreThread;

/** A small question with fields under each other, one main button and Cancel; what is wrong is said under them. EDT. */
public final class FormDialog extends JDialog {
    private static final long serialVersionUID = 1L;

    private static final int WIDTH = 320;
    private static final int MARGIN = 16;
    private static final int LEAST = 160;

    private final JPanel form =
            new JPanel(new MigLayout("insets 20 24 0 24, gap 12 8, wrap 2, hidemode 3", "[][grow,fill,240::]"));
    private final Scroller scroller = new Scroller(form);
    private final JPanel foot =
            new JPanel(new MigLayout("insets 8 24 20 24, gap 0 8, wrap 1, fillx, hidemode 3", "[grow,fill]"));
    private final Words wrong = words("", "Lamplight.notNow.text");
    private final Words progress = words("", "Lamplight.text2");
    private final JButton main;
    private final JButton cancel;
    private @Nullable JComponent first;
    private boolean destroying;
    private final List<JButton> others = new ArrayList<>();

    public FormDialog(Component over, String name, String title, String mainButton, String cancelButton) {
        super(windowOf(over), title, Dialog.ModalityType.DOCUMENT_MODAL);
        setName(name);
        JPanel all = new JPanel(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill]", "[grow,fill][]"));
        all.add(scroller, "wmin 0, hmin 0");
        all.add(foot, "wmin 0");
        setContentPane(all);
        main = new JButton(mainButton);
        main.setName(name + ".ok");
        cancel = new JButton(cancelButton);
        cancel.setName(name + ".cancel");
        cancel.addActionListener(event -> dispose());
        Keys.bindWithin(getRootPane(), "ESCAPE", this::dispose);
        setDefaultCloseOperation(DISPOSE_ON_CLOSE);
    }

    private static java.awt.@Nullable Window windowOf(Component over) {
        return over instanceof Window window ? window : javax.swing.SwingUtilities.getWindowAncestor(over);
    }

    /** One or more sentences above the fields. */
    public FormDialog say(String sentence) {
        form.add(words(sentence, "Label.foreground"), "span 2, growx, width 240:" + WIDTH + ":, gapbottom 4");
        return this;
    }

    public JTextField field(String name, String label, String value) {
        JTextField field = new JTextField(value, 24);
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(label);
        row(label, field);
        first = first == null ? field : first;
        field.selectAll();
        return field;
    }

    public FormDialog row(String label, JComponent field) {
        JLabel words = Plain.label(label);
        words.setLabelFor(field);
        form.add(words);
        form.add(field);
        return this;
    }

    /** The main button loses something for good: Enter, and the accent, are with the one that keeps it. */
    public FormDialog destroying() {
        destroying = true;
        return this;
    }

    /** Something that takes up the whole width. */
    public FormDialog across(JComponent part) {
        form.add(part, "span 2, growx");
        return this;
    }

    /** Says while it is open what is wrong; empty: nothing any more. */
    public void problem(String sentence) {
        say(wrong, sentence);
        wrong.setVisible(!sentence.isEmpty());
        pack();
    }

    public JPasswordField password(String name, String label) {
        JPasswordField field = new JPasswordField(24);
        field.setName(name);
        field.getAccessibleContext().setAccessibleName(label);
        row(label, field);
        return field;
    }

    /** Shows it and waits. {@code tries} gives what is wrong, as a sentence, or "" when all is well: then it closes. */
    public void ask(Supplier<String> tries) {
        open(() -> {
            String problem = tries.get();
            if (problem.isEmpty()) {
                dispose();
            } else {
                say(wrong, problem);
            }
        });
    }

    /** What comes of pressing the main button: a sentence that says what is wrong, or a question that takes a while. */
    public record Attempt(String wrong, Supplier<CompletableFuture<Void>> question) {}

    public static Attempt wrong(String sentence) {
        return new Attempt(sentence, () -> CompletableFuture.completedFuture(null));
    }

    public static Attempt asked(Supplier<CompletableFuture<Void>> question) {
        return new Attempt("", question);
    }

    /** As {@link #ask}, with an answer from core: until it is here the form says {@code busy}, and a refusal stands in it. */
    public void askCore(CoreThread core, String busy, Supplier<Attempt> tries) {
        open(() -> {
            Attempt attempt = tries.get();
            if (!attempt.wrong().isEmpty()) {
                say(wrong, attempt.wrong());
                return;
            }
            main.setEnabled(false);
            say(progress, busy);
            Question.ask(core, attempt.question(), done -> dispose(), this::refused);
        });
    }

    /** The same with an answer from another thread: the question is put on the EDT and must return at once. */
    public void askElsewhere(String busy, Supplier<CompletableFuture<?>> question) {
        open(() -> {
            main.setEnabled(false);
            say(progress, busy);
            Question.await(question.get(), done -> dispose(), this::refused);
        });
    }

    /** One more button before the others, for another way out: it closes and then does this. */
    public FormDialog also(String name, String text, Runnable does) {
        JButton button = new JButton(text);
        button.setName(name);
        button.addActionListener(event -> {
            dispose();
            does.run();
        });
        others.add(button);
        return this;
    }

    /** A form higher than the screen scrolls; its buttons are always there. */
    @Override
    public void pack() {
        super.pack();
        Dimension wanted = getSize();
        Dimension fits =
                within(wanted, screen(), scroller.getVerticalScrollBar().getPreferredSize().width);
        if (!fits.equals(wanted)) {
            setSize(fits);
            validate();
        }
    }

    private Rectangle screen() {
        return getOwner() == null ? ScreenArea.first() : ScreenArea.of(getOwner());
    }

    /** Some of the area stays free around it; what scrolls is wider by the bar, in pixels. */
    static Dimension within(Dimension wanted, Rectangle area, int bar) {
        int most = area.height - Look.px(2 * MARGIN);
        return wanted.height <= most
                ? wanted
                : new Dimension(Math.min(wanted.width + bar, area.width), Math.max(most, Look.px(LEAST)));
    }

    private void refused(String sentence) {
        main.setEnabled(true);
        say(wrong, sentence);
    }

    private void open(Runnable onMain) {
        wrong.setName(getName() + ".wrong");
        wrong.setVisible(false);
        foot.add(wrong, "growx, width 240:" + WIDTH + ":");
        progress.setName(getName() + ".progress");
        progress.setVisible(false);
        foot.add(progress, "growx, width 240:" + WIDTH + ":");
        JPanel buttons = new JPanel(new MigLayout("insets 8 0 0 0, gap 8, alignx right"));
        others.forEach(buttons::add);
        buttons.add(cancel);
        buttons.add(main);
        foot.add(buttons, "growx");
        scroller.followingFocus();
        main.addActionListener(event -> onMain.run());
        JButton usual = destroying ? cancel : main;
        getRootPane().setDefaultButton(usual);
        setResizable(false);
        pack();
        setLocationRelativeTo(getOwner());
        setBounds(ScreenArea.fit(getBounds(), screen()));
        if (!others.isEmpty() || destroying) {
            // where there is no field, the first button is another way out, which Enter must not take unasked
            addWindowListener(new WindowAdapter() {
                @Override
                public void windowOpened(WindowEvent event) {
                    (first == null ? usual : first).requestFocusInWindow();
                }
            });
        }
        setVisible(true);
    }

    /** One of the two, for they stand in the same place. */
    private void say(Words where, String sentence) {
        wrong.setVisible(where == wrong);
        progress.setVisible(where == progress);
        where.setText(sentence);
        pack();
    }

    private static Words words(String text, String colorKey) {
        return new Words(text, "foreground: $" + colorKey).expecting(WIDTH);
    }
}
