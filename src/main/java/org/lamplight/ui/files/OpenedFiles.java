package org.lamplight.ui.files;

import java.awt.Desktop;
import java.awt.Dimension;
import java.awt.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Message;
import org.lamplight.chat.files.MediaType;
import org.lamplight.ui.kit.Domain;
import org.lamplight.ui.kit.SharedFiles;
import org.lamplight.ui.pictures.Thumbnails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of talks for who reads them: small pictures, and what a click does. The first one fetches; a later one opens what
 * is only ever looked at or heard, and of all else shows the folder, for it might be a program. EDT.
 */
public final class OpenedFiles implements SharedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);

    private final Domain domain;
    private final Executor worker;
    private final Thumbnails thumbnails;

    /** {@code worker}: one thread that may block. */
    public OpenedFiles(Domain domain, Executor worker) {
        this.domain = domain;
        this.worker = worker;
        this.thumbnails = new Thumbnails(worker);
    }

    @Override
    public @Nullable Image picture(String path, int width, int height, Runnable ready) {
        Path file = Path.of(path);
        return isPicture(file)
                ? thumbnails.get(file, new Dimension(width, height), ready).orElse(null)
                : null;
    }

    /** By its name alone: what its sender calls it does not count where it is to be opened. */
    private static String type(Path file) {
        return MediaType.ofName(String.valueOf(file.getFileName()));
    }

    private static boolean isPicture(Path file) {
        return MediaType.isPicture(type(file));
    }

    static boolean isHarmless(Path file) {
        String type = type(file);
        return isPicture(file)
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("application/pdf")
                || type.equals("text/plain");
    }

    @Override
    public void open(Message message) {
        var file = message.details().file();
        String path = file == null ? null : file.path();
        worker.execute(() -> {
            if (path != null && Files.isRegularFile(Path.of(path), LinkOption.NOFOLLOW_LINKS)) {
                show(Path.of(path));
            } else {
                // How it gets on, or why it does not, is said above where one writes
                domain.core().execute(() -> domain.files().fetch(message));
            }
        });
    }

    private static void show(Path file) {
        Path shown = isHarmless(file) ? file : file.getParent();
        try {
            if (shown != null
                    && Desktop.isDesktopSupported()
                    && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(shown.toFile());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("{} can't be shown: {}", file.getFileName(), e.toString());
        }
    }
}
