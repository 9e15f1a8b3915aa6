package org.lamplight.sip.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.backend.Account;
import org.lamplight.lab.PlayedThread;
import org.lamplight.lab.SipPeer;
import org.lamplight.sip.account.SipKeys;
import org.lamplight.sip.flow.Flow;
import org.lamplight.sip.flow.Locator;
import org.lamplight.sip.message.SipUri;
import org.lamplight.sip.stack.Endpoint;
import org.lamplight.sip.stack.PeerTrust;
import org.lamplight.sip.stack.Place;
import org.lamplight.sip.stack.SharedStack;
import org.lamplight.sip.stack.SilentInbox;
import org.lamplight.sip.stack.Transport;

/** The way stays open (RFC 5626, section 4.4.1): by datagram every 25 s, on a connection every 110 s or as it is asked. */
class KeepAliveTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final PlayedThread thread = new PlayedThread();
    private final SharedStack stack = new SharedStack();
    private final AtomicInteger broken = new AtomicInteger();
    private Endpoint endpoint;
    private KeepAlive keepAlive;

    private void open(SipPeer peer, Transport transport) throws Exception {
        SipKeys keys = SipKeys.of(
                new Account("work", "sip", true, Map.of("address", "ada@office.test", "registrar", peer.place())));
        Place place = Locator.find(SipUri.of("sip:" + peer.place()).orElseThrow(), Optional.of(transport))
                .get(0);
        endpoint = stack.open(InetAddress.getByName("127.0.0.1"), transport, new SilentInbox(thread));
        endpoint.expect(place, PeerTrust.of(Optional.empty(), Set.of("office.test")));
        Flow flow = new Flow(keys);
        flow.use(endpoint, place, List.of(place));
        keepAlive = new KeepAlive(flow, thread, broken::incrementAndGet);
    }

    @AfterEach
    void close() {
        keepAlive.stop();
        endpoint.close();
        stack.close();
        thread.shutdownNow();
    }

    private void beats(SipPeer peer, int wanted) throws Exception {
        peer.await().until("beats: " + wanted, SOON, () -> peer.beats() >= wanted);
        assertThat(peer.beats()).isEqualTo(wanted);
    }

    @Test
    void byDatagramEvery25Seconds() throws Exception {
        try (SipPeer peer = SipPeer.udp()) {
            open(peer, Transport.UDP);
            keepAlive.start(-1);
            thread.forward(24, TimeUnit.SECONDS);
            assertThat(peer.beats()).isZero();
            thread.forward(1, TimeUnit.SECONDS);
            beats(peer, 1);
            thread.forward(75, TimeUnit.SECONDS);
            beats(peer, 4);
            keepAlive.stop();
            thread.forward(1, TimeUnit.HOURS);
            beats(peer, 4);
            assertThat(broken).hasValue(0);
        }
    }

    @Test
    void onAConnectionEvery110SecondsOrAsTheServerAsks() throws Exception {
        try (SipPeer peer = SipPeer.tcp()) {
            open(peer, Transport.TCP);
            keepAlive.start(-1);
            thread.forward(109, TimeUnit.SECONDS);
            assertThat(peer.beats()).isZero();
            thread.forward(1, TimeUnit.SECONDS);
            beats(peer, 1);
            keepAlive.start(40);
            thread.forward(36, TimeUnit.SECONDS);
            beats(peer, 2);
        }
    }

    @Test
    void aServerThatIsGoneIsNoticed() throws Exception {
        try (SipPeer peer = SipPeer.tcp()) {
            open(peer, Transport.TCP);
            peer.shut();
            keepAlive.start(-1);
            thread.forward(110, TimeUnit.SECONDS);
            assertThat(broken).hasValue(1);
        }
    }

    @Test
    void whereNothingIsSaidDatagramsAreTriedAndThenAConnection() throws Exception {
        try (SipPeer peer = SipPeer.udp()) {
            open(peer, Transport.UDP);
            SipUri uri = SipUri.of("sip:127.0.0.1:5070").orElseThrow();
            assertThat(Locator.find(uri, Optional.empty()))
                    .extracting(Place::transport)
                    .containsExactly(Transport.UDP, Transport.TCP);
            assertThat(Locator.find(uri, Optional.of(Transport.TCP)))
                    .extracting(Place::transport)
                    .containsExactly(Transport.TCP);
        }
    }
}
