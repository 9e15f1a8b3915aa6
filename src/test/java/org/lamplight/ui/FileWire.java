package org.lamplight.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lamplight.chat.files.Downloads;
import org.lamplight.chat.files.FileCarrier;
import org.lamplight.chat.files.FileTransfers;

/** Carries files within this JVM, and only as far as a test says. */
public final class FileWire implements FileCarrier {
    /** Whether uploads and downloads finish by themselves. */
    public volatile boolean quick = true;

    /** What lies where. */
    public final Map<String, byte[]> places = new ConcurrentHashMap<>();

    public final List<String> did = new CopyOnWriteArrayList<>();
    public volatile Progress last;

    /** Folders of their own, made when they are needed. */
    public FileTransfers.Folders folders() {
        return new FileTransfers.Folders() {
            private Path folder;

            private synchronized Path folder() {
                try {
                    folder = folder == null ? Files.createTempDirectory("lamplight-files") : folder;
                    return folder;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public Downloads incoming() {
                return new Downloads(folder().resolve("in"));
            }

            @Override
            public Downloads outgoing() {
                return new Downloads(folder().resolve("out"));
            }
        };
    }

    @Override
    public Running upload(Outgoing out, Progress progress) {
        did.add("upload " + out.name() + " " + out.size() + " " + out.type());
        last = progress;
        if (quick) {
            finishUpload(out.file(), out.name(), progress);
        }
        return () -> did.add("stop " + out.name());
    }

    private void finishUpload(Path file, String name, Progress progress) {
        try {
            String url = "https://files.example/" + name;
            places.put(url, Files.readAllBytes(file));
            progress.finished(url);
        } catch (IOException e) {
            progress.failed("It is gone.", false);
        }
    }

    @Override
    public void decline(String url) {
        did.add("decline " + url);
    }

    @Override
    public Running fetch(String url, Path partial, long most, Progress progress) {
        did.add("fetch " + url + " " + most);
        last = progress;
        if (quick) {
            try {
                Files.write(partial, places.get(url));
                progress.finished("");
            } catch (IOException e) {
                progress.failed("It can't be written.", false);
            }
        }
        return () -> did.add("stop " + url);
    }
}
