package org.lamplight.ui.kit;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Rectangle;
import javax.swing.BorderFactory;
import javax.swing.JTextPane;
import javax.swing.text.DefaultCaret;
import javax.swing.text.SimpleAttributeSet;
import javax.swing.text.StyleConstants;

/** Sentences that wrap at whatever width they get; plain text, not editable. EDT. */
public final class Words extends JTextPane {
    private static final long serialVersionUID = 1L;

    /** {@code style} is a FlatLaf style, such as {@code "font: $medium.font"}. */
    public Words(String text, String style) {
        setCaret(new Unseen());
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        putClientProperty(FlatClientProperties.STYLE, style);
        setMargin(new Insets(0, 0, 0, 0));
        setBorder(BorderFactory.createEmptyBorder());
        setText(text);
    }

    /** Swing brings the place of its caret to sight whenever a text is set; nobody writes here, so nothing is to scroll. */
    private static final class Unseen extends DefaultCaret {
        private static final long serialVersionUID = 1L;

        @Override
        protected void adjustVisibility(Rectangle place) {}
    }

    /** Each line in the middle. */
    public Words centred() {
        SimpleAttributeSet middle = new SimpleAttributeSet();
        StyleConstants.setAlignment(middle, StyleConstants.ALIGN_CENTER);
        getStyledDocument().setParagraphAttributes(0, getDocument().getLength(), middle, false);
        return this;
    }

    /** Expects to be as wide as this, in units of the design, so that the first height asked for is already right. */
    public Words expecting(int width) {
        setSize(Look.px(width), Short.MAX_VALUE);
        return this;
    }

    /** The height that these words need at this width. */
    public int heightFor(int width) {
        setSize(width, Short.MAX_VALUE);
        return super.getPreferredSize().height;
    }

    /** Their width on one line. */
    public int longestLine() {
        return getFontMetrics(getFont()).stringWidth(getText()) + 4;
    }

    /** Layouts ask for a height before they give a width: once the width is known, they are asked to ask again. */
    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean wrapsAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (wrapsAnew) {
            Edt.later(this::revalidate);
        }
    }

    @Override
    public Dimension getMinimumSize() {
        return new Dimension(0, getPreferredSize().height);
    }
}
