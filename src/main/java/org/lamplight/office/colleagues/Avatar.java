package org.lamplight.office.colleagues;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/**
 * A person's picture: an emblem on a coloured ground. Drawn point by point, as Java2D would need a display where there
 * may be none.
 */
final class Avatar {
    static final int SIZE = 64;
    private static final int SAMPLES = 3;

    private final byte[] png;

    Avatar(Person person) {
        this.png = encode(draw(person));
    }

    byte[] png() {
        return png.clone();
    }

    /** The SHA-1 of the picture, in hexadecimal: its name on the wire (XEP-0084, XEP-0153). */
    String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(png));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage draw(Person person) {
        float hue = Math.floorMod(person.id().hashCode() * 37, 360) / 360f;
        int ground = Color.HSBtoRGB(hue, 0.55f, 0.62f);
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                image.setRGB(x, y, blend(ground, 0xfff8ec, coverage(person.drawing(), x, y)));
            }
        }
        return image;
    }

    private static double coverage(String drawing, int x, int y) {
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int row = i / SAMPLES;
            int column = i % SAMPLES;
            double px = (x + (column + 0.5) / SAMPLES) / SIZE * 2 - 1;
            double py = (y + (row + 0.5) / SAMPLES) / SIZE * 2 - 1;
            inside += inside(drawing, px, py) ? 1 : 0;
        }
        return (double) inside / (SAMPLES * SAMPLES);
    }

    /** Whether a point of the square from -1 to 1, y downwards, belongs to the emblem. */
    private static boolean inside(String drawing, double x, double y) {
        double distance = Math.hypot(x, y);
        double angle = Math.atan2(y, x);
        return switch (drawing) {
            case "gear" -> distance > 0.22 && distance < 0.5 + (Math.cos(8 * angle) > 0 ? 0.16 : 0);
            case "wave" -> Math.abs(x) < 0.72 && Math.abs(y - 0.32 * Math.sin(4.4 * x)) < 0.13;
            case "orbit" ->
                distance < 0.2 || Math.abs(Math.hypot(x * 0.8 + y * 0.6, (y * 0.8 - x * 0.6) * 2.2) - 0.68) < 0.07;
            case "path" ->
                Math.hypot(x + 0.5, y - 0.45) < 0.16
                        || Math.hypot(x - 0.5, y - 0.2) < 0.16
                        || Math.hypot(x + 0.05, y + 0.5) < 0.16
                        || onEdge(x, y);
            default -> ship(x, y);
        };
    }

    private static boolean onEdge(double x, double y) {
        boolean rising = Math.abs((x + 0.5) * -0.95 - (y - 0.45) * 0.45) < 0.05 && y > -0.5 && y < 0.45;
        boolean falling = Math.abs((x + 0.05) * 0.7 - (y + 0.5) * 0.55) < 0.05 && y > -0.5 && y < 0.2;
        return rising || falling;
    }

    private static boolean ship(double x, double y) {
        boolean hull = y > 0.22 && y < 0.5 && Math.abs(x) < 0.85 - y * 0.6;
        boolean sail = y < 0.12 && y > -0.62 && x > -0.02 && x < (y + 0.62) * 0.75;
        boolean jib = y < 0.12 && y > -0.4 && x < -0.1 && x > -0.1 - (y + 0.4) * 0.7;
        return hull || sail || jib;
    }

    private static int blend(int ground, int ink, double share) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            double mixed = (ground >> shift & 0xff) * (1 - share) + (ink >> shift & 0xff) * share;
            result |= (int) Math.round(mixed) << shift;
        }
        return result;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
