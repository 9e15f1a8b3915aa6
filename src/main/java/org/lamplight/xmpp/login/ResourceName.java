package org.lamplight.xmpp.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.lamplight.backend.Account;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name of this client at its server. Each profile has one of its own, so that two clients of one person never throw
 * each other out; it stays over runs, so that the next one replaces what a crash left there instead of standing beside a
 * ghost that still looks available.
 */
public final class ResourceName {
    private static final Logger LOG = LoggerFactory.getLogger(ResourceName.class);

    private final String wanted;
    private final Path file;

    public ResourceName(Account account, Path cache) {
        this.wanted = account.get("resource").orElse("lamplight");
        this.file = cache.resolve("resource");
    }

    String text() {
        return wanted + "-" + kept();
    }

    /** Somebody else goes by this name: the next one is new. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("the resource's name could not be forgotten", e);
        }
    }

    private String kept() {
        try {
            String before = Files.exists(file) ? Files.readString(file).strip() : "";
            return before.matches("[0-9a-f]{6}") ? before : made();
        } catch (IOException e) {
            LOG.debug("the resource's name could not be read", e);
            return made();
        }
    }

    private String made() {
        String name = UUID.randomUUID().toString().substring(0, 6);
        try {
            Files.writeString(file, name);
        } catch (IOException e) {
            LOG.debug("the resource's name could not be kept", e);
        }
        return name;
    }
}
