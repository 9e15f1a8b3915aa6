package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.CallState;
import org.lamplight.lab.SipText;
import org.lamplight.sip.call.CallRig.Dialled;

class SessionTimerTest {
    @TempDir
    Path folder;

    @Test
    void weRefreshAtHalfTimeByUpdateOrByInvite() throws Exception {
        try (CallRig rig = new CallRig(folder)) {
            Dialled out = rig.dial("6002");
            String agreed = rig.peer.contactLine() + "\r\nSession-Expires: 2;refresher=uac\r\nAllow: UPDATE";
            rig.peer.answer(out.invite(), 200, agreed, CallRig.OFFER);
            rig.peer.request("ACK");
            SipText update = rig.peer.request("UPDATE");
            assertThat(update.get("Session-Expires")).isEqualTo("2;refresher=uac");
            assertThat(update.body()).isEmpty();
            rig.peer.answer(update, 501, "", "");
            SipText invite = rig.peer.request("INVITE");
            assertThat(invite.body()).isEqualTo(out.invite().body());
            rig.peer.answer(invite, 200, agreed, CallRig.OFFER);
            rig.peer.request("ACK");
            assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        }
    }

    @Test
    void aPeerThatDoesNotRefreshIsGone() throws Exception {
        try (CallRig rig = new CallRig(folder)) {
            Dialled out = rig.dial("6002");
            String agreed = rig.peer.contactLine() + "\r\nSession-Expires: 3;refresher=uas";
            rig.peer.answer(out.invite(), 200, agreed, CallRig.OFFER);
            rig.peer.request("ACK");
            rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
            assertThat(rig.phone.awaitState(out.id(), CallState.ENDED).cause().code())
                    .isEqualTo(408);
        }
    }
}
