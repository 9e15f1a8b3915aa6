package org.lamplight.ui.rooms;

import java.awt.AWTKeyStroke;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.KeyStroke;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnEdit;

/**
 * Completes the names of people where one writes: after an at sign a list offers them, and Tab completes what begins as a
 * name. While the list is up, arrows choose in it, Enter and Tab take, Esc closes; all other times the keys do what they
 * did. EDT.
 */
public final class MentionCompletion {
    private static final int MOST = 6;

    private final JTextComponent field;
    private final Supplier<List<String>> names;
    private final JPopupMenu popup = new JPopupMenu();
    private final JList<OfferCell.Offer> offered = OfferCell.list("mentions.list");
    private boolean completing;

    /** @param names of those whom one may mention here; none where nobody is */
    public MentionCompletion(JTextComponent field, Supplier<List<String>> names) {
        this.field = field;
        this.names = names;
        popup.setName("mentions");
        popup.setFocusable(false);
        popup.add(offered);
        // Else Tab would leave the field before anybody could look at the word; Ctrl+Tab always leaves
        field.setFocusTraversalKeys(
                KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS,
                Set.of(AWTKeyStroke.getAWTKeyStroke(KeyEvent.VK_TAB, InputEvent.CTRL_DOWN_MASK)));
        before("TAB", () -> popup.isVisible() ? take() : completeWord());
        before("ENTER", () -> popup.isVisible() && take());
        before("UP", () -> popup.isVisible() && move(-1));
        before("DOWN", () -> popup.isVisible() && move(1));
        before("ESCAPE", () -> popup.isVisible() && close());
        offered.addMouseListener(new java.awt.event.MouseAdapter() {
            @Override
            public void mouseReleased(java.awt.event.MouseEvent event) {
                take();
            }
        });
        field.getDocument().addDocumentListener(new OnEdit(() -> {
            if (!completing) {
                Edt.later(this::offer);
            }
        }));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                close();
            }
        });
    }

    /** Writes a name where the caret is. */
    public void write(String name) {
        replace(field.getCaretPosition(), name);
        field.requestFocusInWindow();
    }

    private void before(String key, BooleanSupplier handles) {
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        Object known = field.getInputMap().get(stroke);
        Action usual = known == null ? null : field.getActionMap().get(known);
        String name = "mention " + key;
        field.getInputMap().put(stroke, name);
        field.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                if (!handles.getAsBoolean() && usual != null) {
                    usual.actionPerformed(event);
                }
            }
        });
    }

    /** Where the word that ends at the caret begins. */
    private int wordStart() {
        String text = field.getText();
        int at = Math.min(field.getCaretPosition(), text.length());
        while (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private String word() {
        String text = field.getText();
        int end = Math.min(field.getCaretPosition(), text.length());
        return text.substring(Math.min(wordStart(), end), end);
    }

    private List<String> matching(String begun) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        return names.get().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(wanted))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .limit(MOST)
                .toList();
    }

    private void offer() {
        String word = word();
        List<String> found =
                word.startsWith("@") && field.isFocusOwner() ? matching(word.substring(1)) : List.<String>of();
        if (found.isEmpty()) {
            close();
            return;
        }
        OfferCell.show(
                offered,
                found.stream().map(name -> new OfferCell.Offer(name, "")).toList(),
                0);
        try {
            Rectangle2D at = field.modelToView2D(wordStart());
            Rectangle place = at == null ? new Rectangle() : at.getBounds();
            popup.pack();
            popup.show(field, place.x, place.y - popup.getPreferredSize().height - Look.px(4));
        } catch (BadLocationException gone) {
            close();
        }
    }

    private boolean completeWord() {
        String word = word();
        List<String> found = word.isEmpty() ? List.of() : matching(word.startsWith("@") ? word.substring(1) : word);
        if (found.isEmpty()) {
            return false;
        }
        replace(wordStart(), found.get(0));
        return true;
    }

    private boolean take() {
        int chosen = Math.max(0, offered.getSelectedIndex());
        List<String> found = matching(word().replaceFirst("^@", ""));
        if (chosen < found.size()) {
            replace(wordStart(), found.get(chosen));
        }
        return close();
    }

    /** Writes the name in place of what stands from there to the caret: with an at sign, and room for what follows. */
    private void replace(int from, String name) {
        completing = true;
        field.select(from, field.getCaretPosition());
        field.replaceSelection("@" + name + " ");
        completing = false;
    }

    private boolean move(int by) {
        int count = offered.getModel().getSize();
        offered.setSelectedIndex(Math.floorMod(offered.getSelectedIndex() + by, Math.max(1, count)));
        return true;
    }

    private boolean close() {
        popup.setVisible(false);
        return true;
    }
}
