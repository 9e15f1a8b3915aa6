package org.lamplight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every script goes to its end against a telephone that many use, and one that cannot says so. */
@Requires(Part.SIP)
class SippTest {
    private static final Sipp.Outcome ALL_WENT_WELL = new Sipp.Outcome(0, "");

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private static Path all;

    private static Kamailio server;
    private static Baresip phone;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = new Kamailio(all.resolve("server"));
        phone = new Baresip(all.resolve("bob"), server, "bob", BaresipKind.USUAL.answering());
    }

    @AfterAll
    static void end() throws Exception {
        phone.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed-offer", "wrong-cseq"})
    void calls(String script) throws Exception {
        try (Sipp sipp = Sipp.calls(folder, script, "bob", phone.port())) {
            assertThat(sipp.outcome()).isEqualTo(ALL_WENT_WELL);
            phone.awaitEstablished();
            phone.awaitClosed();
        }
    }

    @Test
    void offersMoreThanADatagramHolds() throws Exception {
        try (Sipp sipp = Sipp.callsByTcp(folder, "huge-sdp", "bob", phone.port())) {
            assertThat(sipp.outcome()).isEqualTo(ALL_WENT_WELL);
            assertThat(sipp.messages()).hasSizeGreaterThan(9_000);
            phone.awaitEstablished();
            phone.awaitClosed();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ringing-storm", "late-answer", "bye-crossing"})
    void isCalled(String script) throws Exception {
        try (Sipp sipp = Sipp.answers(folder, script)) {
            phone.dial(sipp.address());
            phone.awaitEstablished();
            new Await().until("acknowledged", SOON, () -> sipp.messages().contains("\nACK "));
            phone.hangup();
            phone.awaitClosed();
            assertThat(sipp.outcome()).isEqualTo(ALL_WENT_WELL);
        }
    }

    @Test
    void whatIsNotAsWrittenIsTold() throws Exception {
        try (Sipp sipp = Sipp.calls(folder, "delayed-offer", "bob", server.port())) {
            Sipp.Outcome outcome = sipp.outcome();
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.errors()).contains("407 Proxy Authentication Required");
        }
    }
}
