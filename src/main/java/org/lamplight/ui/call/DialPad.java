package org.lamplight.ui.call;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Brush;
import org.lamplight.ui.kit.Look;

/** The twelve keys of a telephone, with the letters of ITU-T E.161 under the digits. EDT. */
final class DialPad extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final String KEYS = "123456789*0#";
    private static final String[] LETTERS = {"", "ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ", "", "+", ""};

    /** @param pressed gets the key */
    DialPad(Texts texts, Consumer<Character> pressed) {
        super(new MigLayout("insets 0, gap 8 8, wrap 3, fillx", "[grow,fill,sg][grow,fill,sg][grow,fill,sg]"));
        setOpaque(false);
        setName("dialpad");
        for (int i = 0; i < KEYS.length(); i++) {
            char key = KEYS.charAt(i);
            Key button = new Key(key, LETTERS[i]);
            button.getAccessibleContext().setAccessibleName(spoken(texts, key));
            button.addActionListener(event -> pressed.accept(key));
            add(button, "wmin 0, h 44!");
        }
    }

    private static String spoken(Texts texts, char key) {
        return key == '*' ? texts.get("key.star") : key == '#' ? texts.get("key.hash") : String.valueOf(key);
    }

    /** A digit over its letters. */
    private static final class Key extends JButton {
        private static final long serialVersionUID = 1L;

        private final String digit;
        private final String letters;

        Key(char digit, String letters) {
            this.digit = String.valueOf(digit);
            this.letters = letters;
            setName("key." + digit);
            putClientProperty(FlatClientProperties.STYLE, "minimumWidth: 48");
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(Look.px(72), Look.px(44));
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            try (Brush brush = new Brush(graphics)) {
                Rectangle all = new Rectangle(getSize());
                Font large = Look.title();
                int width = brush.widthOf(digit, large);
                boolean alone = letters.isEmpty();
                int top = alone ? 0 : Look.px(4);
                int height = alone ? all.height : Look.px(22);
                brush.text(digit, large, Look.text(), (all.width - width) / 2, top, height, all.width);
                int below = brush.widthOf(letters, Look.caption());
                brush.text(
                        letters,
                        Look.caption(),
                        Look.text2(),
                        (all.width - below) / 2,
                        Look.px(25),
                        Look.px(14),
                        all.width);
            }
        }
    }
}
