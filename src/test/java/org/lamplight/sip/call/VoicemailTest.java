package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallRefused;
import org.lamplight.call.CallState;
import org.lamplight.call.Calls;
import org.lamplight.lab.SipText;

/** A line whose account says which voicemail it has. */
class VoicemailTest {
    @TempDir
    Path folder;

    private static Call sent(CallRig rig) throws Exception {
        rig.invite("v1", "", CallRig.OFFER);
        Call rings = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.toVoicemail(rings.id()));
        return rig.phone.awaitState(rings.id(), CallState.ENDED);
    }

    @Test
    void whoCallsIsSentThereAndItIsNotMissed() throws Exception {
        try (CallRig rig = new CallRig(folder, "voicemail-number=*97")) {
            assertThat(rig.phone.line().abilities()).contains(Ability.VOICEMAIL);
            Call over = sent(rig);
            SipText moved = rig.peer.response(302);
            assertThat(moved.contact()).isEqualTo("sip:*97@office.test");
            assertThat(moved.get("Diversion")).isEqualTo("<sip:ada@office.test>;reason=deflection;counter=1");
            assertThat(over.cause().text()).isEqualTo("The call was sent to voicemail.");
            assertThat(over.isMissed()).isFalse();
        }
    }

    /** Where one hears messages many servers ask for a secret number: callers speak elsewhere. */
    @Test
    void callersMaySpeakElsewhereThanOneHears() throws Exception {
        try (CallRig rig = new CallRig(folder, "voicemail-number=*97", "voicemail-deposit=*6001")) {
            sent(rig);
            assertThat(rig.peer.response(302).contact()).isEqualTo("sip:*6001@office.test");
            Call call = rig.phone.ask(Calls::dialVoicemail);
            assertThat(rig.peer.request("INVITE").uri()).isEqualTo("sip:*97@office.test");
            rig.phone.tell(calls -> calls.hangUp(call.id()));
        }
    }

    @Test
    void withoutOneItIsRefusedAndRingsOn() throws Exception {
        try (CallRig rig = new CallRig(folder)) {
            assertThat(rig.phone.line().abilities()).doesNotContain(Ability.VOICEMAIL);
            rig.invite("v1", "", CallRig.OFFER);
            Call rings = rig.phone.awaitIncoming();
            assertThatThrownBy(() -> rig.phone.tell(calls -> calls.toVoicemail(rings.id())))
                    .hasCauseInstanceOf(CallRefused.class)
                    .hasMessageContaining("voicemail-number");
            assertThat(rig.phone.call(rings.id()).isIncomingRinging()).isTrue();
        }
    }
}
