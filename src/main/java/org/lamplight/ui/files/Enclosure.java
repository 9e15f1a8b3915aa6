package org.lamplight.ui.files;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.lamplight.chat.files.FileTransfers;

/**
 * Something that goes with the next message.
 *
 * @param size in bytes
 * @param picture a small picture of it, if it is one
 * @param source where its content is
 */
public record Enclosure(String name, long size, Optional<BufferedImage> picture, Source source) {

    /** Where the content of an enclosure is. */
    public sealed interface Source {}

    /** In a file. */
    public record OnDisk(Path file) implements Source {}

    /** Nowhere else: it was pasted. Nobody changes the content. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Pasted(byte[] content) implements Source {}

    /** Sends it. On core; the future is that of {@link FileTransfers#send}. */
    public java.util.concurrent.CompletableFuture<?> send(FileTransfers transfers, String peer) {
        if (source instanceof Pasted pasted) {
            return transfers.send(peer, name, pasted.content(), "");
        }
        return transfers.send(peer, ((OnDisk) source).file(), "");
    }
}
