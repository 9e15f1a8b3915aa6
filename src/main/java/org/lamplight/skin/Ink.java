package org.lamplight.skin;

import java.awt.image.BufferedImage;

/**
 * A picture of which only the shape is left: for each pixel how strongly it stands out from its ground, 0 to 1, and how
 * much of it is covered. Hue and tone are gone.
 */
final class Ink {
    private static final double SOLID = .5;

    private final int side;
    private final double[] ink;
    private final double[] cover;

    private Ink(int side, double[] ink, double[] cover) {
        this.side = side;
        this.ink = ink;
        this.cover = cover;
    }

    /** Of a square picture on a ground of this colour. */
    static Ink of(BufferedImage image, int ground) {
        int side = image.getWidth();
        int[] pixels = image.getRGB(0, 0, side, side, null, 0, side);
        double[] ink = new double[pixels.length];
        double[] cover = new double[pixels.length];
        double top = 0;
        for (int i = 0; i < pixels.length; i++) {
            cover[i] = (pixels[i] >>> 24) / 255.0;
            ink[i] = cover[i] == 0 ? 0 : Math.abs(Light.lightness(pixels[i]) - Light.lightness(ground));
            top = cover[i] > SOLID ? Math.max(top, ink[i]) : top;
        }
        for (int i = 0; i < pixels.length; i++) {
            ink[i] = top > 0 ? cover[i] * ink[i] / top : cover[i];
        }
        return new Ink(side, ink, cover);
    }

    /** 0: the same; 1: no pixel in common. The least of all ways to move the other by up to so many pixels. */
    double difference(Ink other, int reach) {
        double least = 1;
        for (int down = -reach; down <= reach; down++) {
            for (int right = -reach; right <= reach; right++) {
                least = Math.min(least, moved(other, down, right));
            }
        }
        return least;
    }

    private double moved(Ink other, int down, int right) {
        double apart = 0;
        double covered = 0;
        for (int y = -1; y <= side; y++) {
            for (int x = -1; x <= side; x++) {
                int here = at(x, y);
                int there = other.at(x - right, y - down);
                apart += Math.abs(value(ink, here) - value(other.ink, there));
                covered += Math.max(value(cover, here), value(other.cover, there));
            }
        }
        return apart / Math.max(covered, 1e-9);
    }

    /** The place of a pixel, -1 for one outside, where nothing is. */
    private int at(int x, int y) {
        return x < 0 || y < 0 || x >= side || y >= side ? -1 : y * side + x;
    }

    private static double value(double[] values, int place) {
        return place < 0 ? 0 : values[place];
    }
}
