package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/** Files between two people through any server that takes them (XEP-0363). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FileContract {
    static final Duration SOON = Duration.ofSeconds(15);
    private static final byte[] PNG = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    Path folder;
    XmppAt server;
    Person ada;
    Person bob;
    private FaultyPath path;

    abstract XmppAt open(Path place) throws Exception;

    @BeforeAll
    void signInAndMeet(@TempDir Path place) throws Exception {
        folder = place;
        server = open(place.resolve("server"));
        path = new FaultyPath(server.port());
        ada = Person.at(place, "ada").signIn(server, path.port());
        bob = Person.at(place, "bob").signIn(server);
        ada.befriend(bob);
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {ada, bob, path, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    Path file(String name, byte[] content) throws Exception {
        return Files.write(Files.createDirectories(folder.resolve("given")).resolve(name), content);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(363).nextBytes(noise);
        return noise;
    }

    private String send(Path file, String words) throws Exception {
        return Answer.each(ada.ctl("chat", "send", bob.address(), words, "--file", file.toString()), "id")
                .get(0);
    }

    /** The message of this id as the person's history has it, once it is there. */
    private JsonObject message(Person who, Person peer, String id) throws Exception {
        who.client().await("message " + id, SOON, () -> find(who, peer, id).isPresent());
        return find(who, peer, id).orElseThrow();
    }

    private static java.util.Optional<JsonObject> find(Person who, Person peer, String id) throws Exception {
        return who.history(peer, 200).stream()
                .filter(line -> line.get("id").getAsString().equals(id))
                .findFirst();
    }

    private static String state(Person who, Person peer, String id) throws Exception {
        return find(who, peer, id).map(line -> line.get("state").getAsString()).orElse("");
    }

    private static String path(JsonObject message) {
        JsonObject file = message.getAsJsonObject("file");
        return file.has("path") ? file.get("path").getAsString() : "";
    }

    @Test
    void aFileGoesWithItsWordsAndIsFetchedWhole() throws Exception {
        byte[] content = noise(300_000);
        String id = send(file("plan 25 \u00fc.bin", content), "the new plan");
        JsonObject came = message(bob, ada, id);
        assertThat(came.get("text").getAsString()).isEqualTo("the new plan");
        JsonObject file = came.getAsJsonObject("file");
        assertThat(file.get("name").getAsString()).isEqualTo("plan 25 \u00fc.bin");
        assertThat(file.get("size").getAsLong()).isEqualTo(content.length);
        assertThat(file.has("path")).isFalse();
        Path copy = folder.resolve("copy.bin");
        List<JsonObject> fetched = bob.ctl("chat", "fetch", ada.address(), id, copy.toString());
        assertThat(copy).hasBinaryContent(content);
        Path here = Path.of(path(fetched.get(0)));
        assertThat(here).hasParent(folder.resolve("bob/downloads")).hasBinaryContent(content);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(here)))
                .isEqualTo("rw-------");
        assertThat(path(message(bob, ada, id))).isEqualTo(here.toString());
        assertThat(bob.client()
                        .ask("chat", "fetch", ada.address(), id, copy.toString())
                        .error())
                .contains("exists already");
        ada.client().await("delivered", SOON, () -> state(ada, bob, id).matches("delivered|read"));
        assertThat(path(message(ada, bob, id))).endsWith("plan 25 \u00fc.bin");
        try (Stream<Path> left = Files.list(folder.resolve("bob/downloads"))) {
            assertThat(left).noneMatch(one -> one.toString().endsWith(".part"));
        }
    }

    @Test
    void twoOfOneNameLieBesideEachOther() throws Exception {
        String first = send(file("same.txt", noise(10)), "");
        Path other = Files.createDirectories(folder.resolve("given too")).resolve("same.txt");
        String second = send(Files.write(other, noise(20)), "");
        message(bob, ada, first);
        message(bob, ada, second);
        bob.ctl("chat", "fetch", ada.address(), first);
        bob.ctl("chat", "fetch", ada.address(), second);
        assertThat(path(message(bob, ada, first))).endsWith("same.txt");
        assertThat(path(message(bob, ada, second))).endsWith("same (2).txt");
        assertThat(message(bob, ada, first).get("text").getAsString()).isEqualTo("same.txt");
    }

    @Test
    void aPictureOfAContactComesByItself() throws Exception {
        String id = send(file("dot.png", PNG), "");
        bob.client()
                .await(
                        "the picture",
                        SOON,
                        () -> find(bob, ada, id)
                                .filter(line -> !path(line).isEmpty())
                                .isPresent());
        assertThat(Path.of(path(message(bob, ada, id)))).hasBinaryContent(PNG);
        bob.ctl("settings", "chat.pictures-up-to", "0");
        String other = send(file("dot2.png", PNG), "");
        JsonObject came = message(bob, ada, other);
        assertThat(path(came)).isEmpty();
        bob.ctl("chat", "fetch", ada.address(), other);
        bob.ctl("settings", "chat.pictures-up-to", "5");
    }

    /** Dan is not there, who could take it without the server. */
    @Test
    void aFileThatIsTooLargeFailsWithASentence() throws Exception {
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(100L * 1024 * 1024);
        }
        ada.ctl("chat", "send", "dan@localhost", "", "--file", large.toString());
        ada.client()
                .await(
                        "refused",
                        SOON,
                        () -> ada.ctl("chat", "history", "dan@localhost").stream()
                                .anyMatch(line -> line.get("state")
                                                .getAsString()
                                                .equals("failed")
                                        && line.get("reason").getAsString().contains("too large")));
    }

    @Test
    void whatCannotBeSentIsRefusedAtOnce() throws Exception {
        assertThat(refusal(folder.resolve("absent"))).contains("can't be read");
        assertThat(refusal(folder)).contains("can't be read");
        assertThat(refusal(file("empty", new byte[0]))).contains("is empty");
    }

    private String refusal(Path file) throws Exception {
        Answer answer = ada.client().ask("chat", "send", bob.address(), "x", "--file", file.toString());
        assertThat(answer.exit()).isEqualTo(1);
        return answer.error();
    }

    @Test
    void aFileThatWaitsSurvivesACrashAndGoesOnce() throws Exception {
        path.stopAccepting();
        path.cut();
        ada.client().await("ada is off", SOON, () -> ada.state().equals("connecting"));
        byte[] content = noise(50_000);
        String id = send(file("queued.bin", content), "written offline");
        assertThat(state(ada, bob, id)).isEqualTo("queued");
        ada.client().kill();
        ada.start();
        assertThat(state(ada, bob, id)).isEqualTo("queued");
        path.startAccepting();
        message(bob, ada, id);
        ada.client().await("delivered", SOON, () -> state(ada, bob, id).matches("delivered|read"));
        bob.ctl("chat", "fetch", ada.address(), id);
        assertThat(Path.of(path(message(bob, ada, id)))).hasBinaryContent(content);
        assertThat(bob.history(ada, 200).stream()
                        .filter(line -> line.get("text").getAsString().equals("written offline")))
                .hasSize(1);
    }
}
