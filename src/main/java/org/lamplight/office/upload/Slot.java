package org.lamplight.office.upload;

import java.nio.file.Path;
import java.time.Instant;

/** A place for one announced file. Guarded by its {@link Shelf}. */
final class Slot {
    /** How far it is. */
    enum Stage {
        AWAITED,
        ARRIVING,
        THERE
    }

    final String path;
    final long size;
    final String type;
    final Instant until;
    final Path file;
    Stage stage = Stage.AWAITED;

    Slot(String path, long size, String type, Instant until, Path file) {
        this.path = path;
        this.size = size;
        this.type = type;
        this.until = until;
        this.file = file;
    }
}
