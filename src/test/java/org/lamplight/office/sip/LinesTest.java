package org.lamplight.office.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lamplight.media.rtp.RtpPacket;
import org.lamplight.office.sip.line.PlacedCall;

/** Lines and colleagues: what answers in the office itself, and how it sounds. */
class LinesTest {
    @RegisterExtension
    final SipOffice office = new SipOffice();

    private Text call(RawPhone phone, String user, SoundLeg leg) throws Exception {
        phone.invite("sip:" + user + "@localhost", RawPhone.sdp(leg.port()));
        Text accepted = phone.awaitCode(200, "INVITE");
        phone.ack(accepted);
        return accepted;
    }

    private static void hangUp(RawPhone phone, Text accepted) throws Exception {
        phone.bye(accepted);
        phone.awaitCode(200, "BYE");
    }

    @Test
    void theEchoSendsBackWhatItHearsWithASourceOfItsOwn() throws Exception {
        RawPhone ada = office.udp("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        String offer = RawPhone.sdp(leg.port())
                .replace("RTP/AVP 0 8 101", "RTP/AVP 111 101")
                .replace("a=rtpmap:0 PCMU/8000", "a=rtpmap:111 opus/48000/2")
                .replace("telephone-event/8000", "telephone-event/48000");
        ada.invite("sip:echo@localhost", offer + "m=video 5000 RTP/AVP 97\r\n");
        Text accepted = ada.awaitCode(200, "INVITE");
        ada.ack(accepted);
        assertThat(accepted.body())
                .contains("RTP/AVP 111 101\r\n", "a=rtpmap:111 opus/48000/2", "m=video 0 RTP/AVP 97");
        for (int type : new int[] {111, 101}) {
            RtpPacket sent = new RtpPacket(true, type, 7, 960, 42, new byte[] {1, 2, 3});
            leg.send(new RtpPacket(false, 12, 6, 0, 42, new byte[] {9}), accepted.mediaPort());
            leg.send(sent, accepted.mediaPort());
            RtpPacket back = leg.next();
            assertThat(back.payloadType()).isEqualTo(type);
            assertThat(back.sequence()).isEqualTo(7);
            assertThat(back.timestamp()).isEqualTo(960);
            assertThat(back.payload()).containsExactly(1, 2, 3);
            assertThat(back.ssrc()).isNotEqualTo(42);
        }
        hangUp(ada, accepted);
        assertThat(office.server().ownCalls().get()).isZero();
    }

    @Test
    void busyAndDeclineSaySo() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.invite("sip:busy@localhost", RawPhone.sdp(4000));
        ada.awaitCode(486, "INVITE");
        ada.invite("sip:decline@localhost", RawPhone.sdp(4000));
        ada.awaitCode(603, "INVITE");
        assertThat(office.server().ownCalls().get()).isZero();
    }

    @Test
    void noAnswerRingsUntilItIsCancelled() throws Exception {
        RawPhone ada = office.udp("ada");
        String invitation = ada.invite("sip:no-answer@localhost", RawPhone.sdp(4000));
        ada.awaitCode(180, "INVITE");
        ada.cancel(invitation);
        ada.awaitCode(200, "CANCEL");
        ada.awaitCode(487, "INVITE");
        assertThat(office.server().ownCalls().get()).isZero();
    }

