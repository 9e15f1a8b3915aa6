package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamplight.control.ControlClient;
import org.lamplight.lab.Answer;
import org.lamplight.lab.FaultyPath;
import org.lamplight.lab.Person;
import org.lamplight.lab.XmppAt;

/** Files straight between two people (XEP-0234) where the server takes none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DirectFileContract {
    static final Duration SOON = Duration.ofSeconds(20);

    /** What goes in band is given up after a minute in which nothing moves. */
    static final Duration LATE = Duration.ofSeconds(90);

    Path folder;
    XmppAt server;
    Person ada;
    Person bob;
    FaultyPath path;

    abstract XmppAt open(Path place) throws Exception;

    /** What the accounts' files say besides. */
    abstract String options();

    /** How files go then, as the log says it. */
    abstract String way();

    @BeforeAll
    void signInAndMeet(@TempDir Path place) throws Exception {
        folder = place;
        server = open(place.resolve("server"));
        path = new FaultyPath(server.port());
        ada = signIn("ada", path.port());
        bob = signIn("bob", server.port());
        ada.befriend(bob);
    }

    private Person signIn(String user, int port) throws Exception {
        Person person = Person.at(folder, user);
        String account = Person.account(user, port, server.trust(), "starttls") + options();
        person.addAccount("work-" + user, account, XmppAt.password(user)).must("accounts add");
        return person;
    }

    @AfterAll
    void end() throws Exception {
        for (AutoCloseable one : new AutoCloseable[] {ada, bob, path, server}) {
            if (one != null) {
                one.close();
            }
        }
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(234).nextBytes(noise);
        return noise;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(Files.createDirectories(folder.resolve("given")).resolve(name), content);
    }

    /** What ada sends, and as what it comes to bob. */
    private record Sent(String id, String came) {}

    private Sent send(String name, byte[] content, String words) throws Exception {
        String text = words.isEmpty() ? name : words;
        String id = Answer.each(
                        ada.ctl(
                                "chat",
                                "send",
                                bob.address(),
                                words,
                                "--file",
                                file(name, content).toString()),
                        "id")
                .get(0);
        bob.client().await(text, SOON, () -> incoming(text).isPresent());
        return new Sent(id, incoming(text).orElseThrow().get("id").getAsString());
    }

    private Optional<JsonObject> incoming(String text) throws Exception {
        return incoming(text, new Sent("", ""));
    }

    private Optional<JsonObject> incoming(String text, Sent but) throws Exception {
        return bob.history(ada, 200).stream()
                .filter(line -> line.get("direction").getAsString().equals("in"))
                .filter(line -> line.get("text").getAsString().equals(text))
                .filter(line -> !line.get("id").getAsString().equals(but.came()))
                .findFirst();
    }

    private static JsonObject message(Person who, Person peer, String id) throws Exception {
        return who.history(peer, 200).stream()
                .filter(line -> line.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String state(Sent sent) throws Exception {
        return message(ada, bob, sent.id()).get("state").getAsString();
    }

    private String reason(Sent sent) throws Exception {
        return reason(sent, SOON);
    }

    private String reason(Sent sent, Duration most) throws Exception {
        ada.client().await("failed", most, () -> state(sent).equals("failed"));
        return message(ada, bob, sent.id()).get("reason").getAsString();
    }

    private Stream<Path> downloads() throws IOException {
        Path there = folder.resolve("bob/downloads");
        return Files.isDirectory(there) ? Files.list(there) : Stream.empty();
    }

    private boolean isUnderWay() throws IOException {
        try (Stream<Path> all = downloads()) {
            return all.anyMatch(
                    one -> one.toString().endsWith(".part") && one.toFile().length() > 0);
        }
    }

    private void nothingIsLeftOf(String name) throws Exception {
        bob.client().await("nothing left", SOON, () -> {
            try (Stream<Path> all = downloads()) {
                return all.noneMatch(one -> one.toString().endsWith(".part") || one.endsWith(name));
            }
        });
    }

    /** Bob asks for it, and does not wait. */
    private CompletableFuture<String> fetching(Sent sent) {
        return CompletableFuture.supplyAsync(() -> {
            try (ControlClient other = ControlClient.connect(
                            bob.client().profile().resolve("control"))
                    .orElseThrow()) {
                return other.run(java.util.List.of("chat", "fetch", ada.address(), sent.came()), "", 60_000, line -> {})
                        .error();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void aFileGoesOnceItIsWanted() throws Exception {
        byte[] content = noise(700_000);
        Sent sent = send("plan 25 \u00fc.bin", content, "the new plan");
        JsonObject file = message(bob, ada, sent.came()).getAsJsonObject("file");
        assertThat(file.get("name").getAsString()).isEqualTo("plan 25 \u00fc.bin");
        assertThat(file.get("size").getAsLong()).isEqualTo(content.length);
        assertThat(file.has("path")).isFalse();
        assertThat(state(sent)).isEqualTo("queued");
        assertThat(downloads()).isEmpty();
        JsonObject fetched =
                bob.ctl("chat", "fetch", ada.address(), sent.came()).get(0);
        Path here = Path.of(fetched.getAsJsonObject("file").get("path").getAsString());
        assertThat(here).hasParent(folder.resolve("bob/downloads")).hasBinaryContent(content);
        ada.client().await("delivered", SOON, () -> state(sent).equals("delivered"));
        assertThat(log("ada")).contains("goes " + way());
        nothingIsLeftOf("");
    }

    private String log(String user) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> logs = Files.walk(folder.resolve(user))) {
            for (Path log : logs.filter(one -> one.toString().endsWith(".log")).toList()) {
                all.append(Files.readString(log));
            }
        }
        return all + Files.readString(org.lamplight.lab.ClientProcess.output(folder.resolve(user)));
    }

    /** How many ada had. */
    private int sessions() throws IOException {
        return log("ada").split("online, a new session", -1).length;
    }

    @Test
    void whatIsDeclinedIsNotSent() throws Exception {
        Sent sent = send("no.bin", noise(10), "");
        bob.ctl("chat", "cancel", ada.address(), sent.came());
        assertThat(reason(sent)).contains("declined");
        Answer late = bob.client().ask("chat", "fetch", ada.address(), sent.came());
        assertThat(late.error()).contains("not there any more");
        nothingIsLeftOf("no.bin");
    }

    @Test
    void whatIsTakenBackCannotBeFetched() throws Exception {
        Sent sent = send("oops.bin", noise(10), "");
        ada.ctl("chat", "cancel", bob.address(), sent.id());
        assertThat(reason(sent)).contains("You cancelled");
        bob.client()
                .await(
                        "withdrawn",
                        SOON,
                        () -> bob.client()
                                .ask("chat", "fetch", ada.address(), sent.came())
                                .error()
                                .contains("not there any more"));
        nothingIsLeftOf("oops.bin");
    }

    /** Who ends it while bytes are moving. */
    enum Side {
        SENDER,
        RECEIVER
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    void eitherMayEndItInTheMidst(Side side) throws Exception {
        path.delay(30);
        try {
            Sent sent = send("long " + side + ".bin", noise(40_000_000), "");
            CompletableFuture<String> fetching = fetching(sent);
            bob.client().await("some of it", SOON, this::isUnderWay);
            if (side == Side.SENDER) {
                ada.ctl("chat", "cancel", bob.address(), sent.id());
                assertThat(reason(sent)).contains("You cancelled");
                assertThat(fetching.get()).contains("ada@localhost cancelled it");
            } else {
                bob.ctl("chat", "cancel", ada.address(), sent.came());
                assertThat(reason(sent)).contains("bob@localhost cancelled it");
                assertThat(fetching.get()).contains("cancelled");
            }
            nothingIsLeftOf("long " + side + ".bin");
        } finally {
            path.startOver();
        }
    }

    /** What bob's card says of a file that can't be had any more. */
    private String card(Sent sent) throws Exception {
        bob.client()
                .await("a reason", LATE, () -> message(bob, ada, sent.came()).has("reason"));
        return message(bob, ada, sent.came()).get("reason").getAsString();
    }

    /** Long enough that it can't be over before somebody is killed. */
    private Sent sendMuch(String name) throws Exception {
        try (RandomAccessFile sparse =
                new RandomAccessFile(file(name, new byte[0]).toFile(), "rw")) {
            sparse.setLength(400_000_000);
        }
        String id = Answer.each(
                        ada.ctl(
                                "chat",
                                "send",
                                bob.address(),
                                "",
                                "--file",
                                folder.resolve("given").resolve(name).toString()),
                        "id")
                .get(0);
        bob.client().await(name, SOON, () -> incoming(name).isPresent());
        Sent sent = new Sent(id, incoming(name).orElseThrow().get("id").getAsString());
        fetching(sent);
        bob.client().await("some of it", SOON, this::isUnderWay);
        return sent;
    }

    /** As by a power cut. What was not sent goes out anew at the next start, as every message does. */
    @Test
    void aSenderWhoIsKilledLeavesNothingHalf() throws Exception {
        Sent sent = sendMuch("sender killed.bin");
        ada.client().kill();
        ada.start();
        assertThat(card(sent)).contains("ada@localhost", "Ask for the file");
        nothingIsLeftOf("sender killed.bin");
        bob.client()
                .await(
                        "offered again",
                        LATE,
                        () -> incoming("sender killed.bin", sent).isPresent());
        String again =
                incoming("sender killed.bin", sent).orElseThrow().get("id").getAsString();
        bob.ctl("chat", "cancel", ada.address(), again);
        assertThat(card(new Sent(sent.id(), again))).isEqualTo("You declined it.");
        assertThat(reason(sent)).contains("declined");
    }

    @Test
    void aReceiverWhoIsKilledLeavesNothingHalf() throws Exception {
        Sent sent = sendMuch("receiver killed.bin");
        bob.client().kill();
        bob.start();
        assertThat(card(sent)).isEqualTo("Lamplight ended before the file was here. Ask for it again.");
        nothingIsLeftOf("receiver killed.bin");
        assertThat(reason(sent, LATE)).contains("bob@localhost", "Try again");
        ada.sees(bob, "available", SOON);
        bob.sees(ada, "available", SOON);
    }

    /**
     * A stream that is resumed (XEP-0198) goes on with the file, and a socket between the two knows nothing of it. Where the
     * server gives up the session instead, what went in band has ended, and both are told so.
     */
    @Test
    void aLostConnectionIsBridged() throws Exception {
        byte[] content = noise(4_000_000);
        int before = sessions();
        Sent sent = send("bridged.bin", content, "");
        path.delay(30);
        CompletableFuture<String> fetching = fetching(sent);
        try {
            bob.client().await("some of it", SOON, () -> isUnderWay() || fetching.isDone());
            path.cut();
        } finally {
            path.startOver();
        }
        if (way().equals("in band") && !fetching.get().isEmpty()) {
            ada.client().await("a new session", SOON, () -> sessions() > before);
            assertThat(reason(sent)).contains("was lost. Try again.");
            assertThat(fetching.get()).contains("Ask for the file");
            nothingIsLeftOf("bridged.bin");
            return;
        }
        assertThat(fetching.get()).isEmpty();
        JsonObject file = message(bob, ada, sent.came()).getAsJsonObject("file");
        assertThat(Path.of(file.get("path").getAsString())).hasBinaryContent(content);
        ada.client().await("delivered", SOON, () -> state(sent).equals("delivered"));
    }

    @Test
    void whoIsNotThereIsSentNothing() throws Exception {
        JsonObject sent = ada.ctl(
                        "chat",
                        "send",
                        "cleo@localhost",
                        "",
                        "--file",
                        file("x.bin", noise(10)).toString())
                .get(0);
        String id = sent.get("id").getAsString();
        ada.client()
                .await(
                        "refused",
                        SOON,
                        () -> ada.ctl("chat", "history", "cleo@localhost").stream()
                                .anyMatch(line -> line.get("id").getAsString().equals(id)
                                        && line.has("reason")
                                        && line.get("reason").getAsString().contains("takes no files")));
    }
}
