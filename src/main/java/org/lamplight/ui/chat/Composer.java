package org.lamplight.ui.chat;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.geom.RoundRectangle2D;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Keys;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.kit.OnEdit;
import org.lamplight.ui.kit.Scroller;
import org.lamplight.ui.kit.ToolButton;

/** Where one writes: Enter sends, Shift+Enter breaks the line; grows with the text up to six lines. EDT. */
final class Composer extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LINES = 6;
    private static final int PAUSE = 5000;

    /** What the composer tells. */
    interface Listener {
        /** The text may be empty where something else goes with it. */
        void send(String text);

        /** Asks for files to go with the message. */
        void attach();

        /** Asks for an emoji, above this button. */
        void emoji(Component button);

        void typing(boolean typing);

        void edited(String text);
    }

    private final transient Listener listener;
    private final Field field = new Field();
    private final ToolButton send;
    private final ToolButton emoji;
    private transient Edt.@Nullable Pending pause;
    private boolean typing;
    private boolean replacing;
    private boolean enclosing;

    Composer(Texts texts, Listener listener) {
        super(new MigLayout("insets 6 12 6 8, gap 8, fillx", "[grow,fill][]0[]0[]", "[]"));
        this.listener = listener;
        setOpaque(false);
        setName("composer");
        send = ToolButton.small("send", texts.get("send"), this::send);
        send.setName("send");
        send.setEnabled(false);
        ToolButton attach = ToolButton.small("attach", texts.get("attach"), listener::attach);
        attach.setName("attach");
        emoji = ToolButton.small("emoji", texts.get("emoji.button"), this::pickEmoji);
        emoji.setName("emoji.button");
        Scroller scroller = new Scroller(field);
        scroller.setOpaque(false);
        scroller.getViewport().setOpaque(false);
        add(scroller, "wmin 0, gaptop 6, gapbottom 6");
        add(emoji, "aligny bottom, gaptop 2, gapbottom 2");
        add(attach, "aligny bottom, gaptop 2, gapbottom 2");
        add(send, "aligny bottom, gaptop 2, gapbottom 2");
        Keys.bind(field, "ctrl O", listener::attach);
        Keys.bind(field, "ctrl PERIOD", this::pickEmoji);
        Keys.bind(field, "ENTER", this::send);
        Keys.bind(field, "shift ENTER", () -> field.replaceSelection("\n"));
        field.getDocument().addDocumentListener(new OnEdit(this::changed));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                repaint();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaint();
            }
        });
    }

    /** The hint is also its name for screen readers. */
    void hint(String words) {
        field.hint = words;
        field.getAccessibleContext().setAccessibleName(words);
        field.repaint();
    }

    /** Up in an empty field; in any other the caret moves. */
    void onUp(Runnable does) {
        Object caretUp = field.getInputMap().get(KeyStroke.getKeyStroke("UP"));
        Action up = field.getActionMap().get(caretUp);
        Keys.bind(field, "UP", () -> {
            if (field.getText().isEmpty()) {
                does.run();
            } else {
                up.actionPerformed(new ActionEvent(field, ActionEvent.ACTION_PERFORMED, "UP"));
            }
        });
    }

    String text() {
        return field.getText();
    }

    /** Puts a draft there; that is not typing. */
    void text(String draft) {
        stopTyping();
        replacing = true;
        field.setText(draft);
        replacing = false;
    }

    void focus() {
        field.requestFocusInWindow();
    }

    JTextArea field() {
        return field;
    }

    private void pickEmoji() {
        listener.emoji(emoji);
    }

    private void send() {
        String text = field.getText();
        if (!text.isBlank() || enclosing) {
            field.setText("");
            listener.send(text.strip());
        }
    }

    /** Whether something goes with the message, so that it needs no words. */
    void enclose(boolean something) {
        enclosing = something;
        send.setEnabled(something || !field.getText().isBlank());
    }

    private void changed() {
        boolean something = !field.getText().isBlank();
        send.setEnabled(something || enclosing);
        revalidate();
        repaint();
        if (replacing) {
            return;
        }
        listener.edited(field.getText());
        if (!something) {
            stopTyping();
            return;
        }
        if (!typing) {
            typing = true;
            listener.typing(true);
        }
        if (pause != null) {
            pause.cancel();
        }
        pause = Edt.after(PAUSE, this::stopTyping);
    }

    private void stopTyping() {
        if (pause != null) {
            pause.cancel();
            pause = null;
        }
        if (typing) {
            typing = false;
            listener.typing(false);
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        try (Brush brush = new Brush(graphics)) {
            Rectangle all = new Rectangle(getSize());
            int radius = Look.px(6);
            brush.fillRound(Look.color("TextField.background"), all, radius);
            if (field.isFocusOwner()) {
                brush.focus(all, radius);
                return;
            }
            brush.graphics().setColor(Look.color("Component.borderColor"));
            brush.graphics().setStroke(new BasicStroke(1));
            brush.graphics()
                    .draw(new RoundRectangle2D.Float(
                            0.5f, 0.5f, all.width - 1f, all.height - 1f, 2f * radius, 2f * radius));
        }
    }

    private static final class Field extends JTextArea {
        private static final long serialVersionUID = 1L;
        private String hint = "";

        Field() {
            setName("message");
            setLineWrap(true);
            setWrapStyleWord(true);
            setOpaque(false);
            setMargin(new Insets(0, 0, 0, 0));
            setBorder(BorderFactory.createEmptyBorder());
            // Tab goes on to the next control, as in every form
            setFocusTraversalKeys(java.awt.KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            Keys.bind(this, "TAB", this::transferFocus);
            Keys.bind(this, "shift TAB", this::transferFocusBackward);
        }

        @Override
        public void updateUI() {
            super.updateUI();
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder());
        }

        @Override
        public Dimension getPreferredScrollableViewportSize() {
            int line = getFontMetrics(getFont()).getHeight();
            int height = getPreferredSize().height;
            return new Dimension(Look.px(100), Math.max(Look.px(20), Math.min(height, MOST_LINES * line)));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (getText().isEmpty()) {
                try (Brush brush = new Brush(graphics)) {
                    int line = getFontMetrics(getFont()).getHeight();
                    Rectangle area = new Rectangle(0, 0, getWidth(), line);
                    brush.text(
                            hint,
                            getFont(),
                            Look.color("TextField.placeholderForeground"),
                            0,
                            0,
                            area.height,
                            area.width);
                }
            }
        }
    }
}
