package org.lamplight.skin;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture of pixels; its colours are its own and follow no theme. */
final class PngArtwork implements Artwork {
    private static final int LONGEST_SIDE = 1024;
    private static final String REMEDY = "Save it again as PNG of at most 1024 by 1024 pixels";

    private final BufferedImage image;

    private PngArtwork(BufferedImage image) {
        this.image = image;
    }

    static PngArtwork of(byte[] bytes) throws BrokenIcon {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            // the size is asked before the pixels are unpacked: a small file can hold a huge picture
            if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
                throw new BrokenIcon("is larger than 1024 by 1024 pixels", REMEDY);
            }
            return new PngArtwork(reader.read(0));
        } catch (IOException | RuntimeException broken) {
            throw new BrokenIcon("is not a sound PNG file", REMEDY);
        }
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
