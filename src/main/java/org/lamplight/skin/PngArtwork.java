package org.lamplight.skin;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture of pixels; its colours are its own and follow no theme. */
final class PngArtwork implements Artwork {
    /** Pictures that were no PNG are kept no larger than this; the largest icon on any screen has half of it. */
    private static final int CONVERTED_SIDE = 128;

    private final BufferedImage image;
    private final byte[] bytes;

    private PngArtwork(BufferedImage image, byte[] bytes) {
        this.image = image;
        this.bytes = bytes.clone();
    }

    static PngArtwork of(byte[] bytes) throws BrokenIcon {
        return new PngArtwork(Raster.PNG.read(bytes), bytes);
    }

    /** A picture of another format, turned into PNG. */
    static PngArtwork of(BufferedImage image) {
        int side = Math.min(CONVERTED_SIDE, Math.max(image.getWidth(), image.getHeight()));
        BufferedImage square = new PngArtwork(image, new byte[0]).drawn(side, Hues.LIGHT);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            ImageIO.write(square, "png", out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PngArtwork(square, png.toByteArray());
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String ending() {
        return ".png";
    }

    @Override
    public void draw(Graphics2D graphics, int side, Hues hues) {
        double scale = Math.min((double) side / image.getWidth(), (double) side / image.getHeight());
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(halvedTowards(width, height), (side - width) / 2, (side - height) / 2, width, height, null);
    }

    /** Bicubic alone drops pixels when it shrinks by more than two: halve first. */
    private BufferedImage halvedTowards(int width, int height) {
        BufferedImage smaller = image;
        while (smaller.getWidth() >= 2 * width && smaller.getHeight() >= 2 * height) {
            smaller = half(smaller);
        }
        return smaller;
    }

    private static BufferedImage half(BufferedImage whole) {
        int width = whole.getWidth() / 2;
        int height = whole.getHeight() / 2;
        BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(whole, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }
}
