package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.call.AutoAnswer;
import org.lamplight.call.AutoAnswer.Rule;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.ForwardRules;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;

/** Calls that ask to be answered by themselves, from the header to the 200. */
class AutoAnswerTest extends WithRig {
    private static final Duration HEARD = Duration.ofMillis(50);
    private static final String AUTO = "Answer-Mode: Auto\r\n";

    private AutoAnswer rule(String whom, String from) throws Exception {
        return rig.phone.autoAnswer(Rule.of(whom, from), HEARD);
    }

    /** When it is declined it had no answer, though the time for one has passed. */
    private void ringsFor(Duration time) throws Exception {
        rig.peer.response(180);
        Call rings = rig.phone.awaitIncoming();
        rig.phone.passes(time.plusMillis(1));
        rig.phone.tell(calls -> calls.decline(rings.id(), 486));
        rig.peer.response(486);
        assertThat(rig.phone.awaitState(rings.id(), CallState.ENDED).answeredAt())
                .isNull();
        assertThat(rig.phone.answeredThemselves()).isEmpty();
    }

    private void ringsOn() throws Exception {
        ringsFor(HEARD);
    }

    static Stream<String> wishes() {
        return Stream.of(
                AUTO,
                "Answer-Mode: auto;require\r\n",
                "Priv-Answer-Mode: Auto\r\n",
                "Call-Info: <sip:office.test>;answer-after=0\r\n",
                "Call-Info: <http://x.test/a.png>;purpose=icon\r\nCall-Info: <sip:x>; Answer-After = 0\r\n",
                "Alert-Info: <http://www.notused.com>;info=alert-autoanswer;delay=0\r\n",
                "Alert-Info: info=alert-autoanswer\r\n",
                "Alert-Info: <sip:x>;info=\"alert-autoanswer\"\r\n");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void whoMayAskIsAnsweredAfterItRangForAMoment(String wish) throws Exception {
        rule("all", "");
        rig.invite("a1", wish, CallRig.OFFER);
        rig.peer.response(180);
        SipText ok = rig.peer.response(200);
        assertThat(ok.body()).contains("m=audio");
        rig.phone.until("it is said", () -> rig.phone.answeredThemselves().size() == 1);
        Call call = rig.phone.call(rig.phone.answeredThemselves().get(0));
        assertThat(call.state()).isEqualTo(CallState.CONNECTED);
        assertThat(call.remote().uri()).isEqualTo("sip:6002@office.test");
    }

    static Stream<String> nothing() {
        return Stream.of(
                "",
                "Answer-Mode: Manual\r\nCall-Info: <sip:x>;answer-after=0\r\n",
                "Call-Info: <http://x.test/answer-after=0>;purpose=info\r\n",
                "Alert-Info: <urn:alert:source:internal>\r\n");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void whoDoesNotAskRings(String headers) throws Exception {
        rule("all", "");
        rig.invite("a1", headers, CallRig.OFFER);
        ringsOn();
    }

    @Test
    void unlessItIsSwitchedOnItRingsAsAnyOther() throws Exception {
        rule("off", "6002@office.test, office.test");
        rig.invite("a1", AUTO, CallRig.OFFER);
        ringsOn();
    }

    @Test
    void onlyThoseOnTheListMay() throws Exception {
        rule("listed", "sip:door@office.test other.test");
        rig.invite("a1", AUTO, CallRig.OFFER);
        ringsOn();
    }

    @Test
    void addressesAndDomainsAreListed() throws Exception {
        rule("listed", "door@x.test,Office.Test");
        rig.invite("a1", AUTO, CallRig.OFFER);
        rig.peer.response(200);
    }

    static Stream<String> pretenders() {
        return Stream.of(
                "<sip:office.test;x@evil.test>",
                "<im:door@x.test>",
                "<sip:office.test>",
                "<tel:6002;phone-context=office.test>",
                "<sip:6002@evil.test;office.test>");
    }

    @ParameterizedTest
    @MethodSource("pretenders")
    void nobodyPassesForSomebodyOnTheList(String from) throws Exception {
        rule("listed", "door@x.test,office.test,6002");
        rig.invite("a1", from, AUTO, CallRig.OFFER);
        ringsOn();
    }

    /** Many a server passes on what callers write there. */
    @Test
    void anotherNameBesidesTheirOwnDoesNotHelp() throws Exception {
        rule("listed", "door@x.test");
        rig.invite("a1", AUTO + "Remote-Party-ID: <sip:door@x.test>\r\n", CallRig.OFFER);
        ringsOn();
    }

    @Test
    void neverAfterAWhileInWhichItIsForgotten() throws Exception {
        rule("all", "");
        rig.invite("a1", "Call-Info: <sip:x>;answer-after=60\r\n", CallRig.OFFER);
        ringsOn();
    }

    @Test
    void neverForWhomeverWantsQuietMeanwhile() throws Exception {
        rule("all", "");
        AtomicBoolean quiet = new AtomicBoolean();
        rig.phone.tell(calls -> calls.declineWhile(quiet::get));
        rig.invite("a1", "Call-Info: <sip:x>;answer-after=1\r\n", CallRig.OFFER);
        rig.phone.awaitIncoming();
        quiet.set(true);
        ringsFor(Duration.ofSeconds(1));
    }

    @Test
    void neverWhileThereIsAnotherCall() throws Exception {
        rule("all", "");
        rig.talk();
        rig.invite("a1", AUTO, CallRig.OFFER);
        ringsOn();
    }

    /** A stranger may ring, where the account lets them; what they write of themselves opens no microphone. */
    @Test
    void neverForStrangers() throws Exception {
        rig.close();
        rig = new CallRig(folder, "strangers=yes");
        rule("all", "");
        try (SipPeer stranger = SipPeer.udp("127.0.0.2")) {
            String headers = "From: <sip:6002@office.test>;tag=1\r\nTo: <sip:ada@office.test>\r\nCall-ID: s1\r\n"
                    + stranger.contactLine() + "\r\n" + AUTO;
            int port = Integer.parseInt(rig.uri().replaceFirst(".*:", ""));
            stranger.send("127.0.0.1", port, stranger.request("INVITE", rig.uri(), 1, headers, CallRig.OFFER));
            stranger.response(180);
            Call rings = rig.phone.awaitIncoming();
            rig.phone.passes(HEARD.plusMillis(1));
            rig.phone.tell(calls -> calls.decline(rings.id(), 486));
            stranger.response(486);
            assertThat(rig.phone.answeredThemselves()).isEmpty();
        }
    }

    @Test
    void whatIsLeftToThePersonRingsOn() throws Exception {
        AutoAnswer answers = rule("all", "");
        rig.invite("a1", "Call-Info: <sip:x>;answer-after=1\r\n", CallRig.OFFER);
        Call rings = rig.phone.awaitIncoming();
        rig.phone.tell(calls -> answers.leave(rings.id()));
        ringsFor(Duration.ofSeconds(1));
    }

    @Test
    void whatGoesElsewhereIsNotAnsweredHere() throws Exception {
        rule("all", "");
        rig.phone.forward(Duration.ofSeconds(20), ForwardRules.of("softphone:work all 6009"));
        rig.invite("a1", AUTO, CallRig.OFFER);
        rig.peer.response(302);
        assertThat(rig.phone.answeredThemselves()).isEmpty();
    }
}
