package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding.When;
import org.lamplight.lab.SipText;

/** Calls that are sent on by themselves, from the rule to what goes over the wire. */
class ForwardsTest extends WithRig {
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private void rule(When when) throws Exception {
        rig.phone.forward(PATIENCE, ForwardRules.of("softphone:work " + when.word() + " 6009"));
    }

    private void isSentOn(String reason) throws Exception {
        SipText moved = rig.peer.response(302);
        assertThat(moved.contact()).isEqualTo("sip:6009@office.test");
        assertThat(moved.get("Diversion")).isEqualTo("<sip:ada@office.test>;reason=" + reason + ";counter=1");
        Call over = rig.phone.awaitReport(
                "a call was sent on",
                call -> call.cause() != null && call.cause().code() == 302);
        assertThat(over.state()).isEqualTo(CallState.ENDED);
        assertThat(over.isMissed()).isFalse();
    }

    @Test
    void everyCallIsSentOnAndNeverRings() throws Exception {
        rule(When.ALL);
        rig.invite("f1", "", CallRig.OFFER);
        isSentOn("unconditional");
        assertThat(rig.peer.has(message -> message.code() == 180)).isFalse();
    }

    /** Nobody sees a window or hears a bell for a call that is not for them. */
    @Test
    void whatGoesElsewhereIsToldOfWhenItIsGone() throws Exception {
        rule(When.ALL);
        rig.invite("f1", "", CallRig.OFFER);
        isSentOn("unconditional");
        assertThat(rig.phone.history()).extracting(Call::state).containsOnly(CallState.ENDED);
    }

    @Test
    void whatCannotGoElsewhereRings() throws Exception {
        rig.phone.forward(PATIENCE, ForwardRules.of("softphone:work all Frau Meier"));
        rig.invite("f1", "", CallRig.OFFER);
        rig.peer.response(180);
        rig.phone.awaitIncoming();
    }

    @Test
    void whoSpeaksSendsOn() throws Exception {
        rule(When.BUSY);
        rig.invite("f1", "", CallRig.OFFER);
        Call rings = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> calls.decline(rings.id(), 486));
        rig.peer.response(486);
        rig.talk();
        rig.invite("f2", "", CallRig.OFFER);
        isSentOn("user-busy");
    }

    @Test
    void whatNobodyAnswersIsSentOn() throws Exception {
        rule(When.NO_ANSWER);
        rig.invite("f1", "", CallRig.OFFER);
        rig.peer.response(180);
        isSentOn("no-answer");
    }

    /** Both at once, each to somebody else; and all go elsewhere before that while they are to. */
    @Test
    void eachReasonHasItsOwnTarget() throws Exception {
        ForwardRules both = ForwardRules.of("softphone:work busy 6009|softphone:work no-answer 6010");
        rig.phone.forward(PATIENCE, both);
        rig.invite("f1", "", CallRig.OFFER);
        assertThat(rig.peer.response(302).contact()).isEqualTo("sip:6010@office.test");
        rig.talk();
        rig.invite("f2", "", CallRig.OFFER);
        isSentOn("user-busy");
    }
}
