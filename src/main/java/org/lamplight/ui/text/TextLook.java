package org.lamplight.ui.text;

import java.awt.Color;
import java.awt.Font;

/**
 * How a text is to look: made anew for another theme or size. Lengths are in units of components.
 *
 * @param line how high a line is
 * @param font of letters that are not styled
 * @param fixed of code
 * @param emoji what draws emoji
 */
public record TextLook(int line, Font font, Font fixed, Colors colors, EmojiPictures emoji) {

    /** The colours of letters and of what lies behind them. */
    public record Colors(Color text, Color quiet, Color link, Color selection, Color code, Color mention, Color bar) {}

    /** A length of the design at this size. */
    int px(int length) {
        return Math.round(length * line / 20f);
    }
}
