package org.lamplight.skin;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** Pictures without transparency say it by a colour: magenta, or the one in all four corners. */
final class ColourKey {
    private static final int MAGENTA = 0xFFFF00FF;

    private ColourKey() {}

    /** The picture with its key made transparent; as it is if it has transparency or no key. */
    static BufferedImage cleared(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        // Many programs write 32 bits and leave every pixel opaque
        if (Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 != 0xFF)) {
            return image;
        }
        BufferedImage cleared = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int key = key(pixels, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = pixels[i] == key ? 0 : pixels[i];
        }
        cleared.setRGB(0, 0, width, height, pixels, 0, width);
        return cleared;
    }

    private static int key(int[] pixels, int width) {
        for (int pixel : pixels) {
            if (pixel == MAGENTA) {
                return MAGENTA;
            }
        }
        int corner = pixels[0];
        boolean same = pixels[width - 1] == corner
                && pixels[pixels.length - width] == corner
                && pixels[pixels.length - 1] == corner;
        // nothing is 0 here, for every pixel is opaque
        return same ? corner : 0;
    }
}
