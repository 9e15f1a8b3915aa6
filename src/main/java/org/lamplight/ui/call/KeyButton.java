package org.lamplight.ui.call;

import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;
import org.lamplight.call.Shortcut;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.OnFocus;
import org.lamplight.ui.kit.Plain;

/**
 * Shows a key and, once pressed, takes the next one that is pressed in its stead: Esc leaves it as it is, Backspace takes it
 * away. EDT.
 */
final class KeyButton extends JButton {
    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient KeyWords words;
    private final String does;
    private final transient Consumer<Optional<Shortcut>> chosen;
    private final transient Runnable useless;
    private transient @Nullable Shortcut key;
    private boolean listening;

    /**
     * @param does what the key does, in words
     * @param useless told when a key was pressed that people write with
     */
    KeyButton(Texts texts, String does, Consumer<Optional<Shortcut>> chosen, Runnable useless) {
        this.texts = texts;
        this.words = new KeyWords(texts);
        this.does = does;
        this.chosen = chosen;
        this.useless = useless;
        Plain.plain(this);
        addActionListener(event -> listen(true));
        addFocusListener(new OnFocus(() -> {}, () -> listen(false)));
        write();
    }

    /** Shows this key; null: none. */
    void show(@Nullable Shortcut now) {
        key = now;
        write();
    }

    private void listen(boolean now) {
        listening = now;
        // Tab too is then pressed to be taken, or to be refused
        setFocusTraversalKeysEnabled(!now);
        write();
    }

    private void write() {
        String shown = key == null ? texts.get("key.none") : words.of(key);
        setText(listening ? texts.get("key.press") : shown);
        getAccessibleContext().setAccessibleName(does + ": " + getText());
        getAccessibleContext().setAccessibleDescription(texts.get("key.how"));
    }

    @Override
    protected void processKeyEvent(KeyEvent event) {
        if (!listening) {
            super.processKeyEvent(event);
            return;
        }
        event.consume();
        if (event.getID() == KeyEvent.KEY_PRESSED) {
            KeyWords.pressed(event).ifPresent(this::take);
        }
    }

    private void take(Shortcut pressed) {
        String plain = pressed.text();
        if (plain.equals("ESCAPE")) {
            listen(false);
        } else if (plain.equals("BACK_SPACE")) {
            listen(false);
            chosen.accept(Optional.empty());
        } else if (pressed.isUsable()) {
            listen(false);
            chosen.accept(Optional.of(pressed));
        } else {
            useless.run();
        }
    }
}
