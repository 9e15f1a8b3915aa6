package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.Baresip;
import org.lamplight.lab.BaresipKind;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.Softphone;

/** Requests that are too long for a datagram, from a line of datagrams, at a server that also takes TCP, or does not. */
@Requires(Part.SIP)
class KamailioOversizeTest {
    @TempDir
    private Path folder;

    private final SdpOnlyMedia media = new SdpOnlyMedia();

    private static Kamailio server(Path folder, boolean tcp) throws Exception {
        return tcp ? new Kamailio(folder) : Kamailio.ofDatagrams(folder);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsGoBothWays(boolean tcp) throws Exception {
        media.longer(1_000);
        try (Kamailio server = server(folder.resolve("server"), tcp);
                Softphone ada = new Softphone(media, Files.createDirectories(folder.resolve("own")));
                Baresip bob =
                        new Baresip(folder.resolve("bob"), server, "bob", BaresipKind.USUAL.with(BaresipKind.PCMU))) {
            ada.password(Kamailio.password("ada"));
            ada.open("address=ada@localhost", "registrar=localhost:" + server.port(), "transport=udp", "srtp=off");
            ada.awaitOnline();
            Call out = ada.dial(Kamailio.number("bob"));
            bob.awaitIncoming();
            ada.awaitState(out.id(), CallState.RINGING);
            assertThat(isConnected(server.port())).isEqualTo(tcp);
            bob.accept();
            bob.awaitEstablished();
            ada.awaitState(out.id(), CallState.CONNECTED);
            ada.tell(calls -> calls.hold(out.id()));
            ada.awaitState(out.id(), CallState.HELD);
            ada.tell(calls -> calls.resume(out.id()));
            ada.awaitState(out.id(), CallState.CONNECTED);
            bob.hangup();
            ada.awaitState(out.id(), CallState.ENDED);
            Call given = ada.dial(Kamailio.number("bob"));
            bob.awaitIncoming();
            ada.awaitState(given.id(), CallState.RINGING);
            ada.tell(calls -> calls.hangUp(given.id()));
            bob.awaitClosed();
            bob.dial(Kamailio.address("ada"));
            Call in = ada.awaitIncoming();
            ada.tell(calls -> calls.answer(in.id()));
            bob.awaitEstablished();
            ada.awaitState(in.id(), CallState.CONNECTED);
            ada.tell(calls -> calls.hold(in.id()));
            ada.awaitState(in.id(), CallState.HELD);
            ada.tell(calls -> calls.hangUp(in.id()));
            bob.awaitClosed();
        }
    }

    /** Whether somebody here has a connection to that port (proc(5): state 01). */
    private static boolean isConnected(int port) throws Exception {
        String there = String.format(Locale.ROOT, ":%04X 01 ", port);
        for (String table : new String[] {"/proc/net/tcp", "/proc/net/tcp6"}) {
            if (Files.readString(Path.of(table)).contains(there)) {
                return true;
            }
        }
        return false;
    }
}
