package org.lamplight.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.Part;
import org.lamplight.lab.Person;
import org.lamplight.lab.Prosody;
import org.lamplight.lab.Requires;

/** Servers that know less: chat goes on, and what can't be done is said in a sentence. */
@Requires(Part.PROSODY)
class LackingServerTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String ROOM = "team@rooms.localhost";

    private static final String SENTENCE = "[A-Z][^\\n]{15,160}\\.";

    private Person ada;
    private Person bob;

    /** What each of the servers lacks: another server is another line. */
    static Stream<String> lacks() {
        return Stream.of(
                "mam muc_mam",
                "bookmarks pep",
                "bookmarks pep private",
                "carbons mam muc_mam smacks csi_simple bookmarks pep private blocklist vcard4 vcard_legacy ping"
                        + " http_file_share");
    }

    @ParameterizedTest
    @MethodSource("lacks")
    void peopleChatAndMeetInRooms(String lacks, @TempDir Path folder) throws Exception {
        String[] modules = lacks.split(" ");
        try (Prosody server = new Prosody(folder.resolve("server"), Prosody.Kind.lacking(modules));
                Person one = Person.at(folder, "ada").signIn(server);
                Person other = Person.at(folder, "bob").signIn(server)) {
            ada = one;
            bob = other;
            ada.befriend(bob);
            chat();
            room();
            restart();
            extras(folder, Arrays.asList(modules));
        }
        assertThat(troubles(folder)).isEmpty();
    }

    private void chat() throws Exception {
        ada.ctl("chat", "send", bob.address(), "Lunch?");
        bob.client().await("the question", SOON, () -> texts(bob, ada.address()).equals(List.of("Lunch?")));
        bob.ctl("chat", "send", ada.address(), "At one.");
        ada.client().await("the answer", SOON, () -> texts(ada, bob.address()).equals(List.of("Lunch?", "At one.")));
        ada.client().await("a receipt", SOON, () -> states(ada, bob.address()).contains("delivered"));
        bob.ctl("status", "set", "busy");
        ada.sees(bob, "busy", SOON);
    }

    private void room() throws Exception {
        ada.ctl("room", "create", ROOM);
        bob.ctl("room", "join", ROOM);
        ada.ctl("room", "send", ROOM, "Welcome");
        bob.client().await("the welcome", SOON, () -> texts(bob, ROOM).equals(List.of("Welcome")));
    }

    /** Wherever the rooms are remembered, they are joined at the next start, and nothing is there twice. */
    private void restart() throws Exception {
        bob.restart();
        bob.client()
                .await(
                        "the room again",
                        SOON,
                        () -> Answer.each(bob.ctl("room", "list"), "state").contains("in"));
        ada.ctl("room", "send", ROOM, "Again");
        bob.client().await("the second", SOON, () -> texts(bob, ROOM).contains("Again"));
        assertThat(texts(bob, ROOM)).containsExactly("Welcome", "Again");
        assertThat(texts(bob, ada.address())).containsExactly("Lunch?", "At one.");
    }

    private void extras(Path folder, List<String> lacks) throws Exception {
        Path picture = folder.resolve("me.png");
        ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        boolean none = lacks.contains("http_file_share");
        // Who is there gets it straight; for others there is no way without the server
        String to = none ? "dan@localhost" : bob.address();
        ada.ctl("chat", "send", to, "Look", "--file", picture.toString());
        ada.client()
                .await(
                        "an end",
                        SOON,
                        () -> none
                                ? reason(to).matches(SENTENCE)
                                : states(ada, to).contains("sent"));
        done(!lacks.contains("vcard_legacy"), "avatar", "set", picture.toString());
        done(true, "chat", "older", bob.address());
        done(!lacks.contains("blocklist"), "people", "block", "eve@localhost");
        done(true, "chat", "read", bob.address());
        done(true, "chat", "react", bob.address(), id("At one."), "👍");
    }

    private String reason(String of) throws Exception {
        List<String> reasons = Answer.each(history(ada, of), "reason");
        return reasons.get(reasons.size() - 1);
    }

    private String id(String text) throws Exception {
        return ada.history(bob, 10).stream()
                .filter(line -> line.get("text").getAsString().equals(text))
                .map(line -> line.get("id").getAsString())
                .findFirst()
                .orElseThrow();
    }

    /** Done, or refused in a sentence for people. */
    private void done(boolean possible, String... words) throws Exception {
        Answer answer = ada.tryCtl(words);
        String command = String.join(" ", words);
        assertThat(answer.exit()).as(command + ": " + answer).isEqualTo(possible ? 0 : 1);
        if (!possible) {
            assertThat(answer.error()).as(command).matches(SENTENCE).doesNotContain("xception");
        }
    }

    private static List<String> texts(Person of, String with) throws Exception {
        return Answer.each(history(of, with), "text");
    }

    private static List<String> states(Person of, String with) throws Exception {
        return Answer.each(history(of, with), "state");
    }

    private static List<JsonObject> history(Person of, String with) throws Exception {
        return of.ctl("chat", "history", with, "--limit", "100");
    }

    /** What the logs say that no user should have to hear of. */
    private static List<String> troubles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("lamplight.log"))
                    .flatMap(LackingServerTest::lines)
                    .filter(line -> line.matches("\\S+ (WARNING|SEVERE) .*|\\s+at .*"))
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
