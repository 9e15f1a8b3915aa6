package org.lamplight.xmpp.presence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether an activity of ours (XEP-0108) may still stand at the server: it outlives a crash, and the next start takes it
 * back. One that another device of the same person published is left alone. On the session's thread.
 */
public final class ActivityMark {
    private static final Logger LOG = LoggerFactory.getLogger(ActivityMark.class);

    private final Path file;

    public ActivityMark(Path folder) {
        this.file = folder.resolve("activity");
    }

    boolean stands() {
        return Files.exists(file);
    }

    void set(boolean stands) {
        try {
            if (!stands) {
                Files.deleteIfExists(file);
            } else if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            LOG.info("After a crash, others may see what we do now for too long", e);
        }
    }
}
