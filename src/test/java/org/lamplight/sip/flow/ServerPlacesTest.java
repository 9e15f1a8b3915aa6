package org.lamplight.sip.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.NameServer;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.Transport;

/** Where an account's server is, as time goes by. */
class ServerPlacesTest {
    private NameServer names;
    private ServerPlaces server;

    @BeforeEach
    void open() throws Exception {
        names = new NameServer()
                .service("_sip._udp.office.test", 10, 0, 7001, "127.0.0.1")
                .service("_sips._tcp.office.test", 10, 0, 7003, "127.0.0.1");
        server = new ServerPlaces(
                new Locator(new Records(names.place())),
                SipUri.of("sip:office.test").orElseThrow(),
                Optional.empty());
    }

    @AfterEach
    void close() {
        names.close();
    }

    private List<Transport> found() throws Exception {
        return server.find().stream().map(Place::transport).toList();
    }

    @Test
    void whereNobodyCanBeAskedItIsWhereItWas() throws Exception {
        assertThat(found()).containsExactly(Transport.TLS, Transport.UDP);
        names.silentOn("_sips._tcp.office.test");
        assertThat(found()).containsExactly(Transport.TLS, Transport.UDP);
        names.close();
        assertThat(found()).containsExactly(Transport.TLS, Transport.UDP);
    }

    @Test
    void whatWasNotCertainIsLearntAgain() throws Exception {
        names.silentOn("office.test").forget("_sips._tcp.office.test");
        assertThat(found()).containsExactly(Transport.UDP);
        names.service("_sips._tcp.office.test", 10, 0, 7003, "127.0.0.1");
        assertThat(found()).containsExactly(Transport.TLS, Transport.UDP);
    }

    @Test
    void whoTookUsByTlsIsNotSpokenToInClear() throws Exception {
        server.registered(server.find().get(0));
        assertThat(found()).containsExactly(Transport.TLS);
        names.pointer("office.test", 10, 10, "s", "SIP+D2U", "", "_sip._udp.office.test");
        assertThat(found()).containsExactly(Transport.TLS);
        names.forget("_sips._tcp.office.test");
        assertThat(found()).containsExactly(Transport.TLS);
    }

    @Test
    void whoTookUsByDatagramsStaysFree() throws Exception {
        server.registered(server.find().get(1));
        assertThat(found()).containsExactly(Transport.TLS, Transport.UDP);
    }
}
