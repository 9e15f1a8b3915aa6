package org.lamplight.ui.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads PNG, JPEG and GIF (of a moving one the first picture) from bytes that anybody may have sent: the size is asked
 * before pixels are unpacked, and no more of them than needed. Takes up to a second or so; never on the EDT.
 */
public final class PictureReader {
    /** Other people's pictures have no more pixels. */
    public static final long MOST_PIXELS = 4_000_000;

    /** Nor do one's own, as a camera made them. */
    public static final long MOST_OWN_PIXELS = 64_000_000;

    /** A slow machine reads as many pixels as there may be in a fifth of that. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_WITH_OWN = Duration.ofSeconds(15);

    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    private PictureReader() {}

    /** The middle square of the picture, as wide as it is or {@code side} pixels at most. */
    public static BufferedImage square(byte[] bytes, int side, long mostPixels) throws Unreadable {
        // in memory: the usual stream would write a file
        Duration patience = mostPixels > MOST_PIXELS ? PATIENCE_WITH_OWN : PATIENCE;
        try (ImageInputStream in =
                new BoundedImageInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), patience)) {
            ImageReader reader = reader(in);
            if (reader == null) {
                throw new Unreadable(false);
            }
            try {
                reader.setInput(in, false, true);
                return Square.shrunk(Orientation.of(bytes).upright(read(reader, side, mostPixels)), side);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            throw new Unreadable(false, broken);
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> all = ImageIO.getImageReaders(in); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
            reader.dispose();
        }
        return null;
    }

    private static BufferedImage read(ImageReader reader, int side, long mostPixels) throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > mostPixels) {
            throw new Unreadable(true);
        }
        int least = Math.min(width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle((width - least) / 2, (height - least) / 2, least, least));
        // twice as many as wanted, so that what is left can be made smooth
        int step = Math.max(1, least / (2 * side));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }
}
