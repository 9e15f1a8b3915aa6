package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.Softphone;
import org.lamplight.lab.WithKamailio;
import org.lamplight.people.Contact;
import org.lamplight.people.Subscription;
import org.lamplight.presence.Observation;
import org.lamplight.presence.Source;
import org.lamplight.presence.Status;

/** One publishes how they are, the other sees it, through a telephone system's presence agent. */
@Requires(Part.SIP)
class KamailioPresenceTest extends WithKamailio {
    private static final String BOB = "bob@localhost";

    private Softphone ada;
    private Softphone bob;

    @BeforeEach
    void open() throws Exception {
        ada = phone("ada");
        bob = phone("bob");
    }

    @AfterEach
    void close() {
        ada.close();
        bob.close();
    }

    private Softphone phone(String user) throws Exception {
        Softphone made = new Softphone(new SdpOnlyMedia(), Files.createDirectories(folder.resolve(user)));
        made.password(Kamailio.password(user));
        return made;
    }

    private void open(Softphone phone, String user, String transport, String more) throws Exception {
        int port = transport.equals("tls") ? server.tlsPort() : server.port();
        phone.open(
                "address=" + user + "@localhost",
                "registrar=127.0.0.1:" + port,
                "proxy=127.0.0.1:" + port,
                "transport=" + transport,
                "trust=" + server.trust(),
                more);
        phone.awaitOnline();
    }

    private void sees(Status status) throws Exception {
        ada.until("bob is seen as " + status, () -> ada.statusOf(BOB) == status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void whatOneSaysTheOtherSees(String transport) throws Exception {
        ada.know("im", List.of(new Contact(BOB, null, List.of(), Subscription.BOTH, false, false)));
        open(ada, "ada", transport, "subscribe=yes");
        ada.observe("im", BOB, Observation.of(Source.resource("desk"), Status.AVAILABLE));
        assertThat(ada.statusOf(BOB)).isEqualTo(Status.AVAILABLE);
        bob.choose(Status.DO_NOT_DISTURB);
        open(bob, "bob", transport, "publish=yes");
        sees(Status.DO_NOT_DISTURB);
        bob.choose(Status.INVISIBLE);
        sees(Status.AVAILABLE);
        bob.choose(Status.BUSY);
        sees(Status.BUSY);
        bob.closeAccount();
        sees(Status.AVAILABLE);
    }
}
