package org.lamplight.sip.registration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name of this telephone, the same after every start (RFC 5626, section 4.1). Blocking. */
public final class Instance {
    private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
    private static final String FILE = "sip-instance";

    private Instance() {}

    /** As {@code <urn:uuid:…>}. */
    public static String in(Path folder) {
        return "<urn:uuid:" + kept(folder.resolve(FILE)) + '>';
    }

    private static UUID kept(Path file) {
        try {
            if (Files.exists(file)) {
                return UUID.fromString(Files.readString(file).strip());
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.debug("a new name is made", unreadable);
        }
        UUID made = UUID.randomUUID();
        try {
            Files.writeString(file, made.toString());
        } catch (IOException unwritten) {
            LOG.debug("the name is not kept", unwritten);
        }
        return made;
    }
}
