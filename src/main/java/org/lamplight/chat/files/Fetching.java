package org.lamplight.chat.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.lamplight.chat.Details.SharedFile;
import org.lamplight.chat.files.FileCarrier.Progress;
import org.lamplight.chat.files.FileCarrier.Running;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to fetch a file: a partial one is made on disk, filled by the carrier and then given its name. The result is where
 * it lies. Core, but for what it has done on disk.
 */
final class Fetching implements Running, Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final Texts TEXTS = Texts.of(Fetching.class);

    private final CoreThread core;
    private final Executor disk;
    private final Downloads downloads;
    private final SharedFile file;
    private final Progress progress;
    private @Nullable Running carried;
    private volatile @Nullable Path partial;
    private volatile long size = -1;
    private boolean stopped;

    Fetching(CoreThread core, Executor disk, Downloads downloads, SharedFile file, Progress progress) {
        this.core = core;
        this.disk = disk;
        this.downloads = downloads;
        this.file = file;
        this.progress = progress;
    }

    Running begin(FileCarrier carrier, String url, long most) {
        disk.execute(() -> {
            try {
                Path into = downloads.partial(url);
                partial = into;
                core.execute(() -> carry(carrier, url, into, most));
            } catch (IOException | RuntimeException e) {
                diskFailed(e);
            }
        });
        return this;
    }

    private void carry(FileCarrier carrier, String url, Path into, long most) {
        if (!stopped) {
            carried = carrier.fetch(url, into, most, this);
        }
    }

    @Override
    public void stop() {
        stopped = true;
        if (carried != null) {
            carried.stop();
        }
    }

    /** Bytes of the file, once it is finished. */
    long size() {
        return size;
    }

    /** Removes what came so far. */
    void forget() {
        disk.execute(() -> {
            Path begun = partial;
            try {
                if (begun != null) {
                    Files.deleteIfExists(begun);
                }
            } catch (IOException e) {
                LOG.info("A partial file stays: {}", e.toString());
            }
        });
    }

    @Override
    public void moved(long done, long total) {
        progress.moved(done, total);
    }

    @Override
    public void direct() {
        progress.direct();
    }

    @Override
    public void finished(@Nullable String type) {
        Path whole = partial;
        disk.execute(() -> {
            try {
                if (whole != null) {
                    size = Files.size(whole);
                    progress.finished(downloads.finish(whole, file.name()).toString());
                }
            } catch (IOException | RuntimeException e) {
                diskFailed(e);
            }
        });
    }

    @Override
    public void failed(String sentence, boolean mayPass) {
        progress.failed(sentence, mayPass);
    }

    private void diskFailed(Exception cause) {
        LOG.warn("A file could not be written", cause);
        progress.failed(TEXTS.get("disk.failed"), false);
    }
}
