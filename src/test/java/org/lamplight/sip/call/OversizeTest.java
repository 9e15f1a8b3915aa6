package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;
import org.lamplight.sip.flow.OwnAddress;

/** What is too long for a datagram. */
class OversizeTest {
    private static final String PROXY = "Proxy-Authenticate: Digest realm=\"office.test\", nonce=\"n1\", qop=\"auth\"";

    @TempDir
    private Path folder;

    private CallRig rig;

    private void open(SipPeer peer) throws Exception {
        rig = new CallRig(peer, "udp", OwnAddress.SYSTEM, folder);
        rig.media.longer(1_000);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void assertByTcp(SipText request) {
        assertThat(request.get("Via")).startsWith("SIP/2.0/TCP ");
        assertThat(request.way().peer()).isNotEqualTo(rig.register().way().peer());
        if (!request.contact().isEmpty()) {
            assertThat(request.contact()).isEqualTo(rig.uri());
        }
    }

    private void assertByUdp(SipText request) {
        assertThat(request.get("Via")).startsWith("SIP/2.0/UDP ");
        assertThat(request.way().peer()).isEqualTo(rig.register().way().peer());
    }

    @Test
    void itGoesByTcpAndTheRestAsEver() throws Exception {
        open(SipPeer.both());
        Dialled out = rig.dial("6002");
        assertByTcp(out.invite());
        rig.peer.answer(out.invite(), 407, PROXY, "");
        rig.peer.request("ACK");
        SipText proved = rig.peer.request("INVITE");
        assertByTcp(proved);
        assertThat(proved.get("Proxy-Authorization")).isNotEmpty();
        assertThat(rig.peer.connections()).isEqualTo(1);
        rig.peer.answer(proved, 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.peer.answer(proved, 200, rig.peer.contactLine(), CallRig.OFFER);
        assertByUdp(rig.peer.request("ACK"));
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText hold = rig.peer.request("INVITE");
        assertByTcp(hold);
        rig.peer.answer(hold, 200, rig.peer.contactLine(), SipPeer.sdp(2, "recvonly"));
        rig.phone.awaitState(out.id(), CallState.HELD);
        rig.inDialog(rig.register(), proved, "BYE");
        rig.peer.response(200, rig.last() + " BYE");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(rig.peer.connections()).isEqualTo(1);
        assertThat(rig.peer.registers()).hasSize(1);
    }

    @Test
    void whatIsGivenUpIsGivenUpTheSameWay() throws Exception {
        open(SipPeer.both());
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        SipText cancel = rig.peer.request("CANCEL");
        assertByTcp(cancel);
        rig.peer.answer(cancel, 200, "", "");
        rig.peer.answer(out.invite(), 487, "", "");
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        // the server closes what is idle, and the line does not mind
        rig.peer.cut();
        rig.media.longer(1);
        assertByUdp(rig.dial("6002").invite());
        assertThat(rig.peer.registers()).hasSize(1);
    }

    @Test
    void whoTakesDatagramsAloneGetsThem() throws Exception {
        open(SipPeer.udp());
        Dialled out = rig.talk();
        assertByUdp(out.invite());
        rig.peer.reopen();
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText hold = rig.peer.request("INVITE");
        assertByUdp(hold);
        rig.peer.answer(hold, 200, rig.peer.contactLine(), SipPeer.sdp(2, "recvonly"));
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.HELD);
        assertThat(rig.peer.connections()).isZero();
        assertThat(rig.peer.registers()).hasSize(1);
    }

    @Test
    void whoClosesEachConnectionGetsDatagrams() throws Exception {
        open(SipPeer.both());
        rig.peer.hangUp();
        Dialled out = rig.dial("6002");
        assertByUdp(out.invite());
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        SipText cancel = rig.peer.request("CANCEL");
        assertThat(cancel.get("Via")).isEqualTo(out.invite().get("Via"));
        rig.peer.answer(cancel, 200, "", "");
        rig.peer.answer(out.invite(), 487, "", "");
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        assertByUdp(rig.talk().invite());
        assertThat(rig.peer.has(one -> one.method().equals("INVITE"))).isFalse();
        assertThat(rig.peer.registers()).hasSize(1);
    }

    @Test
    void aStrangerHasUsOpenNoConnections() throws Exception {
        open(SipPeer.both());
        rig.media.longer(1);
        Dialled out = rig.dial("6002");
        try (SipPeer stranger = SipPeer.udp("127.0.0.7")) {
            rig.peer.answer(out.invite(), 200, stranger.contactLine(), CallRig.OFFER);
            stranger.request("ACK");
            rig.phone.awaitState(out.id(), CallState.CONNECTED);
            rig.media.longer(1_000);
            rig.phone.tell(calls -> calls.hold(out.id()));
            assertThat(stranger.request("INVITE").get("Via")).startsWith("SIP/2.0/UDP ");
        }
    }

    @Test
    void whatIsShortGoesByDatagram() throws Exception {
        open(SipPeer.both());
        rig.media.longer(1);
        assertByUdp(rig.talk().invite());
        assertThat(rig.peer.connections()).isZero();
    }
}
