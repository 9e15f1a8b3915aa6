package org.lamplight.skin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A skin as one file to give away: a zip with its folder. All methods block. */
public final class SkinArchive {
    private SkinArchive() {}

    /** Whether this file or folder holds a skin of Lamplight's, not the icons of another program. */
    public static boolean holds(Path archive) throws BrokenSkin {
        return PackedFiles.of(archive, file -> true).keySet().stream()
                .anyMatch(file -> file.equals(SkinFolder.FILE) || file.endsWith("/" + SkinFolder.FILE));
    }

    /** Packs the folder of this skin. The file is written whole or not at all; throws with a sentence if it cannot be. */
    public static void write(Skins skins, String name, Path zip) throws BrokenSkin {
        Path folder = skins.folder(name);
        if (folder == null) {
            throw new BrokenSkin("archive.builtin", name);
        }
        Map<String, byte[]> files = new TreeMap<>(PackedFiles.of(folder, file -> !hidden(file)));
        try {
            Path beside = zip.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(beside, ".skin", ".tmp");
            try {
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    pack(files, name, out);
                }
                Files.move(fresh, zip, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new BrokenSkin("archive.unwritten", zip).because(failed);
        }
    }

    private static void pack(Map<String, byte[]> files, String name, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(name + "/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    /**
     * Unpacks a skin into the profile and returns its name: that of its folder, or another if there is such a skin
     * already, for nothing is overwritten..
     */
    public static String read(Skins skins, Path zip) throws BrokenSkin {
        Map<String, byte[]> files = PackedFiles.of(zip, file -> !hidden(file));
        String root = root(files, zip);
        Path place = skins.places().own();
        if (place == null) {
            throw new BrokenSkin("profile.none");
        }
        String name = SkinNames.free(skins, root.isEmpty() ? withoutEnding(zip) : folderName(root));
        try {
            unpack(files, root, place, name);
        } catch (IOException failed) {
            throw new BrokenSkin("save.failed", place).because(failed);
        }
        return name;
    }

    /** Beside its place first and then moved there, so that it is there whole or not at all. */
    private static void unpack(Map<String, byte[]> files, String root, Path place, String name) throws IOException {
        Files.createDirectories(place);
        Path fresh = Files.createTempDirectory(place, ".new");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().startsWith(root)) {
                    Path target = fresh.resolve(file.getKey().substring(root.length()));
                    Files.createDirectories(target.getParent());
                    Files.write(target, file.getValue());
                }
            }
            Files.move(fresh, place.resolve(name));
        } finally {
            delete(fresh);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The folder of the skin inside the archive, with a slash at its end unless empty. */
    private static String root(Map<String, byte[]> files, Path zip) throws BrokenSkin {
        return files.keySet().stream()
                .map(SkinArchive::rootOf)
                .flatMap(java.util.Optional::stream)
                .min(Comparator.comparing(String::length))
                .orElseThrow(() -> new BrokenSkin("archive.none", zip.getFileName()));
    }

    private static java.util.Optional<String> rootOf(String file) {
        int text = file.lastIndexOf(SkinFolder.FILE);
        if (text >= 0 && text + SkinFolder.FILE.length() == file.length() && isStart(file, text)) {
            return java.util.Optional.of(file.substring(0, text));
        }
        int pictures = file.indexOf(SkinFolder.PICTURES + "/");
        return pictures >= 0 && isStart(file, pictures)
                ? java.util.Optional.of(file.substring(0, pictures))
                : java.util.Optional.empty();
    }

    private static boolean isStart(String file, int at) {
        return at == 0 || file.charAt(at - 1) == '/';
    }

    private static String folderName(String root) {
        String[] parts = root.split("/");
        return parts[parts.length - 1];
    }

    static String withoutEnding(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("(?i)(?:\\.tar)?\\.[a-z0-9]{1,5}$", "");
    }

    private static boolean hidden(String file) {
        return file.startsWith(".") || file.contains("/.") || file.startsWith("__MACOSX/");
    }
}
