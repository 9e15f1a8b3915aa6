package org.lamplight.ui.kit;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.stream.IntStream;

/** The program's icon in the sizes that window managers ask for. EDT. */
public final class WindowIcons {
    private static final int[] SIZES = {16, 20, 24, 32, 48, 64, 128};

    private WindowIcons() {}

    /** With an accent dot in its corner where something is unread. */
    public static java.util.List<Image> images(boolean unread) {
        FlatSVGIcon drawn =
                new FlatSVGIcon(Objects.requireNonNull(WindowIcons.class.getResource("icons/lamplight.svg")));
        return IntStream.of(SIZES)
                .<Image>mapToObj(size -> image(drawn, size, unread))
                .toList();
    }

    private static BufferedImage image(FlatSVGIcon drawn, int size, boolean unread) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        // the sizes are those of the picture, not of the design, whatever the zoom
        graphics.scale((double) size / drawn.getIconWidth(), (double) size / drawn.getIconHeight());
        drawn.paintIcon(null, graphics, 0, 0);
        graphics.dispose();
        if (unread) {
            dot(image, size);
        }
        return image;
    }

    private static void dot(BufferedImage image, int size) {
        double side = Math.max(7, size * 0.42);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Look.color("Lamplight.badge.foreground"));
        graphics.fill(new Ellipse2D.Double(size - side, 0, side, side));
        double ring = Math.max(1, size / 24.0);
        graphics.setColor(Look.color("Lamplight.badge.background"));
        graphics.fill(new Ellipse2D.Double(size - side + ring, ring, side - 2 * ring, side - 2 * ring));
        graphics.dispose();
    }
}
