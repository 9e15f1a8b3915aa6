package org.lamplight.ui.chat;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import javax.swing.UIManager;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.text.EmojiPictures;
import org.lamplight.ui.text.TextLook;

/** Lengths, fonts and colours of a transcript at a zoom: made anew for another zoom or theme. EDT. */
final class TranscriptLook {
    static final int TEXT_LEFT = 64;
    static final int SIDE = 20;
    static final int LINE = 20;
    static final int DAY = 32;
    static final int PAD_HEAD = 6;
    static final int PAD_NEXT = 2;
    static final int PAD_END = 6;
    private static final int AVATAR = 32;
    private static final int RECEIPTS = 60;
    private static final int WIDEST = 560;
    private static final int LEAST = 80;

    private static final FontRenderContext CONTEXT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

    private final int zoom;
    private final TextLook text;

    /** @param zoom in percent */
    TranscriptLook(int zoom, EmojiPictures emoji) {
        this.zoom = zoom;
        Font fixed = new Font(Font.MONOSPACED, Font.PLAIN, Look.body().getSize());
        this.text = new TextLook(
                px(LINE),
                zoomed(Look.body()),
                fixed.deriveFont(Look.body().getSize2D() * zoom / 100f),
                new TextLook.Colors(
                        Look.text(),
                        Look.text2(),
                        Look.color("Component.linkColor"),
                        Look.color("List.selectionBackground"),
                        code(),
                        Look.color("Lamplight.mention"),
                        Look.color("Component.borderColor")),
                emoji);
    }

    private static Color code() {
        return UIManager.getColor("Lamplight.hover");
    }

    private Font zoomed(Font font) {
        return zoom == 100 ? font : font.deriveFont(font.getSize2D() * zoom / 100f);
    }

    int zoom() {
        return zoom;
    }

    TextLook text() {
        return text;
    }

    /** A length of the design at this zoom, in units of components. */
    int px(int length) {
        return Math.round(Look.px(length) * zoom / 100f);
    }

    /** The side of an avatar, in the units of the design. */
    int avatar() {
        return AVATAR * zoom / 100;
    }

    Font strong() {
        return zoomed(Look.strong());
    }

    Font second() {
        return zoomed(Look.second());
    }

    Font caption() {
        return zoomed(Look.caption());
    }

    int widthOf(String words, Font font) {
        return (int) Math.ceil(font.getStringBounds(words, CONTEXT).getWidth());
    }

    /** Where texts begin in a transcript. */
    int textLeft() {
        return Look.px(SIDE) + px(TEXT_LEFT - SIDE);
    }

    /** How wide texts may be in a transcript of this width. */
    int textWidth(int width) {
        int room = width - textLeft() - Look.px(SIDE + RECEIPTS - 12);
        return Math.max(px(LEAST), Math.min(px(WIDEST), room));
    }
}
