package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.lab.RememberedPresence;
import org.lamplight.people.Address;
import org.lamplight.people.Person;
import org.lamplight.people.Subscription;
import org.lamplight.presence.OwnPresence;
import org.lamplight.presence.Presence;
import org.lamplight.presence.Rules;
import org.lamplight.presence.Status;

/** What may be asked of calls, and what becomes of them. */
class CallsTest extends WithCalls {
    private static final Cause HUNG_UP = new Cause(200, "Hung up");

    private final ScriptedLine line = new ScriptedLine("work");

    @BeforeEach
    void open() throws Exception {
        register(line);
    }

    @Test
    void whoCanBeCalledIsSoWhileALineIsThere() throws Exception {
        Person ours = person(Address.im("hedy@pbx.example"));
        Person others = person(Address.im("hedy@elsewhere.example"));
        Person number = person(new Address(Address.Kind.PHONE, "+12025550143", "work"));
        assertThat(lines.reach(ours)).isTrue();
        assertThat(lines.reach(others)).isFalse();
        assertThat(lines.reach(number)).isTrue();
        desk.run(() -> lines.report(line.id(), LineState.REGISTERING, "The server does not answer."));
        assertThat(lines.reach(ours)).isFalse();
        assertThat(lines.reach(number)).isFalse();
    }

    private static Person person(Address address) {
        return new Person(
                "p", "Hedy", List.of(), List.of(address), Presence.UNKNOWN, Subscription.BOTH, false, Set.of("chat"));
    }

    private String rings(String from) throws Exception {
        return rings(from, line);
    }

    @Test
    void aCallGoesThroughItsStates() throws Exception {
        String id = dialled("6002");
        assertThat(state(id)).isEqualTo(CallState.DIALLING);
        desk.run(() -> calls.ringing(id));
        desk.run(() -> calls.early(id));
        desk.clock.pass(Duration.ofSeconds(5));
        desk.run(() -> calls.connected(id));
        desk.run(() -> calls.held(id, true));
        desk.run(() -> calls.heldByPeer(id, true));
        assertThat(state(id)).isEqualTo(CallState.HELD);
        desk.run(() -> calls.held(id, false));
        assertThat(state(id)).isEqualTo(CallState.HELD_BY_PEER);
        desk.run(() -> calls.heldByPeer(id, false));
        desk.run(() -> calls.ended(id, HUNG_UP));
        List<CallState> states = desk.heard(CallEvent.CallChanged.class).stream()
                .map(change -> change.call().state())
                .toList();
        assertThat(states)
                .containsExactly(
                        CallState.DIALLING,
                        CallState.RINGING,
                        CallState.EARLY,
                        CallState.CONNECTED,
                        CallState.HELD,
                        CallState.HELD_BY_PEER,
                        CallState.CONNECTED,
                        CallState.ENDED);
        Call over = call(id);
        assertThat(over.cause()).isEqualTo(HUNG_UP);
        assertThat(over.answeredAt()).isEqualTo(over.since().plusSeconds(5));
        assertThat(line.asked).containsExactly("dial 6002");
    }

    @Test
    void whatTheTableForbidsChangesNothing() throws Exception {
        String id = answered("6002");
        desk.run(() -> calls.ringing(id));
        assertThat(state(id)).isEqualTo(CallState.CONNECTED);
        desk.run(() -> calls.ended(id, HUNG_UP));
        desk.run(() -> calls.connected(id));
        desk.run(() -> calls.ended(id, new Cause(486, "Busy")));
        assertThat(state(id)).isEqualTo(CallState.ENDED);
        assertThat(call(id).cause()).isEqualTo(HUNG_UP);
    }

    @Test
    void whoIsSpokenToIsHeldForAnother() throws Exception {
        String first = answered("6002");
        String second = rings("ada@pbx.example");
        desk.run(() -> calls.answer(second));
        assertThat(line.asked).containsExactly("dial 6002", "hold", "answer");
        desk.run(() -> {
            calls.held(first, true);
            calls.connected(second);
            calls.resume(first);
        });
        assertThat(line.asked).containsExactly("dial 6002", "hold", "answer", "hold", "resume");
    }

    @Test
    void whatIsDialledIsOneLine() throws Exception {
        dialled("sip:bob@pbx.example\r\nRoute: elsewhere");
        assertThat(line.asked.get(0)).doesNotContain("\r", "\n");
    }

    @Test
    void aPersonIsKnownByTheAddress() throws Exception {
        assertThat(call(rings("ada@pbx.example")).person()).isEqualTo("p-ada");
        assertThat(call(rings("ada@elsewhere.example")).person()).isNull();
    }

