package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.call.CallActions.Stand;
import org.lamplight.lab.Desk;
import org.lamplight.lab.PlayedLine;

/** What keys and buttons do that name no call. */
class CallActionsTest {
    private final Desk desk = new Desk();
    private final Lines lines = new Lines(desk.events, "");
    private final Calls calls = new Calls(desk.core, desk.events, desk.clock, lines, address -> Optional.empty());
    private final PlayedLine line = new PlayedLine(calls, LineKind.SOFTPHONE, "work", "sip:me@pbx.example");
    private final CallActions actions = new CallActions(calls, desk.events);
    private final List<Stand> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void register() throws Exception {
        actions.onChange(told::add);
        desk.run(() -> {
            lines.add(line);
            lines.report(line.id(), LineState.REGISTERED, null);
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String rings() throws Exception {
        String id = Calls.newId();
        desk.run(() -> calls.incoming(id, line.id(), new Remote("sip:ada@pbx.example", "Ada", null)));
        return id;
    }

    private String connected(String target) throws Exception {
        String id = desk.ask(() -> calls.dial(target, null).id());
        desk.run(() -> calls.connected(id));
        return id;
    }

    private CallState state(String id) throws Exception {
        return desk.ask(() -> calls.find(id).orElseThrow().state());
    }

    private void does(CallAction action) throws Exception {
        desk.run(() -> actions.does(action));
    }

    @Test
    void whatCanBeDoneFollowsTheCalls() throws Exception {
        String id = rings();
        assertThat(desk.ask(actions::stand).possible()).containsExactly(CallAction.ANSWER, CallAction.DECLINE);
        desk.run(() -> calls.connected(id));
        assertThat(desk.ask(actions::stand).possible()).containsExactly(CallAction.HANG_UP, CallAction.MUTE);
        does(CallAction.MUTE);
        does(CallAction.MUTE);
        desk.run(() -> calls.ended(id, new Cause(200, "Hung up")));
        assertThat(told)
                .containsExactly(
                        new Stand(true, false, false),
                        new Stand(false, true, false),
                        new Stand(false, true, true),
                        new Stand(false, true, false),
                        new Stand(false, false, false));
    }

    @Test
    void theOldestIsAnsweredUnlessItIsIgnored() throws Exception {
        String first = rings();
        String second = rings();
        desk.run(() -> actions.ignore(first));
        does(CallAction.DECLINE);
        assertThat(state(second)).isEqualTo(CallState.ENDED);
        assertThat(desk.ask(actions::stand).rings()).isFalse();
        does(CallAction.ANSWER);
        assertThat(state(first)).isEqualTo(CallState.RINGING);
    }

    @Test
    void whoIsSpokenToIsMeantAndNotWhoWaits() throws Exception {
        String held = connected("6002");
        String spoken = connected("6003");
        assertThat(state(held)).isEqualTo(CallState.HELD);
        String rings = rings();
        does(CallAction.HANG_UP);
        assertThat(state(spoken)).isEqualTo(CallState.ENDED);
        assertThat(state(held)).isEqualTo(CallState.HELD);
        does(CallAction.HANG_UP);
        assertThat(state(held)).isEqualTo(CallState.ENDED);
        assertThat(state(rings)).isEqualTo(CallState.RINGING);
    }

    @Test
    void withoutACallNothingComesOfIt() throws Exception {
        for (CallAction action : CallAction.values()) {
            does(action);
        }
        assertThat(desk.ask(calls::all)).isEmpty();
        assertThat(told).isEmpty();
    }
}
