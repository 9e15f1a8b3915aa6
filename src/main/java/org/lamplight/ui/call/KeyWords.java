package org.lamplight.ui.call;

import java.awt.event.KeyEvent;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.swing.KeyStroke;
import org.lamplight.call.Shortcut;
import org.lamplight.call.Shortcut.Modifier;
import org.lamplight.core.Texts;

/** Keys as people read them, and as a keyboard tells them. */
final class KeyWords {
    private static final Set<String> OURS = Set.of("MIC_MUTE", "MEDIA_PLAY", "MEDIA_STOP");

    private final Texts texts;

    KeyWords(Texts texts) {
        this.texts = texts;
    }

    /** As Ctrl+Alt+A. */
    String of(Shortcut key) {
        StringBuilder words = new StringBuilder();
        for (Modifier one : Modifier.values()) {
            if (key.modifiers().contains(one)) {
                words.append(texts.get("key." + one.name().toLowerCase(Locale.ROOT)))
                        .append('+');
            }
        }
        return words.append(name(key.key())).toString();
    }

    private String name(String key) {
        if (OURS.contains(key)) {
            return texts.get("key." + key);
        }
        KeyStroke stroke = KeyStroke.getKeyStroke(key);
        return key.length() == 1 || stroke == null ? key : KeyEvent.getKeyText(stroke.getKeyCode());
    }

    /** What was pressed; empty while only keys are down that are held for others, and for keys without a name. */
    static Optional<Shortcut> pressed(KeyEvent event) {
        Set<Modifier> held = EnumSet.noneOf(Modifier.class);
        if (event.isControlDown()) {
            held.add(Modifier.CTRL);
        }
        if (event.isAltDown()) {
            held.add(Modifier.ALT);
        }
        if (event.isShiftDown()) {
            held.add(Modifier.SHIFT);
        }
        if (event.isMetaDown()) {
            held.add(Modifier.META);
        }
        return switch (event.getKeyCode()) {
            case KeyEvent.VK_UNDEFINED,
                    KeyEvent.VK_CONTROL,
                    KeyEvent.VK_ALT,
                    KeyEvent.VK_SHIFT,
                    KeyEvent.VK_META,
                    KeyEvent.VK_ALT_GRAPH,
                    KeyEvent.VK_WINDOWS -> Optional.empty();
            default -> Optional.of(new Shortcut(held, name(event)));
        };
    }

    /** As KeyEvent names its constants. */
    private static String name(KeyEvent event) {
        return KeyStroke.getKeyStroke(event.getKeyCode(), 0).toString().replaceFirst("^pressed ", "");
    }
}
