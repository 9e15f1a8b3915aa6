package org.lamplight.chat.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Chats;
import org.lamplight.chat.Message;
import org.lamplight.chat.TalkPage;
import org.lamplight.chat.TalkPlace;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes whole talks to files, page by page, so that a long one takes no more memory than a short one. The file is for its
 * owner's eyes only, and is whole or not there.
 */
public final class TalkExport {
    private static final Logger LOG = LoggerFactory.getLogger(TalkExport.class);
    private static final Texts TEXTS = Texts.of(TalkExport.class);
    private static final int PAGE = 500;

    private final Executor core;
    private final Executor disk;
    private final Chats chats;

    /** The file could not be written, or was not to be in the end; the text is a sentence for the user. */
    public static final class Unwritable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unwritable(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
        }
    }

    /** @param disk where files are written */
    public TalkExport(Executor core, Executor disk, Chats chats) {
        this.core = core;
        this.disk = disk;
        this.chats = chats;
    }

    /**
     * Writes the talk, in place of the file if that is there. From any thread.
     *
     * @param stopped asked between pages: the export is given up once this is true, and leaves nothing behind
     * @return how many messages were written; fails with {@link Unwritable}
     */
    public CompletableFuture<Long> write(Heading heading, ExportFormat format, Path file, BooleanSupplier stopped) {
        Job job = new Job(heading, format, file.toAbsolutePath(), stopped);
        return CompletableFuture.runAsync(job::begin, disk)
                .thenCompose(begun -> job.goOn(new TalkPlace.From(Instant.EPOCH)))
                .whenCompleteAsync((written, failure) -> job.tidy(), disk);
    }

    /** One export under way; all but the asking happens on the disk's thread. */
    private final class Job {
        private final Heading heading;
        private final ExportFormat format;
        private final Path file;
        private final BooleanSupplier stopped;
        private @Nullable Open open;
        private long written;

        private record Open(Path fresh, BufferedWriter out, TalkFormat format) {}

        Job(Heading heading, ExportFormat format, Path file, BooleanSupplier stopped) {
            this.heading = heading;
            this.format = format;
            this.file = file;
            this.stopped = stopped;
        }

        private void begin() {
            carefully(() -> {
                // Made with mode 600 where modes exist
                Path fresh = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(fresh), StandardCharsets.UTF_8));
                open = new Open(fresh, out, TalkFormat.of(format, out, heading));
                open.format().begin();
            });
        }

        private CompletableFuture<Long> goOn(TalkPlace from) {
            return CompletableFuture.supplyAsync(() -> chats.page(heading.peer(), from, PAGE), core)
                    .thenCompose(page -> page)
                    .thenApplyAsync(this::write, disk)
                    .thenCompose(page -> page.atEnd() || page.messages().isEmpty()
                            ? CompletableFuture.completedFuture(written)
                            : goOn(new TalkPlace.After(last(page))));
        }

        private static Message last(TalkPage page) {
            return page.messages().get(page.messages().size() - 1);
        }

        private TalkPage write(TalkPage page) {
            if (stopped.getAsBoolean()) {
                throw new CompletionException(new Unwritable(TEXTS.get("stopped"), null));
            }
            carefully(() -> {
                for (Message message : page.messages()) {
                    opened().format().message(message);
                    written++;
                }
                if (page.atEnd() || page.messages().isEmpty()) {
                    opened().format().end();
                    opened().out().close();
                    move(opened().fresh());
                }
            });
            return page;
        }

        private Open opened() throws IOException {
            Open there = open;
            if (there == null) {
                throw new IOException("closed");
            }
            return there;
        }

        private void move(Path fresh) throws IOException {
            try {
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        private void tidy() {
            try {
                if (open != null) {
                    open.out().close();
                    Files.deleteIfExists(open.fresh());
                }
            } catch (IOException e) {
                LOG.debug("the unfinished file stays", e);
            }
        }

        private void carefully(Writing writing) {
            try {
                writing.run();
            } catch (IOException e) {
                LOG.warn("A talk could not be exported", e);
                throw new CompletionException(new Unwritable(TEXTS.get("unwritten", file), e));
            }
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
