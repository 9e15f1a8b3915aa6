package org.lamplight.xmpp.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lamplight.people.PictureId;
import org.lamplight.profile.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hash of the picture on our own card, as it last was, so that the first presence tells it and none has to be sent
 * after it (XEP-0153). On the session's thread.
 */
final class PhotoMark {
    private static final Logger LOG = LoggerFactory.getLogger(PhotoMark.class);
    private static final int LONGEST = 100;

    private final Path file;

    PhotoMark(Path folder) {
        this.file = folder.resolve("photo");
    }

    /** Empty: there is no picture; null: nothing is known. */
    @Nullable
    String read() {
        try {
            if (!Files.exists(file) || Files.size(file) > LONGEST) {
                return null;
            }
            return PictureId.of(Files.readString(file)).map(PictureId::hex).orElse("");
        } catch (IOException e) {
            LOG.info("What is on our own card is learnt anew", e);
            return null;
        }
    }

    void keep(@Nullable String hash) {
        try {
            if (hash == null) {
                Files.deleteIfExists(file);
            } else if (!hash.equals(read())) {
                WholeFile.write(file, hash);
            }
        } catch (IOException e) {
            LOG.info("What is on our own card can't be kept", e);
        }
    }
}
