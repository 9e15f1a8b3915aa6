package org.lamplight.skin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a picture of a skin: bounded in size, SVG or PNG by its name. */
final class ArtworkFile {
    static final int MOST_BYTES = 256 * 1024;

    private ArtworkFile() {}

    /** Reads a file that lies in this folder, whatever links may say. */
    static Artwork read(Path file, Path folder) throws BrokenIcon {
        if (!Files.isRegularFile(file)) {
            throw new BrokenIcon("absent");
        }
        if (!inside(file, folder)) {
            throw new BrokenIcon("outside");
        }
        return decode(file.toString(), bytes(file, MOST_BYTES));
    }

    private static Artwork decode(String name, byte[] bytes) throws BrokenIcon {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".svg")) {
            return SvgArtwork.of(bytes);
        }
        if (lower.endsWith(".png")) {
            return PngArtwork.of(bytes);
        }
        throw new BrokenIcon("kind");
    }

    /** Whether the file itself, links followed, lies in this folder. */
    static boolean inside(Path file, Path folder) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }

    /** All of a file that has at most so many bytes, however it grows meanwhile. */
    static byte[] bytes(Path file, int most) throws BrokenIcon {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BrokenIcon("heavy", most / 1024);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new BrokenIcon("unread");
        }
    }
}
