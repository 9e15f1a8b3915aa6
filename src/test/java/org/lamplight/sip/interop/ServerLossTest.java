package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.LineState;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.Softphone;

/** The server goes and comes back while one speaks; the sound never went through it. */
@Requires(Part.SIP)
@Tag("real-time")
class ServerLossTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final SdpOnlyMedia media = new SdpOnlyMedia();
    private Kamailio server;
    private Softphone ada;

    @BeforeEach
    void start() throws Exception {
        server = new Kamailio(folder.resolve("server"));
        ada = new Softphone(media, Files.createDirectories(folder.resolve("own")));
        ada.password(Kamailio.password("ada"));
    }

    private void register(String transport, int probeSeconds) throws Exception {
        ada.open(
                "address=ada@localhost",
                "registrar=localhost:" + server.port(),
                "transport=" + transport,
                "srtp=off",
                "probe=" + probeSeconds);
        ada.awaitOnline();
    }

    @AfterEach
    void end() throws Exception {
        ada.close();
        server.close();
    }

    @Test
    void theCallLivesOnAndTheLineComesBackByItself() throws Exception {
        register("tcp", 0);
        try (Baresip bob = new Baresip(
                folder.resolve("bob"),
                server,
                "bob",
                BaresipKind.USUAL.with(BaresipKind.PCMU).answering())) {
            Call call = ada.dial(Kamailio.number("bob"));
            ada.awaitState(call.id(), CallState.CONNECTED);
            bob.awaitEstablished();
            server.die();
            ada.until("loss is told", () -> ada.line().state() == LineState.REGISTERING);
            assertThat(ada.line().reason()).isNotBlank();
            assertThat(ada.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
            assertThat(media.open()).isEqualTo(1);
            server.comeBack();
            ada.until("registered again", () -> ada.line().state() == LineState.REGISTERED);
            assertThat(ada.line().reason()).isNull();
            assertThat(ada.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
            ada.tell(calls -> calls.hangUp(call.id()));
            bob.awaitClosed();
            ada.awaitState(call.id(), CallState.ENDED);
            ada.until("media closed", () -> media.open() == 0);
        }
    }

    /** Nobody tells that a machine hangs: it has to be asked. */
    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void whoHangsIsNoticed(String transport) throws Exception {
        register(transport, 3);
        hangs(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    @Tag("soak")
    void whoHangsForAMinuteIsNoticed(String transport) throws Exception {
        register(transport, 15);
        hangs(Duration.ofSeconds(60));
    }

    private void hangs(Duration atLeast) throws Exception {
        try (Baresip bob = new Baresip(
                folder.resolve("bob"),
                server,
                "bob",
                BaresipKind.USUAL.with(BaresipKind.PCMU).echoing().answering())) {
            Call call = ada.dial(Kamailio.number("bob"));
            ada.awaitState(call.id(), CallState.CONNECTED);
            bob.awaitEstablished();
            Instant since = Instant.now();
            server.hang();
            ada.await().until("loss is told", LONG, () -> ada.line().state() == LineState.REGISTERING);
            assertThat(ada.line().reason()).isNotBlank();
            // there is no event to wait for: that long nothing may happen to the call
            ada.await().until("time passes", LONG, () -> Instant.now().isAfter(since.plus(atLeast)));
            assertThat(ada.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
            assertThat(media.open()).isEqualTo(1);
            server.goOn();
            ada.await().until("registered again", LONG, () -> ada.line().state() == LineState.REGISTERED);
            assertThat(ada.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
            ada.tell(calls -> calls.hangUp(call.id()));
            bob.awaitClosed();
            ada.awaitState(call.id(), CallState.ENDED);
        }
    }
}
