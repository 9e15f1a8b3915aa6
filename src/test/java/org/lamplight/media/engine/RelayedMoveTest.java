package org.lamplight.media.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.MediaSecurity;
import org.lamplight.call.Traversal;
import org.lamplight.lab.Coturn;
import org.lamplight.lab.Kamailio;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.media.Sound;

/** Who moves, and is reached by a relay alone, is seen there alone: by a peer that looks for no ways. */
@Requires(Part.TURN)
@Tag("real-time")
class RelayedMoveTest {
    private static final int RATE = Phones.RATE;
    private static final Pattern PLACE = Pattern.compile("(?s)c=IN IP4 (\\S+).*m=audio (\\d+) ");

    @TempDir
    private Path folder;

    private final Set<SocketAddress> seen = new HashSet<>();

    private static void awaitReady(Phones.Phone phone) throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        phone.session.whenReady(ready::countDown);
        assertThat(ready.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static InetSocketAddress place(String offer) {
        Matcher place = PLACE.matcher(offer);
        assertThat(place.find()).as(offer).isTrue();
        return new InetSocketAddress(place.group(1), Integer.parseInt(place.group(2)));
    }

    /** Offers where the phone is, and hears from there. */
    private InetSocketAddress offered(Phones.Phone phone, DatagramSocket peer, int version) throws Exception {
        awaitReady(phone);
        InetSocketAddress relayed = place(phone.session.offer());
        phone.session.accept("v=0\r\no=- 1 " + version + " IN IP4 " + relayed.getHostString() + "\r\ns=-\r\nc=IN IP4 "
                + relayed.getHostString() + "\r\nt=0 0\r\nm=audio " + peer.getLocalPort()
                + " RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n");
        for (int i = 0; i < 50; ) {
            i += receive(peer).equals(relayed) ? 1 : 0;
        }
        return relayed;
    }

    private SocketAddress receive(DatagramSocket peer) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
        peer.receive(packet);
        seen.add(packet.getSocketAddress());
        return packet.getSocketAddress();
    }

    @Test
    void nothingGoesStraightToThePeer() throws Exception {
        try (Coturn relay = new Coturn(folder.resolve("relay"));
                DatagramSocket peer = new DatagramSocket(0)) {
            peer.setSoTimeout(8_000);
            int port = Integer.parseInt(relay.address().replaceFirst(".*:", ""));
            Traversal hidden = new Traversal(
                    true,
                    Optional.empty(),
                    Optional.of(new Traversal.Server("127.0.0.1", port)),
                    "ada",
                    () -> Optional.of(Kamailio.password("ada").toCharArray()));
            try (Phones phones = new Phones(folder, MediaSecurity.NONE, Optional.of(hidden), "pcma")) {
                phones.one.speak(Sound.tone(440, RATE, RATE, 8_000));
                InetSocketAddress before = offered(phones.one, peer, 1);
                phones.one.session.move(InetAddress.getByName("127.0.0.2"), true);
                // the relay sees us come from the same place, and so does the peer
                assertThat(offered(phones.one, peer, 2)).isEqualTo(before);
                assertThat(seen).containsExactly(before);
            }
        }
    }
}
