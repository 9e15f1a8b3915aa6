package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;

class BasicCallTest extends WithRig {
    @Test
    void aCallOutRingsIsAnsweredAndHungUp() throws Exception {
        Dialled out = rig.dial("6002");
        assertThat(out.invite().uri()).isEqualTo("sip:6002@office.test");
        assertThat(out.invite().body()).contains("m=audio");
        rig.peer.answer(out.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(out.id(), CallState.RINGING);
        rig.peer.answer(out.invite(), 200, rig.peer.contactLine(), CallRig.OFFER);
        SipText ack = rig.peer.request("ACK");
        assertThat(ack.uri()).isEqualTo("sip:peer@" + rig.peer.place());
        assertThat(ack.sequence()).isEqualTo(out.invite().sequence());
        rig.phone.awaitState(out.id(), CallState.CONNECTED);
        rig.phone.tell(calls -> calls.hangUp(out.id()));
        SipText bye = rig.peer.request("BYE");
        rig.peer.answer(bye, 200, "", "");
        assertThat(bye.tag("To")).isEqualTo("there");
        Call over = rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(over.cause().code()).isEqualTo(200);
        rig.phone.until("closed", () -> rig.media.open() == 0);
    }

    @Test
    void aCallInRingsIsAnsweredAndThePeerLeaves() throws Exception {
        String headers = rig.invite("in1", "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        assertThat(call.remote().name()).isEqualTo("Charles");
        assertThat(call.remote().uri()).isEqualTo("sip:6002@office.test");
        rig.peer.response(180);
        rig.phone.tell(calls -> calls.answer(call.id()));
        SipText ok = rig.peer.response(200);
        assertThat(ok.body()).contains("m=audio");
        String dialog = headers.replace("To: <sip:ada@office.test>", "To: " + ok.get("To"));
        rig.peer.send(ok, rig.peer.request("ACK", ok.contact(), 1, dialog, ""));
        rig.phone.awaitState(call.id(), CallState.CONNECTED);
        rig.peer.send(ok, rig.peer.request("BYE", ok.contact(), 2, dialog, ""));
        rig.peer.response(200, "2 BYE");
        rig.phone.awaitState(call.id(), CallState.ENDED);
        rig.phone.until("closed", () -> rig.media.open() == 0);
    }

    @Test
    void busyIsSaid() throws Exception {
        Dialled out = rig.dial("6002");
        rig.peer.answer(out.invite(), 486, "", "");
        rig.peer.request("ACK");
        Call over = rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(over.cause().code()).isEqualTo(486);
        assertThat(over.cause().text()).contains("busy");
        rig.phone.until("closed", () -> rig.media.open() == 0);
    }
}