    @Test
    void musicIsHeardEarlyToo() throws Exception {
        RawPhone ada = office.udp("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        ada.invite("sip:early@localhost", RawPhone.sdp(leg.port()));
        Text early = ada.awaitCode(183, "INVITE");
        assertThat(early.body()).contains("m=audio");
        assertThat(leg.level(10)).isBetween(0.02, 0.4);
        Text accepted = ada.awaitCode(200, "INVITE");
        assertThat(accepted.body()).isEqualTo(early.body());
        ada.ack(accepted);
        hangUp(ada, accepted);
    }

    @Test
    void aColleagueAnswersTalksIsHeldAndGoesOn() throws Exception {
        RawPhone ada = office.udp("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        ada.invite("sip:6004@localhost", RawPhone.sdp(leg.port()));
        ada.awaitCode(180, "INVITE");
        Text accepted = ada.awaitCode(200, "INVITE");
        ada.ack(accepted);
        assertThat(leg.level(60)).isBetween(0.02, 0.3);
        assertThat(change(ada, accepted, RawPhone.sdp(leg.port(), "sendonly"))).contains("a=recvonly");
        assertThat(change(ada, accepted, RawPhone.sdp(leg.port(), "inactive"))).contains("a=inactive");
        SoundLeg moved = office.keep(new SoundLeg());
        assertThat(change(ada, accepted, RawPhone.sdp(moved.port()))).contains("a=sendrecv");
        assertThat(moved.level(20)).isPositive();
        ada.inDialog(accepted, "INFO", "", RawPhone.nothing());
        ada.awaitCode(200, "INFO");
        hangUp(ada, accepted);
        ada.inDialog(accepted, "INFO", "", RawPhone.nothing());
        ada.awaitCode(481, "INFO");
    }

    private static String change(RawPhone phone, Text accepted, String offer) throws Exception {
        phone.inDialog(accepted, "INVITE", "", RawPhone.withBody("application/sdp", offer));
        Text changed = phone.awaitCode(200, "INVITE");
        phone.ack(changed);
        return changed.body();
    }

    @Test
    void anInvitationWithoutOfferGetsOne() throws Exception {
        RawPhone ada = office.udp("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        ada.ask("INVITE", "sip:music@localhost", "", RawPhone.nothing());
        Text accepted = ada.awaitCode(200, "INVITE");
        assertThat(accepted.body()).contains("RTP/AVP 0 8 101");
        ada.inDialog(accepted, "ACK", "", RawPhone.withBody("application/sdp", RawPhone.sdp(leg.port())));
        assertThat(leg.level(20)).isBetween(0.02, 0.4);
        hangUp(ada, accepted);
    }

    @Test
    void soundThatNobodyKnowsIsRefused() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.invite("sip:music@localhost", RawPhone.sdp(4000).replace("RTP/AVP", "RTP/SAVP"));
        ada.awaitCode(488, "INVITE");
        ada.ask("INVITE", "sip:music@localhost", "Require: 100rel\r\n", RawPhone.nothing());
        assertThat(ada.awaitCode(420, "INVITE").one("Unsupported")).isEqualTo("100rel");
    }

    @Test
    void aColleagueCalls() throws Exception {
        RawPhone ada = office.phone("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        PlacedCall placed = office.server().call("grace", "6001").get(5, TimeUnit.SECONDS);
        Text invite = ada.awaitRequest("INVITE");
        assertThat(invite.one("From")).startsWith("\"Grace\" <sip:grace@localhost>");
        assertThat(invite.one("P-Asserted-Identity")).isEqualTo("\"Grace\" <sip:grace@localhost>");
        ada.answer(invite, 180, "a", "", "");
        Text answered = ada.answer(invite, 200, "a", "", RawPhone.sdp(leg.port()));
        ada.awaitRequest("ACK");
        assertThat(placed.outcome().get(5, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(leg.level(60)).isBetween(0.02, 0.3);
        leg.send(new RtpPacket(false, 0, 1, 0, 1, new byte[160]), invite.mediaPort());
        ada.back(invite, answered, "BYE", RawPhone.nothing());
        ada.awaitCode(200, "BYE");
        placed.over().get(5, TimeUnit.SECONDS);
    }

    @Test
    void aColleagueHangsUpOrGivesUp() throws Exception {
        RawPhone ada = office.phone("ada");
        PlacedCall placed = office.server().call("grace", "ada").get(5, TimeUnit.SECONDS);
        Text invite = ada.awaitRequest("INVITE");
        ada.answer(invite, 200, "a", "", RawPhone.sdp(4000));
        ada.awaitRequest("ACK");
        placed.outcome().get(5, TimeUnit.SECONDS);
        placed.hangUp();
        ada.answer(ada.awaitRequest("BYE"), 200, "", "", "");
        PlacedCall second = office.server().call("grace", "ada").get(5, TimeUnit.SECONDS);
        Text again = ada.awaitRequest("INVITE");
        ada.answer(again, 180, "a", "", "");
        second.hangUp();
        ada.answer(ada.awaitRequest("CANCEL"), 200, "a", "", "");
        ada.answer(again, 487, "a", "", "");
        ada.awaitRequest("ACK");
        assertThat(second.outcome().get(5, TimeUnit.SECONDS)).isEqualTo(487);
        assertThatThrownBy(() -> office.server().call("grace", "bob").get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("no telephone");
    }

    @Test
    void aColleagueIsTransferred() throws Exception {
        RawPhone ada = office.udp("ada");
        RawPhone bob = office.phone("bob");
        SoundLeg leg = office.keep(new SoundLeg());
        Text accepted = call(ada, "grace", leg);
        ada.inDialog(
                accepted,
                "REFER",
                "Refer-To: <sip:6002@localhost?Replaces=c%40h%3Bto-tag%3D1%3Bfrom-tag%3D2>\r\n",
                RawPhone.nothing());
        ada.awaitCode(202, "REFER");
        Text trying = ada.awaitRequest("NOTIFY");
        assertThat(trying.body()).isEqualTo("SIP/2.0 100 Trying\r\n");
        ada.answer(trying, 200, "", "", "");
        Text invite = bob.awaitRequest("INVITE");
        assertThat(invite.one("Replaces")).isEqualTo("c@h;to-tag=1;from-tag=2");
        assertThat(invite.one("From")).contains("sip:grace@localhost");
        bob.answer(invite, 200, "b", "", RawPhone.sdp(4002));
        bob.awaitRequest("ACK");
        Text done = ada.awaitRequest("NOTIFY");
        assertThat(done.body()).isEqualTo("SIP/2.0 200 OK\r\n");
        assertThat(done.one("Subscription-State")).startsWith("terminated");
        ada.answer(done, 200, "", "", "");
        hangUp(ada, accepted);
        assertThat(office.server().ownCalls().get()).isEqualTo(1);
    }

    @Test
    void aTransferToNobodyIsToldSo() throws Exception {
        RawPhone ada = office.udp("ada");
        SoundLeg leg = office.keep(new SoundLeg());
        Text accepted = call(ada, "grace", leg);
        ada.inDialog(accepted, "REFER", "Refer-To: <sip:cleo@localhost>\r\n", RawPhone.nothing());
        ada.awaitCode(202, "REFER");
        ada.answer(ada.awaitRequest("NOTIFY"), 200, "", "", "");
        Text done = ada.awaitRequest("NOTIFY");
        assertThat(done.body()).startsWith("SIP/2.0 480 ");
        ada.answer(done, 200, "", "", "");
        hangUp(ada, accepted);
    }
}
