package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.ForeignClient;
import org.lamplight.lab.ForeignPair;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Requires;

/** Files to and from somebody with another client (XEP-0363, XEP-0066): slixmpp. */
@Requires({Part.PROSODY, Part.SLIXMPP})
class ForeignFileTest {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String BOB = "bob@localhost";

    @Test
    void filesGoBothWays(@TempDir Path folder) throws Exception {
        byte[] content = new byte[200_000];
        new Random(66).nextBytes(content);
        Path file = Files.write(folder.resolve("plan \u00fc 25.bin"), content);
        try (ForeignPair pair = ForeignPair.online(ForeignFileTest.class, "files.py", folder)) {
            Person ada = pair.ada();
            ForeignClient bob = pair.bob();
            ada.ctl("chat", "send", BOB, "", "--file", file.toString());
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(bob.sees(hash)).contains("\"alone\": true").contains("\"size\": 200000");
            ada.ctl("chat", "send", BOB, "with words", "--file", file.toString());
            assertThat(bob.sees("\"alone\": false")).contains(hash);
            bob.say(file.toString());
            ada.client().await("his file", SOON, () -> !incoming(ada).isEmpty());
            JsonObject came = incoming(ada).get(0);
            assertThat(came.getAsJsonObject("file").get("name").getAsString()).isEqualTo("plan \u00fc 25.bin");
            Path copy = folder.resolve("copy.bin");
            ada.ctl("chat", "fetch", BOB, came.get("id").getAsString(), copy.toString());
            assertThat(copy).hasBinaryContent(content);
        }
    }

    private static List<JsonObject> incoming(Person ada) throws Exception {
        return ada.ctl("chat", "history", BOB).stream()
                .filter(line -> line.get("direction").getAsString().equals("in") && line.has("file"))
                .toList();
    }
}
