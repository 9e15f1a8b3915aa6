package org.lamplight.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.ForeignClient;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** Files straight to and from somebody with another client (XEP-0234), who may mean ill: slixmpp. */
@Requires({Part.PROSODY, Part.SLIXMPP})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignDirectFileTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String BOB = "bob@localhost";

    private Path folder;
    private Prosody server;
    private Person ada;
    private ForeignClient bob;

    @BeforeAll
    void meet(@TempDir Path place) throws Exception {
        folder = place;
        server = new Prosody(place.resolve("server"), Prosody.Kind.withoutUpload());
        ada = Person.at(place, "ada").signIn(server);
        bob = new ForeignClient(ForeignDirectFileTest.class, "jingle.py", place, server);
        ada.client()
                .await(
                        "a request",
                        SOON,
                        () -> Answer.each(ada.ctl("people", "requests"), "address")
                                .contains(BOB));
        ada.ctl("people", "accept", BOB);
        ada.client()
                .await(
                        "bob",
                        SOON,
                        () -> Answer.each(ada.ctl("people", BOB), "status").contains("available"));
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {bob, ada, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(260).nextBytes(noise);
        return noise;
    }

    private static byte[] sha256(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }

    /** Bob offers a file, and says of it what need not be so. Returns the id of the message. */
    private String offers(String name, String kept, byte[] content, int size, byte[] hash, String way)
            throws Exception {
        JsonObject offer = new JsonObject();
        offer.addProperty("name", name);
        offer.addProperty("content", Base64.getEncoder().encodeToString(content));
        offer.addProperty("size", size);
        offer.addProperty("hash", Base64.getEncoder().encodeToString(hash));
        offer.addProperty("way", way);
        bob.say(offer.toString());
        ada.client().await(kept, SOON, () -> offered(kept).isPresent());
        JsonObject came = offered(kept).orElseThrow();
        assertThat(came.getAsJsonObject("file").get("size").getAsInt()).isEqualTo(size);
        return came.get("id").getAsString();
    }

    private Optional<JsonObject> offered(String name) throws Exception {
        return ada.ctl("chat", "history", BOB).stream()
                .filter(line -> line.get("direction").getAsString().equals("in") && line.has("file"))
                .filter(line ->
                        line.getAsJsonObject("file").get("name").getAsString().equals(name))
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ibb", "s5b"})
    void hisFileIsTaken(String way) throws Exception {
        byte[] content = noise(150_000);
        String name = "plan " + way + ".bin";
        String id = offers(name, name, content, content.length, sha256(content), way);
        Path copy = folder.resolve("copy " + way);
        ada.ctl("chat", "fetch", BOB, id, copy.toString());
        assertThat(copy).hasBinaryContent(content);
        assertThat(bob.sees("\"ended\": \"s-" + name + "\"")).contains("success");
    }

    @Test
    void hisNameLeadsNowhere() throws Exception {
        byte[] content = noise(10);
        String id = offers("../../x", "x", content, content.length, sha256(content), "ibb");
        Path here = Path.of(ada.ctl("chat", "fetch", BOB, id)
                .get(0)
                .getAsJsonObject("file")
                .get("path")
                .getAsString());
        assertThat(here).hasParent(folder.resolve("ada/downloads")).hasBinaryContent(content);
    }

    @ParameterizedTest
    @CsvSource({
        "other, ibb, is not the file that was offered, media-error",
        "other, s5b, is not the file that was offered, media-error",
        "shorter, ibb, was lost, failed-transport"
    })
    void whatIsNotAsItWasOfferedIsNotKept(String how, String way, String sentence, String reason) throws Exception {
        byte[] told = noise(20_000);
        byte[] sent = switch (how) {
            case "other" -> Arrays.copyOf(Arrays.copyOf(told, 19_000), 20_000);
            default -> Arrays.copyOf(told, 19_000);
        };
        String name = how + " " + way;
        String id = offers(name, name, sent, told.length, sha256(told), way);
        Answer answer = ada.client().ask("chat", "fetch", BOB, id);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains(sentence);
        assertThat(bob.sees("\"ended\": \"s-" + name + "\"")).contains(reason);
        ada.client().await("nothing left", SOON, () -> {
            try (Stream<Path> all = Files.list(folder.resolve("ada/downloads"))) {
                return all.map(each -> each.getFileName().toString())
                        .noneMatch(each -> each.startsWith(name) || each.endsWith(".part"));
            }
        });
    }

    /** What follows the bytes that were promised is not read. */
    @Test
    void ofWhatIsLongerNoMoreIsKeptThanWasOffered() throws Exception {
        byte[] told = noise(20_000);
        String id = offers("longer", "longer", Arrays.copyOf(told, 30_000), told.length, sha256(told), "ibb");
        Path copy = folder.resolve("copy of longer");
        ada.ctl("chat", "fetch", BOB, id, copy.toString());
        assertThat(copy).hasBinaryContent(told);
    }

    @Test
    void heTakesOurs() throws Exception {
        byte[] content = noise(100_000);
        Path file = Files.write(folder.resolve("ours \u00fc.bin"), content);
        String id = Answer.each(ada.ctl("chat", "send", BOB, "", "--file", file.toString()), "id")
                .get(0);
        assertThat(bob.sees("\"size\": 100000")).contains("urn:xmpp:jingle:transports:ibb:1");
        bob.sees(HexFormat.of().formatHex(sha256(content)));
        ada.client()
                .await(
                        "delivered",
                        SOON,
                        () -> ada.ctl("chat", "history", BOB).stream()
                                .anyMatch(line -> line.get("id").getAsString().equals(id)
                                        && line.get("state").getAsString().equals("delivered")));
    }
}
