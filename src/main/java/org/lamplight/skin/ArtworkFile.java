package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a picture of a skin: bounded in size, SVG or PNG by its name. */
final class ArtworkFile {
    private static final int MOST_BYTES = 256 * 1024;

    private ArtworkFile() {}

    static Artwork read(Path file) throws BrokenIcon {
        if (!Files.isRegularFile(file)) {
            throw new BrokenIcon("there is no such file", "Put the picture there, or correct the line that names it");
        }
        return decode(file.toString(), bytes(file));
    }

    static Artwork decode(String name, byte[] bytes) throws BrokenIcon {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".svg")) {
            return SvgArtwork.of(bytes);
        }
        if (lower.endsWith(".png")) {
            return PngArtwork.of(bytes);
        }
        throw new BrokenIcon("is neither SVG nor PNG", "Save it as one of these");
    }

    private static byte[] bytes(Path file) throws BrokenIcon {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new BrokenIcon("has more than 256 KB", "Draw it simpler or save it smaller");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new BrokenIcon("cannot be read (" + unreadable.getMessage() + ")", "Check its access rights");
        }
    }
}
