package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.LineState;
import org.lamplight.lab.CarriedAbout;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipPeer;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;
import org.lamplight.sip.call.CallRig.Dialled;

/** The telephone's address changes: with the one before gone, or still there. */
class MovingTest {
    private static final String THERE = "127.0.0.2";
    private static final String PROOF = "WWW-Authenticate: Digest realm=\"office.test\", nonce=\"n1\", qop=\"auth\"";

    @TempDir
    private Path folder;

    private final CarriedAbout machine = new CarriedAbout();
    private CallRig rig;

    private void open(String transport) throws Exception {
        SipPeer peer = transport.equals("udp") ? SipPeer.udp() : SipPeer.tcp();
        rig = new CallRig(peer, transport, machine, folder);
        machine.breaks(rig.phone::cut);
    }

    @AfterEach
    void close() throws Exception {
        if (rig == null) {
            return;
        }
        rig.phone.closeAccount();
        rig.phone.until("media closed", () -> rig.media.open() == 0);
        rig.close();
    }

    private static void assertIsFrom(SipText request, String address) {
        assertThat(request.way().peer()).startsWith(address + ':');
        assertThat(request.get("Via")).contains(' ' + address + ':');
        assertThat(request.contact()).contains('@' + address + ':');
    }

    private SipText from(String address, String method) throws Exception {
        return rig.peer.take(
                method + " from " + address,
                one -> one.start().startsWith(method) && one.way().peer().startsWith(address + ':'));
    }

    /** The re-INVITE that tells of the new address, agreed to. */
    private SipText follow(String address) throws Exception {
        return follow(address, "sendrecv");
    }

    private SipText follow(String address, String direction) throws Exception {
        SipText invite = from(address, "INVITE");
        assertIsFrom(invite, address);
        assertThat(invite.tag("To")).isNotEmpty();
        assertThat(invite.body()).contains("c=IN IP4 " + address);
        rig.peer.answer(invite, 200, rig.peer.contactLine(), SipPeer.sdp(2, direction));
        rig.peer.take(
                "ACK from " + address,
                one -> one.start().startsWith("ACK")
                        && one.sequence() == invite.sequence()
                        && one.way().peer().startsWith(address + ':'));
        return invite;
    }

    private void awaitRegistered(int count) throws Exception {
        rig.peer.register(count);
        rig.phone.until("registered", () -> rig.phone.line().state() == LineState.REGISTERED);
    }

    @ParameterizedTest
    @CsvSource({"udp,true", "udp,false", "tcp,true", "tcp,false"})
    void aCallFollows(String transport, boolean leaves) throws Exception {
        open(transport);
        String before = rig.uri();
        Dialled out = rig.talk();
        machine.moveTo(THERE, leaves);
        SipText register = rig.peer.register(2);
        assertIsFrom(register, THERE);
        assertThat(String.join(",", register.all("Contact"))).contains('<' + before + ">;expires=0");
        SipText invite = follow(THERE);
        assertThat(rig.phone.line().state()).isEqualTo(LineState.REGISTERED);
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        rig.phone.tell(calls -> calls.hold(out.id()));
        SipText hold = rig.peer.request("INVITE");
        assertIsFrom(hold, THERE);
        assertThat(hold.body()).contains("a=sendonly").contains("c=IN IP4 " + THERE);
        rig.peer.answer(hold, 200, rig.peer.contactLine(), SipPeer.sdp(3, "recvonly"));
        rig.peer.request("ACK");
        rig.phone.awaitState(out.id(), CallState.HELD);
        rig.inDialog(invite, "BYE", "", "");
        rig.peer.response(200, rig.last() + " BYE");
        rig.phone.awaitState(out.id(), CallState.ENDED);
        assertThat(rig.peer.registers()).hasSize(2);
    }

