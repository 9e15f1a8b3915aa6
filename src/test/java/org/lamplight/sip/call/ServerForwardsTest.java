package org.lamplight.sip.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.backend.AccountState.Phase;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Forwarding.When;
import org.lamplight.call.LineState;
import org.lamplight.call.ServerForwards;
import org.lamplight.lab.SdpOnlyMedia;
import org.lamplight.lab.SipText;
import org.lamplight.lab.Softphone;

/** A server that forwards by itself, and learns by codes where to. */
class ServerForwardsTest {
    private static final String[] CODES = {"feature-code.forward-all=*21*{target}#", "feature-code.forward-off=#21#"};

    @TempDir
    Path folder;

    private static ForwardRules rule(When when, String target) {
        return ForwardRules.NONE.and("softphone:work", new Forwarding(when, target));
    }

    /** The server takes the code: it answers, and hangs up. */
    private static void taken(CallRig rig, String code) throws Exception {
        SipText invite = rig.peer.request("INVITE");
        assertThat(invite.uri()).isEqualTo(code);
        rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
        rig.peer.request("ACK");
        rig.inDialog(invite, "BYE", "", "");
        rig.peer.response(200, rig.last() + " BYE");
        rig.phone.until(
                "it is over", () -> rig.phone.ask(calls -> calls.all().stream().allMatch(Call::isOver)));
    }

    @Test
    void whereAllGoIsDialledAndSoIsItsEnd() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            assertThat(rig.phone.line().abilities()).contains(Ability.SERVER_FORWARD);
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            taken(rig, "sip:*21*6009%23@office.test");
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "sip:6010@office.test")));
            taken(rig, "sip:*21*6010%23@office.test");
            rig.phone.tell(calls -> servers.rules(rule(When.NO_ANSWER, "6009")));
            taken(rig, "sip:%2321%23@office.test");
            rig.phone.tell(calls -> servers.rules(ForwardRules.NONE));
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "+4930123456")));
            taken(rig, "sip:*21*+4930123456%23@office.test");
            rig.phone.until("all is told", () -> rig.phone.told().size() == 4);
            assertThat(rig.phone.told()).allMatch(String::isEmpty);
        }
    }

    /** Or all calls would go elsewhere while nothing says so. */
    @Test
    void whatIsTakenBackBeforeTheServerAnswersIsTakenBackThere() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            SipText invite = rig.peer.request("INVITE");
            rig.phone.tell(calls -> servers.rules(ForwardRules.NONE));
            rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
            rig.peer.request("ACK");
            rig.inDialog(invite, "BYE", "", "");
            rig.peer.response(200, rig.last() + " BYE");
            taken(rig, "sip:%2321%23@office.test");
        }
    }

    @Test
    void whatTheServerDidNotTakeIsSaid() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            rig.peer.answer(rig.peer.request("INVITE"), 404, "", "");
            rig.phone.until(
                    "it is said",
                    () -> rig.phone.told().stream()
                            .anyMatch(one ->
                                    one.startsWith("The server did not take where calls of softphone:work go:")));
        }
    }

    @Test
    void aNameIsNoNumberThatAServerTakes() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "sip:6009@elsewhere.test")));
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "hedy")));
            int dialled = rig.phone.ask(calls -> calls.all().size());
            assertThat(dialled).isZero();
        }
    }

    /** Or calls would go on to where they went before. */
    @Test
    void forATargetThatItDoesNotTakeTheServerLetsGoOfTheOneBefore() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            taken(rig, "sip:*21*6009%23@office.test");
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "sip:bob@elsewhere.test")));
            taken(rig, "sip:%2321%23@office.test");
        }
    }

    @Test
    void whatFailedIsTriedAgainWhenTheLineComesBack() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            rig.peer.answer(rig.peer.request("INVITE"), 480, "", "");
            rig.peer.request("ACK");
            rig.phone.until("it is said", () -> rig.phone.told().size() == 1);
            rig.peer.registrar(register -> rig.peer.reply(register, 503, "Retry-After: 1", ""));
            rig.phone.retry();
            rig.phone.until("out", () -> rig.phone.line().state() != LineState.REGISTERED);
            rig.peer.registrar(
                    register -> rig.peer.reply(register, 200, "Contact: <" + register.contact() + ">;expires=600", ""));
            taken(rig, "sip:*21*6009%23@office.test");
        }
    }

    /** Who is spoken to hears nothing of it, and a server that does not hang up is left. */
    @Test
    void aCodeHoldsNobody() throws Exception {
        try (CallRig rig = new CallRig(folder, CODES)) {
            ServerForwards servers = rig.phone.forwardAtServer();
            String speaks = rig.talk().id();
            rig.phone.tell(calls -> servers.rules(rule(When.ALL, "6009")));
            SipText invite = rig.peer.request("INVITE");
            rig.peer.answer(invite, 200, rig.peer.contactLine(), CallRig.OFFER);
            rig.peer.request("ACK");
            rig.phone.until(
                    "it is mute",
                    () -> rig.phone.ask(calls -> calls.all().stream().anyMatch(Call::muted)));
            assertThat(rig.phone.call(speaks).state()).isEqualTo(CallState.CONNECTED);
            assertThat(rig.phone.call(speaks).muted()).isFalse();
            assertThat(rig.peer.request("BYE").get("Call-ID")).isEqualTo(invite.get("Call-ID"));
        }
    }

    @Test
    void oneCodeAloneIsAMistake() throws Exception {
        try (Softphone phone = new Softphone(new SdpOnlyMedia(), folder)) {
            phone.open("address=ada@office.test", "feature-code.forward-all=*21*{target}#");
            phone.until(
                    "it is said",
                    () -> phone.reports().stream()
                            .anyMatch(one ->
                                    one.phase() == Phase.FAILED && one.reason().contains("{target}")));
        }
    }
}
