package org.lamplight.sip.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.Test;
import org.lamplight.core.Threads;
import org.lamplight.lab.Await;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.sip.message.SipUri;

/** Two accounts at one server share a connection, for the stack keeps one for each address. */
class SharedConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ScheduledExecutorService thread = Threads.single("accounts");
    private final Await await = new Await();

    /** Notes what came, and says yes. */
    private final class Noted extends SilentInbox {
        final List<String> came = new CopyOnWriteArrayList<>();

        Noted() {
            super(thread);
        }

        @Override
        public int refusal(Request request, InetAddress from) {
            return 0;
        }

        @Override
        public void request(Arrival arrival) {
            came.add(arrival.method());
            arrival.reply(200);
            await.look();
        }

        @Override
        public void disconnected() {
            came.add("disconnected");
            await.look();
        }
    }

    @Test
    void whatComesGoesToWhomItIsFor() throws Exception {
        Noted ada = new Noted();
        Noted bob = new Noted();
        try (SipPeer peer = SipPeer.tcp();
                SharedStack stack = new SharedStack();
                Endpoint first = opened(stack, peer, "ada", ada);
                Endpoint second = opened(stack, peer, "bob", bob)) {
            assertThat(peer.connections()).isEqualTo(1);
            SipText register = peer.register(1);
            String headers = "From: <sip:x@office.test>;tag=1\r\nTo: <sip:bob@office.test>\r\nCall-ID: c1";
            String uri = "sip:bob@127.0.0.1:" + second.port() + ";transport=tcp";
            peer.send(register, peer.request("OPTIONS", uri, 1, headers, ""));
            peer.response(200, "1 OPTIONS");
            assertThat(bob.came).containsExactly("OPTIONS");
            assertThat(ada.came).isEmpty();
            peer.cut();
            await.until(
                    "both are told",
                    PATIENCE,
                    () -> ada.came.contains("disconnected") && bob.came.contains("disconnected"));
            assertThat(first.port()).isNotEqualTo(second.port());
        } finally {
            thread.shutdown();
        }
    }

    private Endpoint opened(SharedStack stack, SipPeer peer, String user, Noted inbox) throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        Place place = new Place("office.test", here, peer.port(), Transport.TCP);
        Endpoint endpoint = stack.open(here, Transport.TCP, inbox);
        endpoint.expect(place, PeerTrust.of(Optional.empty(), Set.of("office.test")));
        endpoint.contact(
                SipUri.of("sip:" + user + "@127.0.0.1:" + endpoint.port()).orElseThrow());
        String text = peer.request(
                "REGISTER",
                "sip:office.test",
                1,
                "From: <sip:" + user + "@office.test>;tag=" + user + "\r\nTo: <sip:" + user
                        + "@office.test>\r\nCall-ID: " + user + "\r\nContact: <sip:" + user + "@127.0.0.1:"
                        + endpoint.port() + ";transport=tcp>",
                "");
        List<Integer> codes = new CopyOnWriteArrayList<>();
        endpoint.send(
                text.replaceFirst(
                        "Via: .*", "Via: SIP/2.0/TCP 127.0.0.1:" + endpoint.port() + ";rport;branch=z9hG4bK" + user),
                place,
                new Replies() {
                    @Override
                    public void replied(Response response) {
                        codes.add(response.getStatusCode());
                        await.look();
                    }

                    @Override
                    public void unanswered(String sentence) {
                        codes.add(0);
                        await.look();
                    }
                });
        await.until("answered", PATIENCE, () -> codes.contains(200));
        return endpoint;
    }
}
