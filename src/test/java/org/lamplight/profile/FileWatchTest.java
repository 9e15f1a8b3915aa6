package org.lamplight.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWatchTest {
    @TempDir
    private Path folder;

    /** The history of chats lies in the same folder, and is written to all the time. */
    @Test
    void aFolderThatIsNeverQuietHidesNothing() throws Exception {
        Path file = folder.resolve("presence.rules");
        CountDownLatch noticed = new CountDownLatch(1);
        AtomicBoolean stop = new AtomicBoolean();
        Thread noise = new Thread(() -> {
            try {
                for (int i = 0; !stop.get(); i++) {
                    Files.writeString(folder.resolve("history"), "line " + i);
                }
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        try (FileWatch watch = FileWatch.of(file, noticed::countDown)) {
            noise.start();
            Files.writeString(file, "use teams\n");
            assertThat(noticed.await(5, TimeUnit.SECONDS)).isTrue();
        } finally {
            stop.set(true);
            noise.join();
        }
    }
}
