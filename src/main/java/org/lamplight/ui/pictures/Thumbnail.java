package org.lamplight.ui.pictures;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.lamplight.ui.picture.BoundedImageInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a small picture of a file. Its sizes are read before any of its content, and of a large one only every so many
 * pixels are kept, so that its memory is that of the result. Blocks; from any thread but the EDT.
 */
public final class Thumbnail {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnail.class);
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** As many take a second or two to read, and a JPEG that comes in passes 150 MB meanwhile. */
    private static final long MOST_PIXELS = 50_000_000;

    /** Others wait meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final int LONGEST_SIDE = 30_000;

    private Thumbnail() {}

    /** What is in the file, shrunk to fit; empty if it is no picture, or one that is too large to be read safely. */
    public static Optional<BufferedImage> of(Path file, Dimension box) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
                return Optional.empty();
            }
            ImageInputStream whole = ImageIO.createImageInputStream(file.toFile());
            if (whole == null) {
                return Optional.empty();
            }
            try (ImageInputStream in = new BoundedImageInput(whole, PATIENCE)) {
                return read(in, box, Orientation.of(file));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError broken) {
            LOG.info("{} can't be shown: {}", file.getFileName(), broken.toString());
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(ImageInputStream in, Dimension box, Orientation orientation)
            throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
            // Metadata may be huge, and nothing of it is wanted
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean sane = width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE;
            if (!sane || (long) width * height > MOST_PIXELS) {
                LOG.info("a picture of {} x {} is not read", width, height);
                return Optional.empty();
            }
            Dimension upright = orientation.turned(box);
            ImageReadParam every = reader.getDefaultReadParam();
            // Twice what is wanted, for the sake of smoothness
            int step = Math.max(1, (int) (0.5 / scale(width, height, upright)));
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(orientation.apply(fit(reader.read(0, every), upright)));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage fit(BufferedImage read, Dimension box) {
        double scale = scale(read.getWidth(), read.getHeight(), box);
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = fitted.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(read, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return fitted;
    }

    /** By how much it has to shrink; it never grows. */
    private static double scale(int width, int height, Dimension box) {
        return Math.min(1, Math.min(box.width / (double) width, box.height / (double) height));
    }
}
