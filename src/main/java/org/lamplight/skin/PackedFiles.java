package org.lamplight.skin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files of a zip, a tar.gz or a folder, in memory. Others made them: names that lead outside, links, doubles and
 * whatever is too much are refused with a sentence before they cost anything.
 */
final class PackedFiles {
    private static final int MOST_FILES = 1000;
    private static final int MOST_PACKED_BYTES = 16 * 1024 * 1024;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int DEEPEST = 6;

    private final String archive;
    private final Predicate<String> wanted;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private long bytes;

    private PackedFiles(Path archive, Predicate<String> wanted) {
        this.archive = String.valueOf(archive.getFileName());
        this.wanted = wanted;
    }

    /**
     * The wanted files by their paths, parted by slashes. Blocking.
     *
     * @param wanted says by its path whether a file is to be read at all
     */
    static Map<String, byte[]> of(Path archiveOrFolder, Predicate<String> wanted) throws BrokenSkin {
        PackedFiles packed = new PackedFiles(archiveOrFolder, wanted);
        try {
            if (Files.isDirectory(archiveOrFolder)) {
                packed.folder(archiveOrFolder);
            } else if (Files.isRegularFile(archiveOrFolder)) {
                packed.archive(bytes(archiveOrFolder, packed.archive));
            } else {
                throw new BrokenSkin("archive.absent", archiveOrFolder);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new BrokenSkin("archive.broken", packed.archive).because(broken);
        }
        return packed.files;
    }

    private static byte[] bytes(Path file, String name) throws BrokenSkin {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_PACKED_BYTES + 1);
            if (bytes.length > MOST_PACKED_BYTES) {
                throw new BrokenSkin("archive.heavy", name, MOST_PACKED_BYTES / 1024 / 1024);
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new BrokenSkin("archive.unread", name).because(unreadable);
        }
    }

    private void archive(byte[] packed) throws IOException, BrokenSkin {
        if (AnyPicture.begins(packed, "PK")) {
            zip(packed);
        } else if (AnyPicture.begins(packed, "\u001F\u008B")) {
            new Tar(this).read(new GZIPInputStream(new ByteArrayInputStream(packed)));
        } else {
            throw new BrokenSkin("archive.kind", archive);
        }
    }

    private void zip(byte[] packed) throws IOException, BrokenSkin {
        List<String> links = ZipLinks.in(packed);
        if (!links.isEmpty()) {
            throw link(links.get(0));
        }
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed))) {
            ZipEntry entry = in.getNextEntry();
            while (entry != null) {
                add(entry.getName(), entry.isDirectory(), in);
                entry = in.getNextEntry();
            }
        }
    }

    private void folder(Path given) throws IOException, BrokenSkin {
        // A link that somebody named is meant; those within are looked at one by one
        Path folder = given.toRealPath();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                boolean kept = !Files.isSymbolicLink(file) || ArtworkFile.inside(file, folder);
                if (kept && Files.isRegularFile(file)) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    try (InputStream in = Files.newInputStream(file)) {
                        add(name, false, in);
                    }
                }
            }
        } catch (java.io.UncheckedIOException unreadable) {
            throw new IOException(unreadable);
        }
    }

    /** Takes the next file of an archive, as many bytes as the stream gives. */
    void add(String name, boolean directory, InputStream in) throws IOException, BrokenSkin {
        plain(name);
        if (names.size() >= MOST_FILES) {
            throw new BrokenSkin("archive.files", archive, MOST_FILES);
        }
        String same = name.replaceAll("/+$", "").toLowerCase(Locale.ROOT);
        if (!names.add(same)) {
            throw new BrokenSkin("archive.twice", archive, name);
        }
        if (directory || !wanted.test(name)) {
            skip(in);
            return;
        }
        byte[] content = in.readNBytes(AnyPicture.MOST_BYTES + 1);
        if (content.length > AnyPicture.MOST_BYTES) {
            throw new BrokenSkin("archive.file.heavy", archive, name, AnyPicture.MOST_BYTES / 1024);
        }
        count(content.length);
        files.put(name, content);
    }

    BrokenSkin link(String name) {
        return new BrokenSkin("archive.link", archive, name);
    }

    private void skip(InputStream in) throws IOException, BrokenSkin {
        byte[] buffer = new byte[8192];
        int read = in.read(buffer);
        while (read > 0) {
            count(read);
            read = in.read(buffer);
        }
    }

    private void count(long more) throws BrokenSkin {
        bytes += more;
        if (bytes > MOST_BYTES) {
            throw new BrokenSkin("archive.heavy", archive, MOST_BYTES / 1024 / 1024);
        }
    }

    private void plain(String name) throws BrokenSkin {
        boolean senseless = name.isEmpty()
                || name.length() > 500
                || name.startsWith("/")
                || name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ')
                || Stream.of(name.split("/")).anyMatch(part -> part.equals(".."));
        if (senseless) {
            throw new BrokenSkin("archive.name", archive, name);
        }
    }
}
