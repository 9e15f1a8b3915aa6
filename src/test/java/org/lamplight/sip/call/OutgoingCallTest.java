package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;

class OutgoingCallTest {
    @TempDir
    Path folder;

    private CallRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new CallRig(folder, "display-name=Ada \"A\" Byron");
    }

    /** Every call's media are closed, whatever became of it. */
    @AfterEach
    void close() throws Exception {
        rig.phone.closeAccount();
        rig.phone.until("media closed", () -> rig.media.open() == 0);
        rig.close();
    }

    @Test
    void anAnnouncementIsHeardBeforeTheAnswer() throws Exception {
        Dialled out = rig.dial("6002");
        assertThat(out.invite().get("From")).startsWith("\"Ada \\\"A\\\" Byron\" <sip:ada@office.test>;tag=");
        rig.peer.answer(out.invite(), 183, rig.peer.contactLine(), CallRig.OFFER);
        Call early = rig.phone.awaitState(out.id(), CallState.EARLY);
        assertThat(early.media()).isNotNull();
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
        assertThat(rig.phone.history().stream().map(Call::state).distinct())
                .containsExactly(CallState.DIALLING, CallState.EARLY, CallState.CONNECTED);
    }

    @Test
    void reliableResponsesAreAcknowledgedOnce() throws Exception {
        Dialled out = rig.dial("6002");
        assertThat(out.invite().get("Supported")).contains("100rel");
        String reliable = rig.peer.contactLine() + "\r\nRequire: 100rel\r\nRSeq: 4711";
        rig.peer.answer(out.invite(), 183, reliable, CallRig.OFFER);
        SipText prack = rig.peer.request("PRACK");
        assertThat(prack.get("RAck")).isEqualTo("4711 " + out.invite().sequence() + " INVITE");
        assertThat(prack.sequence()).isEqualTo(out.invite().sequence() + 1);
        rig.peer.answer(prack, 200, "", "");
        rig.peer.answer(out.invite(), 183, reliable, CallRig.OFFER);
        rig.peer.answer(out.invite(), 180, reliable.replace("4711", "4712"), "");
        SipText second = rig.peer.request("PRACK");
        assertThat(second.get("RAck")).startsWith("4712 ");
        rig.peer.answer(second, 200, "", "");
        // the answer came reliably, so the 200 needs none
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
    }

    @Test
    void ofTwoThatAnswerTheSecondIsLetGo() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine() + "\r\nTo-Tag: one", "");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine() + "\r\nTo-Tag: two", "");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine() + "\r\nTo-Tag: one", CallRig.OFFER);
        assertThat(rig.peer.request("ACK").tag("To")).isEqualTo("one");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine() + "\r\nTo-Tag: two", CallRig.OFFER);
        assertThat(rig.peer.request("ACK").tag("To")).isEqualTo("two");
        SipText bye = rig.peer.request("BYE");
        assertThat(bye.tag("To")).isEqualTo("two");
        rig.peer.answer(bye, 200, "", "");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine() + "\r\nTo-Tag: one", CallRig.OFFER);
        assertThat(rig.peer.request("ACK").tag("To")).isEqualTo("one");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void aRedirectionWithinTheDomainIsFollowedOnce() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 302, "Contact: <sip:6003@office.test>", "");
        rig.peer.request("ACK");
        SipText again = rig.peer.request("INVITE");
        assertThat(again.uri()).isEqualTo("sip:6003@office.test");
        assertThat(again.get("Call-ID")).isEqualTo(out.invite().get("Call-ID"));
        rig.peer.answer(again, 302, "Contact: <sip:6004@office.test>", "");
        rig.phone.awaitState(out.id(), CallState.ENDED);
    }

    @Test
    void aRedirectionToElsewhereIsNotFollowed() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 302, "Contact: <sip:premium@evil.test>", "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                .isEqualTo(302);
    }

    @Test
    void aRingingCallIsGivenUp() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        SipText cancel = rig.peer.request("CANCEL");
        assertThat(cancel.get("Via")).isEqualTo(out.invite().get("Via"));
        assertThat(cancel.sequence()).isEqualTo(out.invite().sequence());
        rig.peer.answer(cancel, 200, "", "");
        rig.peer.answer(out.invite(), 487, "", "");
        rig.peer.request("ACK");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                .isEqualTo(487);
    }

    @Test
    void aCallGivenUpAtOnceIsCancelledOnceTheServerHasSpoken() throws Exception {
        Dialled out = rig.dial("6002");
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(rig.peer.has(message -> message.start().startsWith("CANCEL")))
                .isFalse();
        rig.peer.answer(out.invite(), 100, "", "");
        rig.peer.answer(rig.peer.request("CANCEL"), 200, "", "");
        rig.peer.answer(out.invite(), 487, "", "");
        rig.peer.request("ACK");
    }

    @Test
    void anAnswerThatCrossesTheCancelIsHungUp() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        SipText cancel = rig.peer.request("CANCEL");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.answer(cancel, 200, "", "");
        rig.peer.request("ACK");
        rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void aProxyIsAnsweredOnceAndAWrongPasswordEndsTheCall() throws Exception {
        Dialled out = rig.dial("6002");
        String challenge = "Proxy-Authenticate: Digest realm=\"office.test\", nonce=\"p1\", qop=\"auth\"";
        rig.peer.answer(out.invite(), 407, challenge, "");
        rig.peer.request("ACK");
        SipText again = rig.peer.request("INVITE");
        assertThat(again.get("Proxy-Authorization"))
                .contains("uri=\"sip:6002@office.test\"")
                .contains("nc=00000001");
        assertThat(again.sequence()).isEqualTo(out.invite().sequence() + 1);
        assertThat(again.get("Call-ID")).isEqualTo(out.invite().get("Call-ID"));
        assertThat(again.body()).isEqualTo(out.invite().body());
        rig.peer.answer(again, 407, challenge.replace("p1", "p2"), "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                .isEqualTo(407);
        assertThat(rig.peer.has(message -> message.start().startsWith("INVITE")))
                .isFalse();
    }

    @Test
    void aLongerSessionIsAgreedTo() throws Exception {
        Dialled out = rig.dial("6002");
        assertThat(out.invite().get("Session-Expires")).startsWith("1800");
        rig.peer.answer(out.invite(), 422, "Min-SE: 3600", "");
        rig.peer.request("ACK");
        SipText again = rig.peer.request("INVITE");
        assertThat(again.get("Min-SE")).isEqualTo("3600");
        assertThat(again.get("Session-Expires")).startsWith("3600");
        rig.peer.answer(again, 486, "", "");
    }

    @Test
    void theNetworksReasonSaysMore() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 503, "Reason: Q.850;cause=1;text=\"Unallocated\"", "");
        Call over = rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(over.cause().code()).isEqualTo(503);
        assertThat(over.cause().text()).contains("not known");
    }

    @Test
    void aDescriptionWithNothingInCommonEndsTheCall() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine(), CallRig.OFFER.replace("RTP/AVP 0", "RTP/AVP 18"));
        rig.peer.request("ACK");
        rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                .isEqualTo(488);
    }

    @Test
    void whatCannotBeDialledSaysSo() throws Exception {
        Call call = rig.phone.dial("not <this>");
        assertThat(rig.phone.awaitState(call.id(), CallState.ENDED).cause().text())
                .contains("not <this>");
    }

    @Test
    void theServerTellsWhoAnswered() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(
                out.invite(),
                200,
                rig.peer.contactLine() + "\r\nP-Asserted-Identity: \"Grace\" <sip:6003@office.test>",
                SipPeer.sdp(1, "sendrecv"));
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
        rig.phone.until(
                "Grace", () -> "Grace".equals(rig.phone.call(out.id()).remote().name()));
    }
}
