package org.lamplight.skin;

import com.twelvemonkeys.imageio.plugins.bmp.ICOImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pixel formats that are read. The size is asked before pixels are unpacked: a small file can hold a huge picture. */
enum Raster {
    PNG("\u0089PNG"),
    GIF("GIF8"),
    BMP("BM"),
    ICO("\0\0\1\0");

    /** The longest side of a picture, in pixels. */
    static final int LONGEST_SIDE = 512;

    private final String magic;

    Raster(String magic) {
        this.magic = magic;
    }

    boolean begins(byte[] bytes) {
        return AnyPicture.begins(bytes, magic);
    }

    /** The picture, of an ICO the largest, of a GIF the first; the colour key of a BMP is made transparent. */
    BufferedImage read(byte[] bytes) throws BrokenIcon {
        try {
            if (this == ICO) {
                IcoGate.check(bytes);
            } else if (this == BMP) {
                BmpGate.check(bytes);
            }
            BufferedImage image = unpacked(bytes);
            return this == BMP ? ColourKey.cleared(image) : image;
        } catch (IOException | RuntimeException broken) {
            throw new BrokenIcon("unsound", name(), LONGEST_SIDE);
        }
    }

    private BufferedImage unpacked(byte[] bytes) throws IOException, BrokenIcon {
        ImageReader reader = reader();
        // in memory: the usual stream would write a file
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, false, true);
            int best = this == ICO ? largest(reader) : 0;
            if (reader.getWidth(best) > LONGEST_SIDE || reader.getHeight(best) > LONGEST_SIDE) {
                throw new BrokenIcon("large", LONGEST_SIDE);
            }
            return reader.read(best);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() throws IOException {
        if (this == ICO) {
            return new ICOImageReaderSpi().createReaderInstance();
        }
        return ImageIO.getImageReadersByFormatName(name().toLowerCase(Locale.ROOT))
                .next();
    }

    private static int largest(ImageReader reader) throws IOException {
        int best = 0;
        for (int i = 1; i < Math.min(reader.getNumImages(true), IcoGate.MOST_IMAGES); i++) {
            if (reader.getWidth(i) >= reader.getWidth(best) && reader.getWidth(i) <= LONGEST_SIDE) {
                best = i;
            }
        }
        return best;
    }
}
