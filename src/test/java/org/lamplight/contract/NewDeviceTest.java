package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.chat.Message.State;
import org.lamplight.lab.LightClient;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.XmppAt;

/** A device that was not there reads back what was said. */
class NewDeviceTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String BOB = "bob@" + XmppAt.DOMAIN;
    private static final List<String> SAID =
            IntStream.range(0, 130).mapToObj(number -> "message " + number).toList();

    @TempDir
    private Path folder;

    /** Somebody who comes back late acknowledges all at once: more than a page of receipts, and nothing to be shown. */
    @Test
    void goesBackPastReceipts() throws Exception {
        try (OfficeServer server = new OfficeServer(folder.resolve("server"))) {
            talk(server);
            Path own = Files.createDirectories(folder.resolve("later/ada"));
            Files.writeString(own.resolve("archive"), "\n" + Instant.now() + "\n");
            assertThat(readOn(server)).containsExactlyElementsOf(SAID);
        }
    }

    /** What the session reads by itself, and what is asked for meanwhile. */
    @Test
    void readsBothWaysAtOnce() throws Exception {
        try (OfficeServer server = new OfficeServer(folder.resolve("server"))) {
            talk(server);
            assertThat(readOn(server)).containsExactlyElementsOf(SAID);
        }
    }

    private void talk(XmppAt server) throws Exception {
        try (LightClient ada = LightClient.signIn(folder, "ada", server, server.port())) {
            for (String text : SAID) {
                ada.say(BOB, text);
            }
            ada.awaitAll(BOB, State.SENT, SOON);
            try (LightClient bob = LightClient.signIn(folder, "bob", server, server.port())) {
                ada.awaitAll(BOB, State.DELIVERED, SOON);
            }
        }
    }

    private List<String> readOn(XmppAt server) throws Exception {
        try (LightClient device = LightClient.signIn(folder.resolve("later"), "ada", server, server.port())) {
            device.readArchive(BOB);
            return device.texts(BOB, Integer.MAX_VALUE);
        }
    }
}
