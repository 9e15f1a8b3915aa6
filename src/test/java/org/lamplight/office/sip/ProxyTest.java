package org.lamplight.office.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls between two telephones, through the proxy. */
class ProxyTest {
    private static final String BOB = "sip:bob@localhost";

    @RegisterExtension
    final SipOffice office = new SipOffice();

    /** Both have the call: what the caller got for an answer, and what the called one was asked. */
    private record Call(Text accepted, Text invite, Text answered) {}

    private static Call connect(RawPhone caller, RawPhone called) throws Exception {
        caller.invite("sip:6002@localhost", RawPhone.sdp(4000));
        Text invite = called.awaitRequest("INVITE");
        called.answer(invite, 180, "b", "", "");
        caller.awaitCode(180, "INVITE");
        Text answered = called.answer(invite, 200, "b", "", RawPhone.sdp(4002));
        Text accepted = caller.awaitCode(200, "INVITE");
        caller.ack(accepted);
        called.awaitRequest("ACK");
        return new Call(accepted, invite, answered);
    }

    @Test
    void aCallFromRingingToItsEnd() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone bob = office.phone("bob");
        Call call = connect(ada, bob);
        assertThat(call.invite().uri()).isEqualTo(bob.contact());
        assertThat(call.invite().one("P-Asserted-Identity")).isEqualTo("\"Ada\" <sip:ada@localhost>");
        assertThat(call.invite().all("Proxy-Authorization")).isEmpty();
        assertThat(call.invite().one("Max-Forwards")).isEqualTo("69");
        assertThat(call.invite().body()).isEqualTo(RawPhone.sdp(4000));
        assertThat(call.invite().all("Record-Route")).hasSize(1);
        assertThat(call.accepted().body()).isEqualTo(RawPhone.sdp(4002));
        bob.back(call.invite(), call.answered(), "BYE", RawPhone.nothing());
        bob.answer(ada.awaitRequest("BYE"), 200, "", "", "");
    }

    @Test
    void everythingWithinADialogGoesBothWays() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone bob = office.phone("bob");
        Call call = connect(ada, bob);
        for (String method : List.of("INFO", "UPDATE", "REFER", "NOTIFY", "MESSAGE", "PRACK", "OPTIONS")) {
            ada.inDialog(call.accepted(), method, "X-Test: " + method + "\r\n", RawPhone.nothing());
            Text came = bob.awaitRequest(method);
            assertThat(came.one("X-Test")).isEqualTo(method);
            assertThat(came.all("Route")).isEmpty();
            bob.answer(came, 202, "", "", "");
            ada.awaitCode(202, method);
        }
        ada.inDialog(
                call.accepted(), "INVITE", "", RawPhone.withBody("application/sdp", RawPhone.sdp(4000, "sendonly")));
        Text hold = bob.awaitRequest("INVITE");
        assertThat(hold.body()).contains("a=sendonly");
        bob.answer(hold, 200, "", "", RawPhone.sdp(4002, "recvonly"));
        Text held = ada.awaitCode(200, "INVITE");
        ada.ack(held);
        bob.awaitRequest("ACK");
        ada.bye(call.accepted());
        bob.answer(bob.awaitRequest("BYE"), 200, "", "", "");
        ada.awaitCode(200, "BYE");
    }

    @Test
    void aCallerThinksBetterOfIt() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone bob = office.phone("bob");
        String invitation = ada.invite(BOB, RawPhone.sdp(4000));
        Text invite = bob.awaitRequest("INVITE");
        bob.answer(invite, 180, "b", "", "");
        ada.awaitCode(180, "INVITE");
        ada.cancel(invitation);
        ada.awaitCode(200, "CANCEL");
        Text cancel = bob.awaitRequest("CANCEL");
        assertThat(cancel.one("Via")).isEqualTo(invite.one("Via"));
        bob.answer(cancel, 200, "b", "", "");
        bob.answer(invite, 487, "b", "", "");
        bob.awaitRequest("ACK");
        ada.awaitCode(487, "INVITE");
    }

    @Test
    void allTelephonesRingAndTheFirstHasTheCall() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone desk = office.phone("bob");
        RawPhone mobile = office.tcp("bob");
        mobile.register();
        ada.invite(BOB, RawPhone.sdp(4000));
        Text atDesk = desk.awaitRequest("INVITE");
        Text atMobile = mobile.awaitRequest("INVITE");
        desk.answer(atDesk, 180, "d", "", "");
        mobile.answer(atMobile, 180, "m", "", "");
        ada.await(text -> text.code() == 180 && text.tag("To").equals("d"));
        ada.await(text -> text.code() == 180 && text.tag("To").equals("m"));
        mobile.answer(atMobile, 200, "m", "", RawPhone.sdp(4002));
        assertThat(desk.awaitRequest("CANCEL").one("Reason")).contains("Call completed elsewhere");
        desk.answer(atDesk, 487, "d", "", "");
        Text accepted = ada.awaitCode(200, "INVITE");
        assertThat(accepted.tag("To")).isEqualTo("m");
        assertThat(accepted.all("Record-Route")).hasSize(2);
        ada.ack(accepted);
        mobile.awaitRequest("ACK");
        ada.bye(accepted);
        mobile.answer(mobile.awaitRequest("BYE"), 200, "", "", "");
        ada.awaitCode(200, "BYE");
    }

    @Test
    void whatIsLostIsSentAgain() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone bob = office.phone("bob");
        ada.invite(BOB, RawPhone.sdp(4000));
        Text lost = bob.awaitRequest("INVITE");
        Text again = bob.awaitRequest("INVITE");
        assertThat(again.one("Via")).isEqualTo(lost.one("Via"));
        bob.answer(again, 486, "b", "", "");
        bob.awaitRequest("ACK");
        Text refused = ada.awaitCode(486, "INVITE");
        assertThat(ada.awaitCode(486, "INVITE")).isEqualTo(refused);
        ada.invite("sip:echo@localhost", RawPhone.sdp(4000));
        Text accepted = ada.awaitCode(200, "INVITE");
        assertThat(ada.awaitCode(200, "INVITE")).isEqualTo(accepted);
        ada.ack(accepted);
        ada.bye(accepted);
        ada.awaitCode(200, "BYE");
    }

    @Test
    void theBestRefusalOfAllIsTold() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone one = office.phone("bob");
        RawPhone other = office.phone("bob");
        ada.invite(BOB, RawPhone.sdp(4000));
        one.answer(one.awaitRequest("INVITE"), 500, "o", "", "");
        one.awaitRequest("ACK");
        other.answer(other.awaitRequest("INVITE"), 486, "p", "", "");
        other.awaitRequest("ACK");
        assertThat(ada.awaitFinal("INVITE").code()).isEqualTo(486);
    }

    @Test
    void whoIsNotThereOrNobody() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.invite(BOB, RawPhone.sdp(4000));
        ada.awaitCode(480, "INVITE");
        ada.invite("sip:nobody@localhost", RawPhone.sdp(4000));
        ada.awaitCode(404, "INVITE");
        ada.invite("sip:bob@example.org", RawPhone.sdp(4000));
        ada.awaitCode(404, "INVITE");
    }

    @Test
    void anAckThatBelongsToNothingGoesNowhere() throws Exception {
        RawPhone ada = office.udp("ada");
        ada.send(ada.request("ACK", "sip:echo@localhost", "c1", "t", RawPhone.nothing()));
        ada.send(ada.request("OPTIONS", "sip:localhost", "c2", "t", RawPhone.nothing()));
        assertThat(ada.await(text -> true).callId()).isEqualTo("c2");
    }

    @Test
    void aRequestSentTwiceIsOne() throws Exception {
        RawPhone ada = office.phone("ada");
        RawPhone bob = office.phone("bob");
        String message = ada.ask("MESSAGE", BOB, "", RawPhone.withBody("text/plain", "hello"));
        Text came = bob.awaitRequest("MESSAGE");
        bob.answer(came, 200, "b", "", "");
        ada.awaitCode(200, "MESSAGE");
        ada.send(message);
        ada.awaitCode(200, "MESSAGE");
        assertThat(came.body()).isEqualTo("hello");
    }

    @Test
    void nobodySpeaksForSomebodyElse() throws Exception {
        RawPhone ada = office.udp("ada");
        String more = "Content-Length: 0\r\n\r\n";
        ada.send(ada.request("MESSAGE", BOB, "c9", "t", more));
        Text challenge = ada.awaitCode(407, "MESSAGE");
        String own =
                ada.request("MESSAGE", BOB, "c9", "t", ada.credentials(challenge, "MESSAGE", BOB, "MD5", 1) + more);
        ada.send(own.replace("<sip:ada@localhost>", "<sip:cleo@localhost>"));
        assertThat(ada.awaitFinal("MESSAGE").code()).isEqualTo(403);
    }
}
