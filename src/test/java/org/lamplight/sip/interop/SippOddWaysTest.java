package org.lamplight.sip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.lab.Part;
import org.lamplight.lab.Requires;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.Sipp;

/** Calls that go as the specifications allow and hardly anybody expects, with sipp on the other side. */
@Requires(Part.SIP)
class SippOddWaysTest {
    private static final Sipp.Outcome AS_WRITTEN = new Sipp.Outcome(0, "");
    private static final Duration GIVES_UP = Duration.ofSeconds(40);

    @TempDir
    private static Path all;

    private static OddRig rig;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        rig = new OddRig(SipPeer.udp(), "udp", all);
    }

    @AfterAll
    static void end() throws Exception {
        rig.close();
    }

    @AfterEach
    void isAsEver() throws Exception {
        rig.isAsEver();
    }

    private Sipp answers(String script) throws Exception {
        return Sipp.answers(folder.resolve(script), script);
    }

    private Sipp calls(String script, String... words) throws Exception {
        return Sipp.calls(folder.resolve(script), script, "ada", rig.port(), words);
    }

    private static void isAsWritten(Sipp sipp) throws Exception {
        assertThat(sipp.outcome()).isEqualTo(AS_WRITTEN);
    }

    // ---- we call

    @ParameterizedTest
    @ValueSource(
            strings = {
                "long-ringing",
                "description-storm",
                "early-update",
                "early-update-glare",
                "lost-prack",
                "bye-crossing",
                "reinvite-crosses-bye",
                "no-contact"
            })
    void isConnectedUntilWeHangUp(String script) throws Exception {
        try (Sipp sipp = answers(script)) {
            Call call = rig.talk(sipp);
            acknowledged(sipp, 1);
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    @ParameterizedTest
    @CsvSource({"repeated-answer,3", "fork,2"})
    void everyAnswerIsAcknowledged(String script, int answers) throws Exception {
        try (Sipp sipp = answers(script)) {
            Call call = rig.talk(sipp);
            acknowledged(sipp, answers);
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    private static void acknowledged(Sipp sipp, int answers) throws Exception {
        rig.phone.until("acknowledged", () -> sipp.messages().split("\nACK sip:", -1).length > answers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glare-called", "glare-own"})
    void bothWantToChangeACallOfOurs(String script) throws Exception {
        try (Sipp sipp = answers(script)) {
            Call call = rig.talk(sipp);
            rig.phone.tell(calls -> calls.hold(call.id()));
            rig.phone.awaitState(call.id(), CallState.HELD);
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    @Test
    void anAnswerFromBeforeAChangeDoesNotEndTheCall() throws Exception {
        try (Sipp sipp = answers("late-repeated-answer")) {
            Call call = rig.talk(sipp);
            rig.phone.tell(calls -> calls.hold(call.id()));
            rig.phone.awaitState(call.id(), CallState.HELD);
            acknowledged(sipp, 3);
            rig.phone.tell(calls -> calls.press(call.id(), "5"));
            rig.phone.until("key sent", () -> sipp.messages().contains("Signal=5"));
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    @Test
    void theOtherSideHangsUpWhileWeChangeTheCall() throws Exception {
        try (Sipp sipp = answers("bye-crosses-reinvite")) {
            Call call = rig.talk(sipp);
            rig.phone.tell(calls -> calls.hold(call.id()));
            assertThat(rig.ended(call).cause().code()).isEqualTo(200);
            isAsWritten(sipp);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rings-until-cancelled", "answer-crosses-cancel"})
    void weGiveUp(String script) throws Exception {
        try (Sipp sipp = answers(script)) {
            rig.callsGoTo(sipp);
            Call call = rig.phone.dial("6002");
            rig.phone.awaitState(call.id(), CallState.RINGING);
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "ever-longer"})
    void whatLeadsNowhereEnds(String script) throws Exception {
        try (Sipp sipp = answers(script)) {
            rig.callsGoTo(sipp);
            Call over = rig.ended(rig.phone.dial("6002"));
            assertThat(over.answeredAt()).isNull();
            assertThat(over.cause().text()).isNotBlank();
            isAsWritten(sipp);
        }
    }

    // ---- it calls

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delayed-offer",
                "wrong-cseq",
                "number-gap",
                "late-ack",
                "cancel-too-late",
                "huge-sdp",
                "too-short"
            })
    void isAnsweredUntilTheCallerHangsUp(String script) throws Exception {
        try (Sipp sipp = calls(script)) {
            rig.ended(rig.answered());
            isAsWritten(sipp);
        }
    }

    @Test
    void aCallerThatSaysLittleIsTalkedWith() throws Exception {
        try (Sipp sipp = calls("bare")) {
            rig.hangUp(rig.answered());
            isAsWritten(sipp);
        }
    }

    @Test
    void aCallerWantsToChangeACallBeforeItIsOne() throws Exception {
        try (Sipp sipp = calls("update-while-ringing")) {
            Call call = rig.phone.awaitIncoming();
            assertThat(rig.ended(call).isMissed()).isTrue();
            isAsWritten(sipp);
        }
    }

    @Test
    void aCallerThatInsistsOnHearingItRingIsAnswered() throws Exception {
        try (Sipp sipp = calls("insists")) {
            Call call = rig.phone.awaitIncoming();
            rig.phone.until("acknowledged", () -> sipp.messages().split("3 PRACK", -1).length > 2);
            assertThat(sipp.messages().split("SIP/2.0 180", -1)).hasSizeGreaterThan(3);
            rig.phone.tell(calls -> calls.answer(call.id()));
            rig.ended(call);
            isAsWritten(sipp);
        }
    }

    @Test
    void bothWantToChangeACallOfTheirs() throws Exception {
        try (Sipp sipp = calls("glare-caller")) {
            Call call = rig.answered();
            rig.phone.tell(calls -> calls.hold(call.id()));
            rig.phone.awaitState(call.id(), CallState.HELD);
            rig.hangUp(call);
            isAsWritten(sipp);
        }
    }

    @Test
    @Tag("soak")
    void whoNeverAcknowledgesIsLeftAfterHalfAMinute() throws Exception {
        try (Sipp sipp = calls("no-ack", "-timeout", "60s")) {
            Call call = rig.answered();
            rig.phone
                    .await()
                    .until("given up", GIVES_UP, () -> rig.phone.call(call.id()).isOver());
            isAsWritten(sipp);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"huge-sdp", "huge-60"})
    void muchIsTakenFromAStream(String script) throws Exception {
        try (OddRig tcp = new OddRig(SipPeer.tcp(), "tcp", folder)) {
            try (Sipp sipp = Sipp.callsByTcp(folder.resolve("sipp"), script, "ada", tcp.port())) {
                tcp.ended(tcp.answered());
                isAsWritten(sipp);
            }
            tcp.isAsEver();
        }
    }

    // ---- in place of another

    /** Of the call that it answers, as whoever asks for its place has to write it. */
    private static String replaces(Sipp sipp) throws Exception {
        String text = sipp.messages();
        return found(text, "Call-ID: *(\\S+)") + ";to-tag=" + found(text, "From:.*;tag=(\\S+)") + ";from-tag="
                + found(text, "To:.*;tag=(\\S+)");
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void aCallOfOursThatRingsIsReplaced() throws Exception {
        try (Sipp rings = answers("rings-until-cancelled")) {
            rig.callsGoTo(rings);
            Call call = rig.phone.dial("6002");
            rig.phone.awaitState(call.id(), CallState.RINGING);
            try (Sipp instead = calls("replaces", "-key", "replaces", replaces(rings))) {
                rig.phone.awaitState(call.id(), CallState.CONNECTED);
                isAsWritten(rings);
                rig.hangUp(call);
                isAsWritten(instead);
            }
        }
    }
}
