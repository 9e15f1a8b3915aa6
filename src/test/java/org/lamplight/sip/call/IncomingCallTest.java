package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;

class IncomingCallTest extends WithRig {
    @AfterEach
    void close() throws Exception {
        rig.phone.closeAccount();
        rig.phone.until("media closed", () -> rig.media.open() == 0);
        rig.close();
    }

    private void send(SipText back, String method, int cseq, String dialog, String body) {
        rig.peer.send(back, rig.peer.request(method, rig.uri(), cseq, dialog, body));
    }

    private static String within(String headers, SipText ok) {
        return headers.replace("To: <sip:ada@office.test>", "To: " + ok.get("To"));
    }

    @Test
    void withoutAnOfferOursStandsInTheAnswer() throws Exception {
        String headers = rig.invite("in1", "", "");
        Call call = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.answer(call.id()));
        SipText ok = rig.peer.response(200);
        assertThat(ok.body()).contains("m=audio").contains("a=sendrecv");
        send(ok, "ACK", 1, within(headers, ok), CallRig.OFFER);
        rig.phone.until("sound", () -> rig.phone.call(call.id()).media() != null);
        assertThat(rig.phone.call(call.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void itIsDeclinedOrBusyOrSentOn() throws Exception {
        rig.invite("in1", "", CallRig.OFFER);
        Call first = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.decline(first.id(), 486));
        rig.peer.response(486);
        rig.phone.awaitState(first.id(), CallState.ENDED);
        rig.invite("in2", "", CallRig.OFFER);
        Call second = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.hangUp(second.id()));
        rig.peer.response(603);
        rig.phone.awaitState(second.id(), CallState.ENDED);
        rig.invite("in3", "", CallRig.OFFER);
        Call third = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.sendOn(third.id(), "6009"));
        assertThat(rig.peer.response(302).contact()).isEqualTo("sip:6009@office.test");
        rig.phone.awaitState(third.id(), CallState.ENDED);
    }

    private void cancel(String callId, String extra, SipText ringing) {
        String headers = "From: \"Charles\" <sip:6002@office.test>;tag=p1\r\nTo: <sip:ada@office.test>\r\nCall-ID: "
                + callId + "\r\n" + extra;
        String text = rig.peer.request("CANCEL", rig.uri(), 1, headers, "");
        String branch = ringing.parameter("Via", "branch").orElseThrow();
        rig.peer.send(ringing, text.replaceFirst("branch=[^\r;]+", "branch=" + branch));
    }

    @Test
    void theCallerGivesUp() throws Exception {
        rig.invite("in1", "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        cancel("in1", "", rig.peer.response(180));
        rig.peer.response(200, "1 CANCEL");
        rig.peer.response(487, "1 INVITE");
        Call over = rig.phone.awaitState(call.id(), CallState.ENDED);
        assertThat(over.isMissed()).isTrue();
    }

    @Test
    void whatAnotherPhoneTookIsNotMissed() throws Exception {
        rig.invite("in1", "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        cancel("in1", "Reason: SIP;cause=200;text=\"Call completed elsewhere\"", rig.peer.response(180));
        Call over = rig.phone.awaitState(call.id(), CallState.ENDED);
        assertThat(over.cause().elsewhere()).isTrue();
        assertThat(over.isMissed()).isFalse();
    }

    @Test
    void strangersAreTurnedAway() throws Exception {
        try (SipPeer stranger = SipPeer.udp("127.0.0.2")) {
            String headers = "From: <sip:x@evil.test>;tag=1\r\nTo: <sip:ada@office.test>\r\nCall-ID: s1\r\n"
                    + stranger.contactLine();
            int port = Integer.parseInt(rig.uri().replaceFirst(".*:", ""));
            stranger.send("127.0.0.1", port, stranger.request("INVITE", rig.uri(), 1, headers, CallRig.OFFER));
            stranger.response(403);
            assertThat(rig.phone.ringing()).isEmpty();
        }
    }

    @Test
    void strangersMayCallWhereTheAccountAllowsIt() throws Exception {
        rig.close();
        rig = new CallRig(folder, "strangers=yes");
        try (SipPeer stranger = SipPeer.udp("127.0.0.2")) {
            String headers = "From: <sip:x@evil.test>;tag=1\r\nTo: <sip:ada@office.test>\r\nCall-ID: s1\r\n"
                    + "P-Asserted-Identity: \"The Boss\" <sip:boss@office.test>\r\n" + stranger.contactLine();
            int port = Integer.parseInt(rig.uri().replaceFirst(".*:", ""));
            stranger.send("127.0.0.1", port, stranger.request("INVITE", rig.uri(), 1, headers, CallRig.OFFER));
            assertThat(rig.phone.awaitIncoming().remote().uri()).isEqualTo("sip:x@evil.test");
        }
    }

    @Test
    void ourServerSaysWhoCallsAndForWhom() throws Exception {
        rig.invite(
                "in1",
                "P-Asserted-Identity: \"Grace\u202E H\" <sip:6003@office.test>\r\n"
                        + "Diversion: <sip:6004@office.test>;reason=no-answer, \"Boss\" <sip:6005@office.test>;reason=unconditional",
                CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        assertThat(call.remote().name()).isEqualTo("Grace H");
        assertThat(call.remote().uri()).isEqualTo("sip:6003@office.test");
        assertThat(call.remote().forwardedBy()).isEqualTo("Boss");
    }

    @Test
    void whatWeDoNotUnderstandIsRefused() throws Exception {
        rig.invite("in1", "Require: teleport", CallRig.OFFER);
        assertThat(rig.peer.response(420).get("Unsupported")).isEqualTo("teleport");
        rig.invite("in2", "Content-Type: text/plain", "hello");
        assertThat(rig.peer.response(415).get("Accept")).isEqualTo("application/sdp");
        assertThat(rig.phone.ringing()).isEmpty();
    }

    @Test
    void aDescriptionInsideAMultipartBodyIsFound() throws Exception {
        String body =
                "--b1\r\nContent-Type: application/xml\r\n\r\n<x/>\r\n--b1\r\nContent-Type: application/sdp\r\n\r\n"
                        + CallRig.OFFER + "\r\n--b1--\r\n";
        rig.invite("in1", "Content-Type: multipart/mixed;boundary=b1", body);
        Call call = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.answer(call.id()));
        rig.peer.response(200);
    }

    @Test
    void nothingInCommonIsSaid() throws Exception {
        rig.invite("in1", "", CallRig.OFFER.replace("RTP/AVP 0", "RTP/AVP 18"));
        Call call = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.answer(call.id()));
        rig.peer.response(488);
        assertThat(rig.phone.awaitState(call.id(), CallState.ENDED).cause().code())
                .isEqualTo(488);
    }

    @Test
    void aCallerThatInsistsHearsReliablyThatItRings() throws Exception {
        String headers = rig.invite("in1", "Require: 100rel", CallRig.OFFER);
        SipText ringing = rig.peer.response(180);
        assertThat(ringing.get("Require")).isEqualTo("100rel");
        rig.peer.response(180);
        send(ringing, "PRACK", 2, within(headers, ringing) + "\r\nRAck: " + ringing.get("RSeq") + " 1 INVITE", "");
        rig.peer.response(200, "2 PRACK");
        rig.phone.tell(calls -> calls.answer(rig.phone.history().get(0).id()));
        SipText ok = rig.peer.response(200, "1 INVITE");
        assertThat(ok.tag("To")).isEqualTo(ringing.tag("To"));
    }

    @Test
    void theAnswerIsRepeatedUntilItIsAcknowledged() throws Exception {
        String headers = rig.invite("in1", "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.answer(call.id()));
        rig.peer.response(200);
        SipText ok = rig.peer.response(200);
        send(ok, "ACK", 1, within(headers, ok), "");
        send(ok, "BYE", 2, within(headers, ok), "");
        rig.peer.response(200, "2 BYE");
        rig.phone.awaitState(call.id(), CallState.ENDED);
    }

    @Test
    void aFloodMakesNoWork() throws Exception {
        for (int i = 0; i < 500; i++) {
            rig.invite("flood" + i, "", CallRig.OFFER);
        }
        rig.peer.response(503);
        rig.peer.response(486);
        int known = rig.phone.ask(calls -> calls.all().size());
        assertThat(known).isEqualTo(6);
        assertThat(rig.media.sessions()).isEmpty();
    }

    @Test
    void nobodyTakesACallThatRingsHere() throws Exception {
        rig.invite("in1", "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        String tag = rig.peer.response(180).tag("To");
        rig.invite("in2", "Replaces: in1;to-tag=" + tag + ";from-tag=p1", CallRig.OFFER);
        rig.peer.response(481);
        assertThat(rig.phone.call(call.id()).isIncomingRinging()).isTrue();
    }

    @Test
    void outOfACallNothingElseIsDone() throws Exception {
        SipText register = rig.register();
        String headers = "From: <sip:6002@office.test>;tag=p1\r\nTo: <sip:ada@office.test>\r\nCall-ID: o1\r\n"
                + rig.peer.contactLine() + "\r\n";
        send(register, "REFER", 1, headers + "Refer-To: <sip:premium@evil.test>", "");
        rig.peer.response(603, "1 REFER");
        send(register, "SUBSCRIBE", 2, headers + "Event: presence", "");
        assertThat(rig.peer.response(405, "2 SUBSCRIBE").get("Allow")).contains("INVITE");
        send(register, "BYE", 3, headers.replace("ada@office.test>", "ada@office.test>;tag=none"), "");
        rig.peer.response(481, "3 BYE");
        send(register, "INVITE", 4, headers + "Replaces: nothing;to-tag=a;from-tag=b", CallRig.OFFER);
        rig.peer.response(481, "4 INVITE");
    }
}