    @Test
    void whoMovesTwiceIsFollowedTwice() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.moveTo(THERE, true);
        SipText lost = rig.peer.request("INVITE");
        machine.moveTo("127.0.0.3", true);
        SipText next = follow("127.0.0.3");
        assertThat(next.sequence()).isGreaterThan(lost.sequence());
        machine.moveTo("127.0.0.1", true);
        follow("127.0.0.1");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void anAnswerThatDoesNotReachUsIsAcknowledgedFromThere() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.moveTo(THERE, true);
        SipText lost = rig.peer.request("INVITE");
        machine.moveTo("127.0.0.3", true);
        SipText ack = from("127.0.0.3", "ACK");
        assertThat(ack.sequence()).isEqualTo(lost.sequence());
        SipText early = from("127.0.0.3", "INVITE");
        rig.peer.answer(early, 491, "", "");
        rig.peer.take("ACK once more", one -> one.start().startsWith("ACK") && one.sequence() == lost.sequence());
        follow("127.0.0.3");
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void ourOwnAnswerIsRepeatedFromThere() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        rig.inDialog(out.invite(), "INVITE", "", SipPeer.sdp(2, "sendrecv"));
        rig.peer.response(200, rig.last() + " INVITE");
        machine.moveTo(THERE, true);
        SipText ok = from(THERE, "SIP/2.0 200");
        assertThat(ok.contact()).contains('@' + THERE + ':');
        String headers = "From: " + ok.get("From") + "\r\nTo: " + ok.get("To") + "\r\nCall-ID: " + ok.get("Call-ID");
        rig.peer.send(ok, rig.peer.request("ACK", ok.contact(), rig.last(), headers, ""));
        follow(THERE);
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void holdWithoutAnyWayWaitsForOne() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.leave();
        rig.phone.until("told", () -> rig.phone.line().state() == LineState.REGISTERING);
        rig.phone.tell(calls -> calls.hold(out.id()));
        machine.moveTo(THERE, false);
        assertThat(follow(THERE, "recvonly").body()).contains("a=sendonly");
        rig.phone.awaitState(out.id(), CallState.HELD);
    }

    @Test
    void holdBeforeWeKnowThatTheAddressIsGoneWaitsToo() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.leave();
        rig.phone.tell(calls -> calls.hold(out.id()));
        rig.phone.until("told", () -> rig.phone.line().state() == LineState.REGISTERING);
        machine.moveTo(THERE, false);
        assertThat(follow(THERE, "recvonly").body()).contains("a=sendonly");
        rig.phone.awaitState(out.id(), CallState.HELD);
    }

    @Test
    void whatIsNotKnownYetIsToldLater() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        rig.media.unknown(1);
        machine.moveTo(THERE, true);
        follow(THERE);
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @Test
    void whoAnswersACallThatWasMadeAgainIsLeft() throws Exception {
        rig = new CallRig(SipPeer.udp(), "udp", machine, folder);
        Dialled dialled = rig.dial("6002");
        rig.peer.answer(dialled.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(dialled.id(), CallState.RINGING);
        machine.moveTo(THERE, true);
        SipText again = rig.peer.request("INVITE");
        rig.peer.answer(dialled.invite(), 200, rig.peer.contactLine(), CallRig.OFFER);
        assertThat(rig.peer.request("ACK").get("Call-ID"))
                .isEqualTo(dialled.invite().get("Call-ID"));
        SipText bye = rig.peer.request("BYE");
        assertThat(bye.get("Call-ID")).isEqualTo(dialled.invite().get("Call-ID"));
        rig.peer.answer(bye, 200, "", "");
        rig.peer.answer(again, 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.awaitState(dialled.id(), CallState.CONNECTED);
    }

    @Test
    void whoDoesNotFollowIsAskedAgainAndKept() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.moveTo(THERE, true);
        rig.peer.answer(rig.peer.request("INVITE"), 500, "Retry-After: 0", "");
        rig.peer.answer(rig.peer.request("INVITE"), 491, "", "");
        rig.peer.answer(rig.peer.request("INVITE"), 488, "", "");
        rig.peer.answer(rig.peer.request("INVITE"), 488, "", "");
        rig.phone.until("said", () -> !rig.phone.notices().isEmpty());
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
    }

    @ParameterizedTest
    @CsvSource({"udp,0", "udp,1000", "tcp,0"})
    void aCallThatRingsThereIsMadeAgainWhereItsAnswerIsLost(String transport, int longer) throws Exception {
        rig = new CallRig(transport.equals("udp") ? SipPeer.both() : SipPeer.tcp(), transport, machine, folder);
        rig.media.longer(longer);
        Dialled dialled = rig.dial("6002");
        rig.peer.answer(dialled.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(dialled.id(), CallState.RINGING);
        machine.moveTo(THERE, true);
        SipText cancel = rig.peer.request("CANCEL");
        assertThat(cancel.way().peer()).startsWith(THERE);
        assertThat(cancel.get("Via")).isEqualTo(dialled.invite().get("Via"));
        assertThat(cancel.get("Reason")).contains("cause=200");
        SipText invite = rig.peer.request("INVITE");
        assertIsFrom(invite, THERE);
        assertThat(invite.get("Call-ID")).isNotEqualTo(dialled.invite().get("Call-ID"));
        rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.awaitState(dialled.id(), CallState.CONNECTED);
        rig.phone.tell(calls -> calls.hangUp(dialled.id()));
        rig.peer.answer(rig.peer.request("BYE"), 200, "", "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void aCallThatRingsThereGoesOnWhereItsAnswerStillComes(int longer) throws Exception {
        rig = new CallRig(SipPeer.both(), "udp", machine, folder);
        rig.media.longer(longer);
        Dialled dialled = rig.dial("6002");
        rig.peer.answer(dialled.invite(), 180, rig.peer.contactLine(), "");
        rig.phone.awaitState(dialled.id(), CallState.RINGING);
        machine.moveTo(THERE, false);
        awaitRegistered(2);
        rig.peer.answer(dialled.invite(), 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.phone.awaitState(dialled.id(), CallState.CONNECTED);
        SipText told = rig.peer.request("INVITE");
        assertThat(told.contact()).contains('@' + THERE + ':');
        assertThat(told.body()).contains("c=IN IP4 " + THERE);
        rig.peer.answer(told, 200, rig.peer.contactLine(), SipPeer.sdp(2, "sendrecv"));
        rig.peer.request("ACK");
    }

    @ParameterizedTest
    @CsvSource({"udp,true", "udp,false", "tcp,true", "tcp,false"})
    void aCallThatRingsHereIsAnsweredFromThere(String transport, boolean leaves) throws Exception {
        open(transport);
        rig.invite(rig.newCallId(), "", CallRig.OFFER);
        Call call = rig.phone.awaitIncoming();
        rig.peer.response(180);
        machine.moveTo(THERE, leaves);
        awaitRegistered(2);
        rig.phone.tell(calls -> calls.answer(call.id()));
        SipText ok = rig.peer.response(200);
        assertThat(ok.contact()).contains('@' + THERE + ':');
        assertThat(ok.body()).contains("c=IN IP4 " + THERE);
        if (leaves) {
            assertThat(ok.way().peer()).startsWith(THERE);
        }
        rig.phone.awaitState(call.id(), CallState.CONNECTED);
    }

    @Test
    void aWrongPasswordDoesNotBecomeRightElsewhere() throws Exception {
        open("udp");
        rig.peer.registrar(register -> rig.peer.reply(register, 401, PROOF, ""));
        machine.moveTo(THERE, true);
        rig.phone.until("asks", () -> rig.phone.reports().stream().anyMatch(Softphone.Reported::password));
        assertThat(rig.peer.registers()).hasSize(3);
        machine.moveTo("127.0.0.3", true);
        rig.phone.passes(Duration.ofSeconds(2));
        machine.strand();
        rig.phone.passes(Duration.ofSeconds(2));
        machine.comeBack();
        rig.phone.passes(Duration.ofSeconds(2));
        assertThat(rig.peer.registers()).hasSize(3);
        rig.peer.registrar(
                register -> rig.peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=600", ""));
        rig.phone.retry();
        assertIsFrom(rig.peer.register(4), "127.0.0.3");
    }

    @Test
    void whoBeginsWithoutANetworkIsThereOnceItIs() throws Exception {
        machine.strand();
        try (SipPeer peer = SipPeer.udp();
                Softphone phone = new Softphone(new SdpOnlyMedia(), folder, machine)) {
            phone.open("address=ada@office.test", "registrar=" + peer.place(), "transport=udp");
            phone.until("waits", () -> !phone.reports().isEmpty());
            phone.passes(Duration.ofSeconds(4));
            assertThat(peer.registers()).isEmpty();
            machine.comeBack();
            phone.awaitOnline();
        }
    }

    @Test
    void withoutAnyWayItWaitsForOne() throws Exception {
        open("udp");
        Dialled out = rig.talk();
        machine.strand();
        rig.phone.until("told", () -> rig.phone.line().state() == LineState.REGISTERING);
        machine.moveTo(THERE, true);
        follow(THERE);
        assertThat(rig.phone.call(out.id()).state()).isEqualTo(CallState.CONNECTED);
        machine.strand();
        rig.phone.until("told", () -> rig.phone.line().state() == LineState.REGISTERING);
        machine.comeBack();
        rig.phone.until("registered", () -> rig.phone.line().state() == LineState.REGISTERED);
    }
}
