package org.lamplight.skin;

import java.awt.image.BufferedImage;

/**
 * How people see colours. The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency" (2009), for severity 1.0, applied to linear RGB.
 */
public enum Sight {
    FULL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTANOPIA(.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998),
    DEUTERANOPIA(.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881),
    TRITANOPIA(1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900),
    /** No hue at all: how light it is, and nothing else. */
    GREY(.2126, .7152, .0722, .2126, .7152, .0722, .2126, .7152, .0722);

    @SuppressWarnings("ImmutableEnumChecker") // never written after the constructor, never given away
    private final double[] matrix;

    Sight(double... matrix) {
        this.matrix = matrix;
    }

    /** The picture as such eyes see it, of the same size; what is transparent stays so. Any thread. */
    public BufferedImage seen(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        BufferedImage seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        if (this != FULL) {
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (pixels[i] & 0xFF000000) | seen(pixels[i]);
            }
        }
        seen.setRGB(0, 0, width, height, pixels, 0, width);
        return seen;
    }

    /** This colour, {@code 0xRRGGBB}, as such eyes see it. */
    public int seen(int rgb) {
        if (this == FULL) {
            return rgb & 0xFFFFFF;
        }
        double red = Light.linear((rgb >> 16) & 0xFF);
        double green = Light.linear((rgb >> 8) & 0xFF);
        double blue = Light.linear(rgb & 0xFF);
        int seen = 0;
        for (int row = 0; row < 9; row += 3) {
            double light = matrix[row] * red + matrix[row + 1] * green + matrix[row + 2] * blue;
            seen = (seen << 8) | Light.gamma(light);
        }
        return seen;
    }
}
