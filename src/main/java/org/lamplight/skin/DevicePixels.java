package org.lamplight.skin;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.function.IntFunction;

/** Paints a square bitmap so that one of its pixels is one of the device: edges drawn on whole pixels stay there. EDT. */
public final class DevicePixels {
    private DevicePixels() {}

    /**
     * Paints with its corner here.
     *
     * @param side in the units of the graphics
     * @param bitmap the picture for a number of pixels a side
     */
    public static void paint(Graphics graphics, int x, int y, int side, IntFunction<BufferedImage> bitmap) {
        Graphics2D copy = (Graphics2D) graphics.create();
        try {
            AffineTransform toDevice = copy.getTransform();
            int pixels = Math.max(1, (int) Math.round(side * toDevice.getScaleX()));
            Point2D corner = toDevice.transform(new Point2D.Double(x, y), null);
            copy.setTransform(new AffineTransform());
            copy.drawImage(
                    bitmap.apply(pixels), (int) Math.round(corner.getX()), (int) Math.round(corner.getY()), null);
        } finally {
            copy.dispose();
        }
    }
}
