package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;

class MidCallTest extends WithRig {
    private Dialled out;

    @BeforeEach
    void open() throws Exception {
        out = rig.talk();
    }

    @AfterEach
    void close() throws Exception {
        rig.phone.closeAccount();
        rig.phone.until("media closed", () -> rig.media.open() == 0);
        rig.close();
    }

    private void hold() throws Exception {
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText invite = rig.peer.request("INVITE");
        assertThat(invite.body()).contains("a=sendonly");
        rig.peer.answer(invite, 200, rig.peer.contactLine(), SipPeer.sdp(2, "recvonly"));
        assertThat(rig.peer.request("ACK").sequence()).isEqualTo(invite.sequence());
        rig.phone.awaitState(out.id(), CallState.HELD);
    }

    @Test
    void itIsHeldAndGoesOn() throws Exception {
        hold();
        rig.phone.tell(calls -> calls.resume(out.id()));
        SipText invite = rig.peer.request("INVITE");
        assertThat(invite.body()).contains("a=sendrecv");
        assertThat(invite.tag("To")).isEqualTo("there");
        rig.peer.answer(invite, 200, rig.peer.contactLine(), SipPeer.sdp(3, "sendrecv"));
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
    }

    @Test
    void thePeerHoldsToo() throws Exception {
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(2, "sendonly"));
        SipText ok = rig.peer.response(200, rig.last() + " INVITE");
        assertThat(ok.body()).contains("a=recvonly");
        rig.inDialog(out.invite(), "ACK", "", "");
        rig.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText invite = rig.peer.request("INVITE");
        rig.peer.answer(invite, 200, rig.peer.contactLine(), SipPeer.sdp(3, "inactive"));
        rig.phone.awaitState(out.id(), CallState.HELD);
        rig.phone.tell(calls -> calls.resume(out.id()));
        rig.peer.answer(rig.peer.request("INVITE"), 200, rig.peer.contactLine(), SipPeer.sdp(4, "sendonly"));
        rig.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
    }

    @Test
    void theOldWayOfHoldingIsUnderstood() throws Exception {
        rig.inDialog(
                out.invite(),
                "INVITE",
                "",
                SipPeer.sdp(2, "sendrecv").replace("c=IN IP4 127.0.0.1", "c=IN IP4 0.0.0.0"));
        rig.peer.response(200, rig.last() + " INVITE");
        rig.inDialog(out.invite(), "ACK", "", "");
        rig.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
    }

    @Test
    void whenBothOfferAtOnceOursIsTriedAgain() throws Exception {
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText ours = rig.peer.request("INVITE");
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(2, "sendrecv"));
        rig.peer.response(491, rig.last() + " INVITE");
        long begin = System.nanoTime();
        rig.peer.answer(ours, 491, "", "");
        SipText again = rig.peer.request("INVITE");
        assertThat(System.nanoTime() - begin).isGreaterThan(2_000_000_000L);
        rig.peer.answer(again, 200, rig.peer.contactLine(), SipPeer.sdp(2, "recvonly"));
        rig.phone.awaitState(out.id(), CallState.HELD);
    }

    @Test
    void aRefusedChangeLeavesAllAsItWas() throws Exception {
        rig.phone.tell(calls -> calls.hold(out.id()));
        rig.peer.answer(rig.peer.request("INVITE"), 488, "", "");
        rig.phone.until("said", () -> !rig.phone.notices().isEmpty());
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(2, "sendrecv").replace("RTP/AVP 0", "RTP/AVP 18"));
        rig.peer.response(488, rig.last() + " INVITE");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void aDeadDialogEndsTheCall() throws Exception {
        rig.phone.tell(calls -> calls.hold(out.id()));
        rig.peer.answer(rig.peer.request("INVITE"), 481, "", "");
        rig.phone.awaitState(out.id(), CallState.ENDED);
    }

    @Test
    void aSecondOfferBeforeTheAckHasToWait() throws Exception {
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(2, "sendrecv"));
        rig.peer.response(200, rig.last() + " INVITE");
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(3, "sendrecv"));
        assertThat(rig.peer.response(500, rig.last() + " INVITE").get("Retry-After"))
                .isNotEmpty();
    }

    @Test
    void anInviteWithoutAnOfferGetsOurs() throws Exception {
        rig.inDialog(out.invite(), "INVITE", "", "");
        assertThat(rig.peer.response(200, rig.last() + " INVITE").body()).contains("m=audio");
        rig.inDialog(out.invite(), "ACK", "", SipPeer.sdp(2, "sendonly"));
        rig.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
    }

    @Test
    void updatesAreAnswered() throws Exception {
        rig.inDialog(out.invite(), "UPDATE", "Session-Expires: 30", "");
        assertThat(rig.peer.response(422, rig.last() + " UPDATE").get("Min-SE")).isEqualTo("90");
        rig.inDialog(out.invite(), "UPDATE", "Session-Expires: 90;refresher=uac\r\nSupported: timer", "");
        assertThat(rig.peer.response(200, rig.last() + " UPDATE").get("Session-Expires"))
                .isEqualTo("90;refresher=uac");
        rig.inDialog(out.invite(), "UPDATE", "", SipPeer.sdp(2, "inactive"));
        assertThat(rig.peer.response(200, rig.last() + " UPDATE").body()).contains("a=inactive");
        rig.phone.awaitState(out.id(), CallState.HELD_BY_PEER);
        rig.inDialog(out.invite(), "UPDATE", "P-Asserted-Identity: \"Grace\" <sip:6003@office.test>", "");
        rig.phone.until(
                "Grace", () -> "Grace".equals(rig.phone.call(out.id()).remote().name()));
    }

    @Test
    void keysGoWithTheSoundOrByInfoButNeverTwice() throws Exception {
        rig.phone.tell(calls -> calls.press(out.id(), "5#"));
        SipText first = rig.peer.request("INFO");
        assertThat(first.get("Content-Type")).isEqualTo("application/dtmf-relay");
        assertThat(first.body()).isEqualTo("Signal=5\r\nDuration=160\r\n");
        rig.peer.answer(first, 200, "", "");
        SipText second = rig.peer.request("INFO");
        assertThat(second.body()).startsWith("Signal=#");
        rig.peer.answer(second, 200, "", "");
        rig.media.keysWithSound(true);
        rig.phone.tell(calls -> calls.press(out.id(), "12"));
        rig.phone.until("pressed", () -> rig.media.sessions().get(0).keys().equals("12"));
        assertThat(rig.peer.has(message -> message.start().startsWith("INFO"))).isFalse();
        rig.inDialog(out.invite(), "INFO", "Content-Type: application/dtmf-relay", "Signal=7\r\nDuration=160\r\n");
        rig.peer.response(200, rig.last() + " INFO");
        rig.phone.until("heard", () -> rig.phone.keys().contains('7'));
        rig.inDialog(out.invite(), "INFO", "Content-Type: application/unheard-of", "x");
        rig.peer.response(200, rig.last() + " INFO");
    }

    @Test
    void whatComesTooLateIsRefused() throws Exception {
        rig.inDialog(out.invite(), "OPTIONS", "", "");
        rig.peer.response(200, rig.last() + " OPTIONS");
        rig.inDialog(out.invite(), "BYE", "", "");
        rig.peer.response(200, rig.last() + " BYE");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        rig.inDialog(out.invite(), "INFO", "", "");
        rig.peer.response(481, rig.last() + " INFO");
    }
}
