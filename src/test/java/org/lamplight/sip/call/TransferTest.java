package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;

class TransferTest extends WithRig {
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

    private void progress(int code, String state) throws Exception {
        rig.inDialog(
                out.invite(),
                "NOTIFY",
                "Event: refer\r\nSubscription-State: " + state + "\r\nContent-Type: message/sipfrag;version=2.0",
                "SIP/2.0 " + code + " Word\r\n");
        rig.peer.response(200, rig.last() + " NOTIFY");
    }

    // ---- we transfer

    @Test
    void thePeerIsSentOn() throws Exception {
        rig.phone.tell(calls -> calls.transfer(out.id(), "6003"));
        SipText refer = rig.peer.request("REFER");
        assertThat(refer.get("Refer-To")).isEqualTo("<sip:6003@office.test>");
        assertThat(refer.get("Referred-By")).isEqualTo("<sip:ada@office.test>");
        rig.peer.answer(refer, 202, rig.peer.contactLine(), "");
        progress(100, "active");
        progress(180, "active");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        progress(200, "terminated;reason=noresource");
        rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().text())
                .contains("transferred");
    }

    @Test
    void aTransferThatFailsLeavesTheCall() throws Exception {
        rig.phone.tell(calls -> calls.transfer(out.id(), "6003"));
        rig.peer.answer(rig.peer.request("REFER"), 202, rig.peer.contactLine(), "");
        progress(486, "terminated;reason=noresource");
        rig.phone.until("said", () -> !rig.phone.notices().isEmpty());
        assertThat(rig.phone.notices().get(0)).contains("6003").contains("busy");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.phone.tell(calls -> calls.transfer(out.id(), "6004"));
        rig.peer.answer(rig.peer.request("REFER"), 603, "", "");
        rig.phone.until("said", () -> rig.phone.notices().size() == 2);
    }

    @Test
    void aPeerThatLeavesAtOnceHasBeenTransferred() throws Exception {
        rig.phone.tell(calls -> calls.transfer(out.id(), "6003"));
        rig.peer.answer(rig.peer.request("REFER"), 202, rig.peer.contactLine(), "");
        rig.inDialog(out.invite(), "BYE", "", "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().text())
                .contains("transferred");
    }

    @Test
    void twoCallsAreConnectedWithEachOther() throws Exception {
        Dialled second = secondCall();
        rig.phone.tell(calls -> calls.transferTo(out.id(), second.id()));
        SipText refer = rig.peer.request("REFER");
        String expected = "Replaces=" + second.invite().get("Call-ID") + "%3Bto-tag%3Dthere%3Bfrom-tag%3D"
                + second.invite().tag("From");
        assertThat(refer.get("Call-ID")).isEqualTo(out.invite().get("Call-ID"));
        assertThat(refer.get("Refer-To")).isEqualTo("<sip:peer@" + rig.peer.place() + "?" + expected + ">");
        rig.peer.answer(refer, 202, rig.peer.contactLine(), "");
        progress(200, "terminated;reason=noresource");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        rig.phone.awaitState(second.id(), CallState.ENDED);
    }

    private Dialled secondCall() throws Exception {
        var call = rig.phone.dial("6003");
        SipText hold = rig.peer.take(
                "hold",
                message ->
                        message.start().startsWith("INVITE") && message.body().contains("sendonly"));
        rig.peer.answer(hold, 200, rig.peer.contactLine(), CallRig.OFFER.replace("sendrecv", "recvonly"));
        rig.peer.request("ACK");
        SipText invite = rig.peer.request("INVITE");
        rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.awaitState(call.id(), CallState.CONNECTED);
        rig.phone.awaitState(out.id(), CallState.HELD);
        return new Dialled(call.id(), invite);
    }

    // ---- the peer transfers us

    private SipText referred(String to) throws Exception {
        rig.inDialog(out.invite(), "REFER", "Refer-To: " + to + "\r\nReferred-By: <sip:6002@office.test>", "");
        rig.peer.response(202, rig.last() + " REFER");
        SipText trying = rig.peer.request("NOTIFY");
        assertThat(trying.body()).startsWith("SIP/2.0 100");
        assertThat(trying.get("Subscription-State")).startsWith("active");
        rig.peer.answer(trying, 200, "", "");
        return rig.peer.request("INVITE");
    }

    @Test
    void weGoWhereThePeerSendsUs() throws Exception {
        SipText invite = referred("<sip:6003@office.test>");
        assertThat(invite.uri()).isEqualTo("sip:6003@office.test");
        assertThat(invite.get("Referred-By")).isEqualTo("<sip:6002@office.test>");
        assertThat(invite.get("Call-ID")).isNotEqualTo(out.invite().get("Call-ID"));
        rig.peer.answer(invite, 180, rig.peer.contactLine(), "");
        SipText ringing = rig.peer.request("NOTIFY");
        assertThat(ringing.body()).startsWith("SIP/2.0 180");
        rig.peer.answer(ringing, 200, "", "");
        rig.peer.answer(
                invite,
                200,
                rig.peer.contactLine() + "\r\nP-Asserted-Identity: \"Grace\" <sip:6003@office.test>",
                CallRig.OFFER);
        SipText done = rig.peer.request("NOTIFY");
        assertThat(done.body()).startsWith("SIP/2.0 200");
        assertThat(done.get("Subscription-State")).startsWith("terminated");
        rig.peer.answer(done, 200, "", "");
        rig.phone.until(
                "Grace", () -> "Grace".equals(rig.phone.call(out.id()).remote().name()));
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        // who sent us on says goodbye, and if not, we do
        SipText bye = rig.peer.request("BYE");
        assertThat(bye.get("Call-ID")).isEqualTo(out.invite().get("Call-ID"));
        rig.peer.answer(bye, 200, "", "");
        rig.phone.until("old media closed", () -> rig.media.open() == 1);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        assertThat(rig.peer.request("BYE").get("Call-ID")).isEqualTo(invite.get("Call-ID"));
    }

    @Test
    void whereNobodyAnswersWeStay() throws Exception {
        SipText invite = referred("<sip:6003@office.test>");
        rig.peer.answer(invite, 486, "", "");
        SipText failed = rig.peer.request("NOTIFY");
        assertThat(failed.body()).startsWith("SIP/2.0 486");
        rig.peer.answer(failed, 200, "", "");
        rig.phone.until("closed", () -> rig.media.open() == 1);
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.inDialog(out.invite(), "BYE", "", "");
        rig.phone.awaitState(out.id(), CallState.ENDED);
    }

    @Test
    void whoLeavesBeforeWeArriveDoesNotEndTheCall() throws Exception {
        SipText invite = referred("<sip:6003@office.test>");
        rig.inDialog(out.invite(), "BYE", "", "");
        rig.peer.response(200, rig.last() + " BYE");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        assertThat(rig.peer.request("BYE").get("Call-ID")).isEqualTo(invite.get("Call-ID"));
    }

    @Test
    void whoLeavesAndNobodyIsThereEndsTheCall() throws Exception {
        SipText invite = referred("<sip:6003@office.test>");
        rig.inDialog(out.invite(), "BYE", "", "");
        rig.peer.response(200, rig.last() + " BYE");
        rig.peer.answer(invite, 404, "", "");
        assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                .isEqualTo(404);
    }

    @Test
    void withReplacesTheTargetKnowsWhomWeStandFor() throws Exception {
        SipText invite = referred("<sip:6003@office.test?Replaces=c2%40host%3Bto-tag%3Dt9%3Bfrom-tag%3Do4&Subject=x>");
        assertThat(invite.get("Replaces")).isEqualTo("c2@host;to-tag=t9;from-tag=o4");
        assertThat(invite.uri()).isEqualTo("sip:6003@office.test");
        assertThat(invite.get("Subject")).isEmpty();
        rig.peer.answer(invite, 486, "", "");
    }

    @Test
    void aReferThatWantsSomethingElseIsRefused() throws Exception {
        rig.inDialog(out.invite(), "REFER", "Refer-To: <sip:6003@office.test;method=BYE>", "");
        rig.peer.response(603, rig.last() + " REFER");
        rig.inDialog(out.invite(), "REFER", "Refer-To: <http://evil.test/>", "");
        rig.peer.response(400, rig.last() + " REFER");
    }

    @Test
    void somebodyElseTakesThePeersPlace() throws Exception {
        String replaces = "Replaces: " + out.invite().get("Call-ID") + ";to-tag="
                + out.invite().tag("From") + ";from-tag=there";
        rig.invite("new1", replaces + ";early-only", CallRig.OFFER);
        rig.peer.response(486);
        String headers = rig.invite("new2", replaces, CallRig.OFFER);
        SipText ok = rig.peer.response(200, "1 INVITE");
        rig.peer.send(
                ok,
                rig.peer.request(
                        "ACK",
                        ok.contact(),
                        1,
                        headers.replace("To: <sip:ada@office.test>", "To: " + ok.get("To")),
                        ""));
        rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
        rig.phone.until(
                "Charles",
                () -> "Charles".equals(rig.phone.call(out.id()).remote().name()));
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.phone.until("old media closed", () -> rig.media.open() == 1);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        assertThat(rig.peer.request("BYE").get("Call-ID")).isEqualTo("new2");
    }
}
