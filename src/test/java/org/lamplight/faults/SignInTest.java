package org.lamplight.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.lab.Answer;
import org.lamplight.lab.OfficeServer;
import org.lamplight.lab.Person;
import org.lamplight.lab.Ports;
import org.lamplight.lab.XmppAt;
import org.lamplight.office.tls.SelfSignedCertificate;

/** Sign-ins that can't work say why, and keep nothing; servers that misbehave harm nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Path folder;
    private OfficeServer server;
    private Person ada;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        server = new OfficeServer(folder.resolve("server"));
        ada = Person.at(folder, "ada").signIn(server);
    }

    @AfterAll
    void end() throws Exception {
        ada.close();
        server.close();
    }

    @Test
    void aWrongPassword() throws Exception {
        Answer answer = ada.addAccount("cleo", text(server), "wrong-pass-word");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains("does not accept this name and password");
        assertThat(Answer.each(ada.ctl("accounts"), "id")).containsExactly("work-ada");
        assertThat(ada.client().profile().resolve("accounts/cleo.properties")).doesNotExist();
    }

    @Test
    void anAddressThatIsSignedInAlready() throws Exception {
        int before = ada.ctl("people").size();
        Answer answer = ada.addAccount("twice", Person.account("ada", server.port(), server.trust(), "starttls"), "x");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).contains("signed in to already").contains("work-ada");
        assertThat(ada.ctl("people")).hasSize(before);
    }

    @Test
    void whoIsAddedTwiceStaysAsTheyAre() throws Exception {
        ada.client().await("online", SOON, () -> ada.state().equals("online"));
        ada.ctl("people", "add", "eve@localhost", "--name", "Eve Online", "--group", "Kept");
        ada.client().await("eve", SOON, () -> nameAndGroupsOfEve().equals("Eve Online Kept"));
        ada.ctl("people", "add", "eve@localhost");
        ada.ctl("people", "add", "eve@localhost", "--group", "More");
        ada.client().await("both groups", SOON, () -> nameAndGroupsOfEve().equals("Eve Online Kept More"));
    }

    private String nameAndGroupsOfEve() throws Exception {
        return ada.ctl("people", "eve@localhost").stream()
                .map(eve -> eve.get("name").getAsString() + " "
                        + eve.getAsJsonArray("groups").asList().stream()
                                .map(JsonElement::getAsString)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .findFirst()
                .orElse("");
    }

    @Test
    void nobodyAtThatPort() throws Exception {
        int port = Ports.free(1).get(0);
        assertThat(refusal(Person.account("cleo", port, server.trust(), "starttls")))
                .contains("No server answers");
    }

    @Test
    void anUnknownHost() throws Exception {
        assertThat(refusal("kind = xmpp\naddress = ada@no-such-host.invalid\n")).contains("no-such-host.invalid");
    }

    @Test
    void aCertificateOfAStranger() throws Exception {
        String stranger = SelfSignedCertificate.create(List.of("localhost")).pem();
        Path trust = Files.writeString(folder.resolve("stranger.pem"), stranger);
        assertThat(refusal(Person.account("cleo", server.port(), trust, "starttls")))
                .contains("nobody this computer trusts");
        assertThat(refusal(Person.account("cleo", server.tlsPort(), trust, "tls")))
                .contains("nobody this computer trusts");
    }

    @Test
    void aCertificateForAnotherName() throws Exception {
        SelfSignedCertificate other = SelfSignedCertificate.create(List.of("chat.example"));
        try (OfficeServer wrong = new OfficeServer(folder.resolve("wrong"), other)) {
            assertThat(refusal(Person.account("cleo", wrong.port(), wrong.trust(), "starttls")))
                    .contains("not made out to localhost");
            assertThat(refusal(Person.account("cleo", wrong.tlsPort(), wrong.trust(), "tls")))
                    .contains("not made out to localhost");
        }
    }

    @Test
    void aTrustFileThatIsNone() throws Exception {
        Path trust = Files.writeString(folder.resolve("none.pem"), "hello");
        assertThat(refusal(Person.account("cleo", server.port(), trust, "starttls")))
                .contains("none.pem");
    }

    static Stream<String> hardToRead() {
        String begin = "<message from='bob@localhost/x' type='chat'><body>odd</body>";
        return Stream.of(
                begin + "<a xmlns='a'>".repeat(500) + "</a>".repeat(500) + "</message>",
                begin + "<" + "n".repeat(2_000) + " xmlns='a'/></message>",
                begin + "<delay xmlns='urn:xmpp:delay'/></message>",
                begin + "<result xmlns='urn:xmpp:mam:2'/></message>",
                "<message from='bob@localhost/x'><body>a<b xmlns='c'>d</b>e</body></message>",
                "<message from='bob@localhost/x' type='error'><body>odd</body></message>",
                "<message from='bob@localhost/x' type='chat' id='" + "&apos;".repeat(50_000)
                        + "'><body>odd</body><request xmlns='urn:xmpp:receipts'/></message>",
                "<presence from='bob@localhost/x'><priority>high</priority><show><a/></show></presence>");
    }

    @ParameterizedTest
    @MethodSource("hardToRead")
    void aStanzaThatIsHardToReadEndsNothing(String raw) throws Exception {
        ada.client().await("online", SOON, () -> ada.state().equals("online"));
        List<String> since = Answer.each(ada.ctl("accounts"), "since");
        String next = "next " + raw.hashCode();
        server.server().rawToAll(raw);
        server.server().rawToAll("<message from='bob@localhost/x' type='chat'><body>" + next + "</body></message>");
        ada.client()
                .await(
                        "the next message",
                        SOON,
                        () -> Answer.each(ada.ctl("chat", "history", "bob@localhost", "--limit", "5"), "text")
                                .contains(next));
        assertThat(Answer.each(ada.ctl("accounts"), "since")).isEqualTo(since);
    }

    static Stream<String> nonsense() {
        return Stream.of(
                "<message from='x'><body>never closed</message>",
                "\u0001\u0002 no xml at all <<<>>>",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><x>&b;</x>",
                "<message>&unknown;</message>",
                "</stream:stream>",
                "<a>".repeat(100_000),
                "<message from='bob@localhost'><body>" + "x".repeat(5 << 20) + "</body></message>");
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void aServerThatSendsNonsense(String raw) throws Exception {
        ada.client().await("online", SOON, () -> ada.state().equals("online"));
        server.server().rawToAll(raw);
        // Whatever the server sent, the client lives, and is or comes back online
        Instant begin = Instant.now();
        ada.client()
                .await(
                        "online again",
                        Duration.ofSeconds(30),
                        () -> ada.state().equals("online")
                                && Instant.now().isAfter(begin.plus(300, ChronoUnit.MILLIS)));
        server.server().cutConnections();
        ada.client()
                .await(
                        "online after a cut",
                        Duration.ofSeconds(30),
                        () -> ada.state().equals("online"));
        assertThat(ada.ctl("health").get(0).get("heapBytes").getAsLong()).isLessThan(200L << 20);
    }

    @Test
    void passwordsAreWrittenNowhere() throws Exception {
        ada.addAccount("cleo", text(server), XmppAt.password("cleo")).must("accounts add");
        ada.ctl("accounts", "remove", "cleo");
        assertThat(filesWith(XmppAt.password("ada"))).isEmpty();
        assertThat(filesWith(XmppAt.password("cleo"))).isEmpty();
        assertThat(filesWith("wrong-pass-word")).isEmpty();
    }

    private List<String> filesWith(String secret) throws IOException {
        Path profile = ada.client().profile();
        try (Stream<Path> files =
                Stream.concat(Files.walk(profile), Stream.of(org.lamplight.lab.ClientProcess.output(profile)))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, secret))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static boolean contains(Path file, String secret) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String text(XmppAt at) {
        return Person.account("cleo", at.port(), at.trust(), "starttls");
    }

    private String refusal(String account) throws Exception {
        Answer answer = ada.tryAccount("eve", account, XmppAt.password("eve"));
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.error()).endsWith(".").doesNotContain("Exception");
        assertThat(Answer.each(ada.ctl("accounts"), "id")).containsExactly("work-ada");
        return answer.error();
    }
}
