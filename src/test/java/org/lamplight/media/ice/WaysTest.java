package org.lamplight.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Traversal;
import org.lamplight.media.sdp.Candidate;
import org.lamplight.media.sdp.IceTerms;

/** What is asked and answered on the way to a peer. */
class WaysTest {
    private static final InetSocketAddress THERE = new InetSocketAddress("192.0.2.9", 6_000);
    private static final IceTerms OWN = new IceTerms("ours", "ourpasswordourpassword", List.of(), false);
    private static final IceTerms PEER = new IceTerms(
            "them", "theirpasswordtheirpassword", List.of(new Candidate("h", 1_000, THERE, "host")), false);
    private static final long STEP_NANOS = 50_000_000;

    private final long[] clock = {1};
    private final Transactions transactions = new Transactions(() -> clock[0]);
    private final List<StunMessage> asked = new ArrayList<>();

    private void pass(Checks checks, int seconds, boolean answers) {
        for (long end = clock[0] + seconds * 1_000_000_000L; clock[0] < end; clock[0] += STEP_NANOS) {
            transactions.tick();
            checks.tick();
            if (answers) {
                List.copyOf(asked).forEach(this::agree);
            }
            asked.clear();
        }
    }

    private void agree(StunMessage request) {
        byte[] yes = request.reply(StunMessage.SUCCESS).write(PEER.password().getBytes(StandardCharsets.UTF_8));
        transactions.answered(StunMessage.parse(yes, yes.length).orElseThrow(), new Route(false, THERE));
    }

    @Test
    void aPeerThatWasAwayForMinutesIsFoundAgain() {
        Checks checks = new Checks(
                OWN,
                1,
                transactions,
                (route, data) -> StunMessage.parse(data, data.length).ifPresent(asked::add),
                () -> clock[0]);
        checks.start(PEER, true, true, false);
        pass(checks, 5, true);
        assertThat(checks.isSelected()).isTrue();
        pass(checks, 120, false);
        assertThat(checks.isSelected()).isFalse();
        assertThat(checks.route()).isEmpty();
        pass(checks, 20, true);
        assertThat(checks.isSelected()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"763, 2", "764, 1"})
    void aRelayMayNotAskForTooMuch(int octets, int requests) {
        List<Boolean> done = new ArrayList<>();
        Relay relay = new Relay(
                THERE,
                "ada",
                "secret",
                transactions,
                data -> StunMessage.parse(data, data.length).ifPresent(asked::add),
                () -> clock[0]);
        relay.allocate(Optional.empty(), seen -> done.add(seen.isPresent()));
        StunMessage no = asked.get(0)
                .reply(StunMessage.ERROR)
                .with(StunMessage.ERROR_CODE, (byte) 0, (byte) 0, (byte) 4, (byte) 1)
                .with(StunMessage.REALM, "example")
                .with(StunMessage.NONCE, new byte[octets]);
        transactions.answered(no, new Route(false, THERE));
        assertThat(asked).hasSize(requests);
        assertThat(done).hasSize(2 - requests);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsHiddenDoesNotAnswerStraight(boolean hidden) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        Traversal wishes = new Traversal(hidden, Optional.empty(), Optional.empty(), "", Optional::empty);
        try (DatagramSocket port = new DatagramSocket(new InetSocketAddress(here, 0));
                DatagramSocket peer = new DatagramSocket(new InetSocketAddress(here, 0));
                IceAgent agent = new IceAgent(port, here, wishes)) {
            byte[] request = StunMessage.fresh(StunMessage.BINDING)
                    .with(StunMessage.USERNAME, agent.description().fragment() + ":them")
                    .with(StunMessage.PRIORITY, 1_000, 4)
                    .write(agent.description().password().getBytes(StandardCharsets.UTF_8));
            agent.came(request, request.length, (InetSocketAddress) peer.getLocalSocketAddress());
            assertThat(isAnswered(peer)).isNotEqualTo(hidden);
        }
    }

    @Test
    void theWayBeforeIsKnownUntilAnotherIsFound() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        Traversal wishes = new Traversal(false, Optional.empty(), Optional.empty(), "", Optional::empty);
        try (DatagramSocket port = new DatagramSocket(new InetSocketAddress(here, 0));
                DatagramSocket peer = new DatagramSocket(new InetSocketAddress(here, 0));
                IceAgent agent = new IceAgent(port, here, wishes)) {
            InetSocketAddress there = (InetSocketAddress) peer.getLocalSocketAddress();
            agent.start(
                    new IceTerms(
                            PEER.fragment(), PEER.password(), List.of(new Candidate("h", 1_000, there, "host")), false),
                    true);
            DatagramPacket check = new DatagramPacket(new byte[2_048], 2_048);
            peer.receive(check);
            byte[] yes = StunMessage.parse(check.getData(), check.getLength())
                    .orElseThrow()
                    .reply(StunMessage.SUCCESS)
                    .write(PEER.password().getBytes(StandardCharsets.UTF_8));
            agent.came(yes, yes.length, there);
            agent.restart();
            assertThat(agent.knows(there)).isTrue();
            assertThat(agent.knows(THERE)).isFalse();
            try (IceAgent next = agent.anew(here, true)) {
                assertThat(next.isStarted()).isTrue();
                assertThat(next.knows(there)).isTrue();
            }
        }
    }

    private static boolean isAnswered(DatagramSocket peer) throws IOException {
        peer.setSoTimeout(500);
        try {
            peer.receive(new DatagramPacket(new byte[2_048], 2_048));
            return true;
        } catch (SocketTimeoutException nothing) {
            return false;
        }
    }
}
