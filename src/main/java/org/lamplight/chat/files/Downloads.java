package org.lamplight.chat.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The folder where files of others land. One that is on its way lies there under a name of our own and gets its own name
 * when it is whole; none is ever overwritten, opened or made executable. Blocks; from any thread.
 */
public final class Downloads {
    private static final int MOST_OF_ONE_NAME = 10_000;

    private final Path folder;

    public Downloads(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The file that gathers what comes from this place, empty at first; the same one each time until it is finished. */
    public Path partial(String place) throws IOException {
        Files.createDirectories(folder);
        Path partial = folder.resolve(partialName(place));
        if (!Files.isRegularFile(partial, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(partial);
            create(partial);
        }
        return partial;
    }

    /** Removes what came from this place so far. */
    public void forget(String place) throws IOException {
        Files.deleteIfExists(folder.resolve(partialName(place)));
    }

    /** It is whole: gives it this name, or the next free one like it. Returns where it lies now. */
    public Path finish(Path partial, String name) throws IOException {
        Path free = reserve(SafeName.of(name));
        try {
            Files.move(partial, free, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, free, StandardCopyOption.REPLACE_EXISTING);
        }
        return free;
    }

    /** A new empty file of this name, or of the next free one like it. */
    public Path reserve(String safe) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= MOST_OF_ONE_NAME; number++) {
            Path candidate = folder.resolve(number == 1 ? safe : SafeName.numbered(safe, number));
            if (!folder.equals(candidate.normalize().getParent())) {
                throw new IOException("outside of the folder: " + safe);
            }
            if (made(candidate)) {
                return candidate;
            }
        }
        throw new FileAlreadyExistsException(safe);
    }

    private boolean made(Path file) throws IOException {
        try {
            create(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /** Fails where something is there already, be it a link to nothing. */
    private void create(Path file) throws IOException {
        boolean modes = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] own = modes
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, own);
    }

    private static String partialName(String place) {
        return "." + hash(place) + ".part";
    }

    private static String hash(String place) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
