package org.lamplight.ui.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures for tests. */
public final class Drawn {
    private Drawn() {}

    /** A face, by and large: light on a colour, with something in each corner that is cut off when it is cut round. */
    public static byte[] face(int side, Color ground) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double right = (x + 0.5) / side * 2 - 1;
                double down = (y + 0.5) / side * 2 - 1;
                boolean head = Math.hypot(right / 0.42, (down + 0.2) / 0.5) < 1;
                boolean body = Math.hypot(right / 0.8, (down - 1.1) / 0.62) < 1;
                boolean corner = Math.abs(right) > 0.9 && Math.abs(down) > 0.9;
                image.setRGB(x, y, corner ? 0xFF00FF : head ? 0xFFE0C8 : body ? 0x303848 : ground.getRGB());
            }
        }
        return written(image, "png");
    }

    /** Red, green, blue and white, from the top left on in the order of reading. */
    public static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean right = x >= width / 2;
                boolean down = y >= height / 2;
                image.setRGB(x, y, down ? (right ? 0xFFFFFF : 0x0000FF) : (right ? 0x00FF00 : 0xFF0000));
            }
        }
        return image;
    }

    static BufferedImage noise(int side, long seed) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(seed);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt());
        }
        return image;
    }

    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
