package org.lamplight.ui.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Square pictures made smaller, pixel by pixel: Java2D would need a display where there may be none. */
public final class Square {
    private static final int CHANNELS = 4;

    private Square() {}

    /** The picture at this width, each pixel the mean of those it covers; one that is no wider stays as it is. */
    public static BufferedImage shrunk(BufferedImage image, int side) {
        int from = Math.min(image.getWidth(), image.getHeight());
        int to = Math.min(side, from);
        int[] pixels = image.getRGB(0, 0, from, from, null, 0, from);
        BufferedImage small = new BufferedImage(to, to, BufferedImage.TYPE_INT_ARGB);
        double scale = (double) from / to;
        for (int y = 0; y < to; y++) {
            for (int x = 0; x < to; x++) {
                small.setRGB(x, y, mean(pixels, from, x * scale, y * scale, scale));
            }
        }
        return small;
    }

    private static int mean(int[] pixels, int width, double left, double top, double scale) {
        double[] sums = new double[CHANNELS];
        double right = Math.min(width, left + scale);
        double bottom = Math.min(width, top + scale);
        for (int y = (int) top; y < bottom; y++) {
            double high = Math.min(y + 1, bottom) - Math.max(y, top);
            for (int x = (int) left; x < right; x++) {
                add(sums, pixels[y * width + x], high * (Math.min(x + 1, right) - Math.max(x, left)));
            }
        }
        return packed(sums, (right - left) * (bottom - top));
    }

    /** What is transparent has a say in how transparent it is, and none in the colour. */
    private static void add(double[] sums, int argb, double weight) {
        double alpha = (argb >>> 24) * weight;
        sums[0] += alpha;
        sums[1] += (argb >> 16 & 0xff) * alpha;
        sums[2] += (argb >> 8 & 0xff) * alpha;
        sums[3] += (argb & 0xff) * alpha;
    }

    private static int packed(double[] sums, double area) {
        if (sums[0] == 0) {
            return 0;
        }
        int argb = (int) Math.round(sums[0] / area);
        for (int channel = 1; channel < CHANNELS; channel++) {
            argb = argb << 8 | (int) Math.round(sums[channel] / sums[0]);
        }
        return argb;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
