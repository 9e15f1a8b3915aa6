package org.lamplight.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registrar and proxy of the tests does what a telephone system does. */
@Requires(Part.SIP)
class KamailioTest {
    private static final BaresipKind SILENT = BaresipKind.USUAL;

    @Test
    void onlyWhoHasThePasswordComesIn(@TempDir Path folder) throws Exception {
        try (Kamailio server = new Kamailio(folder.resolve("server"));
                Baresip ada = new Baresip(folder.resolve("ada"), server, "ada", SILENT);
                Baresip bob = new Baresip(folder.resolve("bob"), server, "bob", SILENT.withPassword("wrong"))) {
            assertThat(ada.isRegistered()).isTrue();
            assertThat(bob.isRefused()).isTrue();
            ada.dial(bob.address());
            assertThat(ada.awaitClosed()).isEqualTo("480 Temporarily Unavailable");
            ada.dial(Kamailio.address("6999"));
            assertThat(ada.awaitClosed()).isEqualTo("404 Not Found");
        }
    }

    @Test
    void aCallRingsAtAllPhonesAndEndsWhereNobodyAnswers(@TempDir Path folder) throws Exception {
        try (Kamailio server = new Kamailio(folder.resolve("server"), Duration.ofSeconds(2));
                Baresip ada = new Baresip(folder.resolve("ada"), server, "ada", SILENT);
                Baresip desk = new Baresip(folder.resolve("desk"), server, "bob", SILENT);
                Baresip home = new Baresip(folder.resolve("home"), server, "bob", SILENT)) {
            ada.dial(Kamailio.address(Kamailio.number("bob")));
            assertThat(desk.awaitIncoming()).isEqualTo(ada.address());
            assertThat(home.awaitIncoming()).isEqualTo(ada.address());
            home.accept();
            ada.awaitEstablished();
            desk.awaitClosed();
            home.hangup();
            ada.awaitClosed();
            ada.dial(desk.address());
            assertThat(ada.awaitClosed()).isEqualTo("408 Request Timeout");
        }
    }
}
