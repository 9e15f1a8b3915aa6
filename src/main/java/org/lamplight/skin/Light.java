package org.lamplight.skin;

/** The arithmetic of light: sRGB (IEC 61966-2-1), relative luminance and contrast (WCAG 2.1), lightness (CIE 1976). */
public final class Light {
    /** The grounds that icons stand on. */
    static final int LIGHT_GROUND = 0xFFFFFF;

    static final int DARK_GROUND = 0x212429;

    private static final double[] LINEAR = new double[256];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            double c = i / 255.0;
            LINEAR[i] = c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4);
        }
    }

    private Light() {}

    /** The ground that icons stand on in the light or dark theme, {@code 0xRRGGBB}. */
    public static int ground(boolean dark) {
        return dark ? DARK_GROUND : LIGHT_GROUND;
    }

    /** From 0 to 255 to light from 0 to 1. */
    static double linear(int channel) {
        return LINEAR[channel];
    }

    /** From light, which is brought between 0 and 1, to 0 to 255. */
    static int gamma(double linear) {
        double c = Math.max(0, Math.min(1, linear));
        double encoded = c <= .0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - .055;
        return (int) Math.round(encoded * 255);
    }

    /** Relative luminance, 0 to 1. */
    static double luminance(int rgb) {
        return .2126 * linear((rgb >> 16) & 0xFF) + .7152 * linear((rgb >> 8) & 0xFF) + .0722 * linear(rgb & 0xFF);
    }

    /** CIE L*, 0 to 1. */
    static double lightness(int rgb) {
        double y = luminance(rgb);
        return y > .008856 ? 1.16 * Math.cbrt(y) - .16 : 9.033 * y;
    }

    /** Contrast of two colours, 1 to 21. */
    public static double contrast(int one, int other) {
        double a = luminance(one) + .05;
        double b = luminance(other) + .05;
        return Math.max(a, b) / Math.min(a, b);
    }
}
