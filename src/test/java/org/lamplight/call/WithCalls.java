package org.lamplight.call;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.lamplight.lab.Desk;

/** Each test has calls of its own, on lines that do what the test says. Only Ada is known by her address. */
abstract class WithCalls {
    final Desk desk = new Desk();
    final Lines lines = new Lines(desk.events, "");
    final Calls calls = new Calls(
            desk.core,
            desk.events,
            desk.clock,
            lines,
            address -> Optional.of("p-ada").filter(id -> address.equals("ada@pbx.example")));

    @AfterEach
    final void closeDesk() {
        desk.close();
    }

    final void register(Line line) throws Exception {
        desk.run(() -> {
            lines.add(line);
            lines.report(line.id(), LineState.REGISTERED, null);
        });
    }

    /** On the line that is taken when none is named. */
    final String dialled(String target) throws Exception {
        return desk.ask(() -> calls.dial(target, null).id());
    }

    final String answered(String target) throws Exception {
        String id = dialled(target);
        desk.run(() -> calls.connected(id));
        return id;
    }

    final String rings(String from, Line on) throws Exception {
        String id = Calls.newId();
        desk.run(() -> calls.incoming(id, on.id(), new Remote("sip:" + from, "Ada", null)));
        return id;
    }

    final Call call(String id) throws Exception {
        return desk.ask(() -> calls.find(id).orElseThrow());
    }

    final CallState state(String id) throws Exception {
        return call(id).state();
    }

    final void refused(Runnable deed, String sentence) {
        assertThatThrownBy(() -> desk.run(deed))
                .rootCause()
                .isInstanceOf(CallRefused.class)
                .hasMessageContaining(sentence);
    }
}
