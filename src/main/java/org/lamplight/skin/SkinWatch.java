package org.lamplight.skin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamplight.profile.FileWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the skin in use anew when one of its files is saved. Works on a thread of its own until closed. */
public final class SkinWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SkinWatch.class);
    private static final int DEPTH = 3;

    private final Skins skins;
    private final FileWatch watch;

    /** Watches from now on; makes the profile's folder of skins, to see what comes into it. Throws if it can't watch. */
    public SkinWatch(Skins skins) throws IOException {
        this.skins = skins;
        Path own = skins.places().own();
        if (own != null) {
            Files.createDirectories(own);
        }
        this.watch = FileWatch.of("skins", skins.places().all(), DEPTH, this::readAnew);
    }

    private void readAnew() {
        try {
            skins.readAnew();
        } catch (IllegalArgumentException gone) {
            // its folder is gone: what was read of it stays until another is chosen
            LOG.info("{}", gone.getMessage());
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
