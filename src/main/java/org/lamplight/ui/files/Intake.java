package org.lamplight.ui.files;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.swing.TransferHandler;
import org.lamplight.core.Texts;
import org.lamplight.ui.kit.Edt;
import org.lamplight.ui.kit.Look;
import org.lamplight.ui.pictures.Thumbnail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes files and pictures that are chosen, dropped or pasted; reads them where nobody waits. EDT. */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm-ss", Locale.ROOT);
    private static final long MOST_PIXELS = 50_000_000;
    private static final int MOST_FILES = 50;

    private final Executor reader;
    private final Clock clock;
    private final Texts texts;
    private final Consumer<Enclosure> taken;
    private final Consumer<String> refused;

    /** {@code reader}: one thread that may block; the others hear on the EDT. */
    Intake(Executor reader, Clock clock, Texts texts, Consumer<Enclosure> taken, Consumer<String> refused) {
        this.reader = reader;
        this.clock = clock;
        this.texts = texts;
        this.taken = taken;
        this.refused = refused;
    }

    static boolean takes(TransferHandler.TransferSupport support) {
        return takes(support.getDataFlavors());
    }

    /** Words that office programs copy come with a picture of them: there the words are meant. */
    private static boolean takes(DataFlavor[] flavors) {
        List<DataFlavor> all = List.of(flavors);
        return all.contains(DataFlavor.javaFileListFlavor)
                || (all.contains(DataFlavor.imageFlavor) && !all.contains(DataFlavor.stringFlavor));
    }

    /** Takes what is there, files before a picture of them. Whether anything was. */
    boolean take(Transferable things, boolean dropped) {
        try {
            if (things.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
                Object list = things.getTransferData(DataFlavor.javaFileListFlavor);
                files(((List<?>) list)
                        .stream().map(file -> ((File) file).toPath()).toList());
                return true;
            }
            if (!takes(things.getTransferDataFlavors())) {
                return false;
            }
            if (dropped) {
                // What is dropped is gone when this returns; what is pasted stays, and may take its time
                Object image = things.getTransferData(DataFlavor.imageFlavor);
                reader.execute(() -> picture(image));
            } else {
                reader.execute(() -> pasted(things));
            }
            return true;
        } catch (UnsupportedFlavorException | IOException | ClassCastException withdrawn) {
            LOG.info("What was given could not be taken", withdrawn);
            return false;
        }
    }

    void files(List<Path> files) {
        if (files.size() > MOST_FILES) {
            refused.accept(texts.get("files.many", String.valueOf(MOST_FILES)));
            return;
        }
        files.forEach(file -> reader.execute(() -> read(file)));
    }

    private void read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.isDirectory(file)) {
                refuse(texts.get("file.folder", name));
            } else if (Files.size(file) == 0) {
                refuse(texts.get("file.empty", name));
            } else {
                give(name, Files.size(file), Thumbnail.of(file, box()), new Enclosure.OnDisk(file));
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.info("A file can't be read: {}", unreadable.toString());
            refuse(texts.get("file.unreadable", name));
        }
    }

    private void pasted(Transferable things) {
        try {
            picture(things.getTransferData(DataFlavor.imageFlavor));
        } catch (UnsupportedFlavorException | IOException | RuntimeException withdrawn) {
            LOG.info("What was pasted could not be taken", withdrawn);
            refuse(texts.get("picture.unreadable"));
        }
    }

    private void picture(Object given) {
        try {
            RenderedImage image = rendered(given);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            if (!ImageIO.write(image, "png", content)) {
                throw new IOException("no writer");
            }
            String stamp = STAMP.format(LocalDateTime.now(clock));
            give(
                    texts.get("picture.name", stamp),
                    content.size(),
                    Optional.of(shrunk(image)),
                    new Enclosure.Pasted(content.toByteArray()));
        } catch (IOException | RuntimeException unreadable) {
            LOG.info("A picture can't be read: {}", unreadable.toString());
            refuse(texts.get("picture.unreadable"));
        }
    }

    private static RenderedImage rendered(Object given) throws IOException {
        if (!(given instanceof Image image)) {
            throw new IOException("no picture");
        }
        int width = image.getWidth(null);
        int height = image.getHeight(null);
        if (width <= 0 || height <= 0 || (long) width * height > MOST_PIXELS) {
            throw new IOException(width + " x " + height);
        }
        if (image instanceof RenderedImage rendered) {
            return rendered;
        }
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static BufferedImage shrunk(RenderedImage image) {
        Dimension box = box();
        double scale =
                Math.min(1, Math.min(box.width / (double) image.getWidth(), box.height / (double) image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = small.createGraphics();
        graphics.scale(scale, scale);
        graphics.drawRenderedImage(image, null);
        graphics.dispose();
        return small;
    }

    /** Twice the size of the design, so that it is sharp on fine screens. */
    private static Dimension box() {
        return new Dimension(2 * Look.px(EnclosureTray.PICTURE), 2 * Look.px(EnclosureTray.PICTURE));
    }

    private void give(String name, long size, Optional<BufferedImage> picture, Enclosure.Source source) {
        Edt.later(() -> taken.accept(new Enclosure(name, size, picture, source)));
    }

    private void refuse(String sentence) {
        Edt.later(() -> refused.accept(sentence));
    }
}
