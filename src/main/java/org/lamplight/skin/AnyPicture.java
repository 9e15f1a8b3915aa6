package org.lamplight.skin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads a picture of any format that can become one of a skin, by what it holds and not by its name. */
final class AnyPicture {
    static final int MOST_BYTES = 1024 * 1024;
    private static final List<String> ENDINGS = List.of(".svg", ".png", ".gif", ".bmp", ".ico");

    private AnyPicture() {}

    /** Whether a file with this name may be such a picture. */
    static boolean isNamedLikeOne(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Reads it whole. Blocking. */
    static Artwork read(Path file) throws BrokenIcon {
        if (!Files.isRegularFile(file)) {
            throw new BrokenIcon("absent");
        }
        return decode(ArtworkFile.bytes(file, MOST_BYTES));
    }

    static Artwork decode(byte[] bytes) throws BrokenIcon {
        if (Raster.PNG.begins(bytes)) {
            return PngArtwork.of(light(bytes));
        }
        for (Raster format : Raster.values()) {
            if (format.begins(bytes)) {
                return PngArtwork.of(format.read(bytes));
            }
        }
        if (new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1).contains("<")) {
            return SvgArtwork.of(light(bytes));
        }
        throw new BrokenIcon("kinds");
    }

    /** What goes into a skin as it is must be as light as a skin's pictures are. */
    private static byte[] light(byte[] bytes) throws BrokenIcon {
        if (bytes.length > ArtworkFile.MOST_BYTES) {
            throw new BrokenIcon("heavy", ArtworkFile.MOST_BYTES / 1024);
        }
        return bytes;
    }

    /** Whether the file begins with these bytes, each a character up to 255. */
    static boolean begins(byte[] bytes, String magic) {
        return bytes.length >= magic.length()
                && new String(bytes, 0, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
    }
}