    @Test
    void hangingUpWhatRingsHereDeclinesIt() throws Exception {
        String id = rings("ada@pbx.example");
        desk.run(() -> calls.hangUp(id));
        String other = rings("bob@pbx.example");
        desk.run(() -> calls.sendOn(other, "voicemail"));
        assertThat(line.asked).containsExactly("decline 603", "decline 603 voicemail");
    }

    @Test
    void aFloodRingsSixTimes() throws Exception {
        for (int i = 0; i < 6; i++) {
            rings("flood-" + i + "@pbx.example");
        }
        assertThat(desk.ask(() -> calls.incoming(Calls.newId(), line.id(), Remote.of("sip:one-more@pbx.example"))))
                .isFalse();
        assertThat(desk.ask(calls::all)).hasSize(6);
    }

    @Test
    void whoWantsNoCallsIsNotRungAndFindsThemInTheLog() throws Exception {
        desk.run(() -> calls.declineWhile(() -> true));
        String id = Calls.newId();
        assertThat(desk.ask(() -> calls.incoming(id, line.id(), Remote.of("sip:ada@pbx.example"))))
                .isFalse();
        assertThat(call(id).isMissed()).isTrue();
        assertThat(desk.heard(CallEvent.CallChanged.class)).hasSize(1);
    }

    @Test
    void whatAnotherPhoneTookIsNotMissed() throws Exception {
        String id = rings("ada@pbx.example");
        desk.run(() -> calls.ended(id, new Cause(200, "Taken elsewhere", true)));
        assertThat(call(id).isMissed()).isFalse();
    }

    @Test
    void whatCantBeIsRefusedInASentence() throws Exception {
        refused(() -> calls.dial("  ", null), "whom to call");
        refused(() -> calls.dial("9".repeat(501), null), "whom to call");
        refused(() -> calls.dial("6002", "softphone:none"), "softphone:none");
        refused(() -> calls.answer("none"), "over");
        String id = dialled("6002");
        refused(() -> calls.hold(id), "Nobody has answered");
        refused(() -> calls.press(id, "1"), "Nobody has answered");
        refused(() -> calls.answer(id), "does not ring");
        desk.run(() -> calls.connected(id));
        refused(() -> calls.press(id, "12x"), "Only 0 to 9");
        refused(() -> calls.transferTo(id, id), "same line");
        desk.run(() -> lines.report(line.id(), LineState.REGISTERING, "gone"));
        refused(() -> calls.dial("6003", null), "not connected");
        desk.run(() -> lines.remove(line.id()));
        refused(() -> calls.dial("6003", null), "no telephone line");
    }

    @Test
    void aLineThatCantHoldIsNotAskedTo() throws Exception {
        ScriptedLine plain = new ScriptedLine("plain", Set.of());
        desk.run(() -> {
            lines.add(plain);
            lines.report(plain.id(), LineState.REGISTERED, null);
        });
        String id = desk.ask(() -> calls.dial("6002", plain.id()).id());
        desk.run(() -> calls.connected(id));
        refused(() -> calls.hold(id), "cannot do that");
        answered("6003");
        assertThat(plain.asked).containsExactly("dial 6002");
    }

    @Test
    void callsGoOutOnThePreferredLineIfItCan() throws Exception {
        ScriptedLine other = new ScriptedLine("home");
        desk.run(() -> {
            lines.add(other);
            lines.prefer(other.id());
        });
        assertThat(preferred()).isEqualTo(line.id());
        desk.run(() -> lines.report(other.id(), LineState.REGISTERED, null));
        assertThat(preferred()).isEqualTo(other.id());
    }

    private String preferred() throws Exception {
        return desk.ask(lines::all).stream()
                .filter(LineStatus::preferred)
                .map(LineStatus::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ownStatusFollowsTheCallAndComesBack() throws Exception {
        OwnPresence own = desk.ask(
                () -> new OwnPresence(desk.core, desk.events, desk.clock, Rules.builtIn(), new RememberedPresence()));
        desk.run(() -> new CallPresence(calls, own, desk.events));
        String id = rings("ada@pbx.example");
        assertThat(status(own)).isEqualTo(Status.RINGING);
        desk.run(() -> calls.connected(id));
        assertThat(status(own)).isEqualTo(Status.ON_THE_PHONE);
        desk.run(() -> calls.heldByPeer(id, true));
        assertThat(status(own)).isEqualTo(Status.ON_THE_PHONE);
        desk.run(() -> calls.ended(id, HUNG_UP));
        assertThat(status(own)).isEqualTo(Status.AVAILABLE);
    }

    private Status status(OwnPresence own) throws Exception {
        return desk.ask(() -> own.now().presence().status());
    }
}
