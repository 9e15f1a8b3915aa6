package org.lamplight.ui.kit;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.JComponent;
import javax.swing.JRootPane;

/** What a window shows, as a picture: painted anew, not taken from the screen, so that nothing covers it. */
public final class WindowPicture {
    private WindowPicture() {}

    /** Paints the content of a window at this scale, as a screen of that scale would show it. EDT. */
    public static BufferedImage of(JRootPane window, double scale) {
        Edt.requireEdt();
        return paint(window, scale);
    }

    /** The same for a part of a window, such as an open menu. EDT. */
    public static BufferedImage paint(JComponent part, double scale) {
        int width = Math.max(1, (int) Math.ceil(part.getWidth() * scale));
        int height = Math.max(1, (int) Math.ceil(part.getHeight() * scale));
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.scale(scale, scale);
        part.print(graphics);
        graphics.dispose();
        return picture;
    }
}
