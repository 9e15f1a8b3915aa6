package org.lamplight.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.call.Call;
import org.lamplight.call.CallState;
import org.lamplight.call.Remote;

/** Which calls are listed, and in which order. */
class RecentCallsTest {
    private final RecentCalls recent = new RecentCalls();

    private static Call call(String id, CallState state) {
        Instant noon = Instant.parse("2026-11-18T12:00:00Z");
        Remote remote = Remote.of("sip:" + id + "@x.example");
        return new Call(
                id, "line", Call.Direction.OUT, state, remote, null, noon, null, null, false, false, null, null, null);
    }

    @Test
    void thoseOfTheLogLieBehindThoseSeenSinceAndNoneIsThereTwice() {
        recent.take(List.of(call("old", CallState.ENDED), call("new", CallState.CONNECTED)));
        recent.takeLogged(List.of(call("old", CallState.ENDED), call("older", CallState.ENDED)));
        assertThat(recent.newestFirst()).extracting(Call::id).containsExactly("new", "old", "older");
        assertThat(recent.take(List.of(call("new", CallState.CONNECTED)))).isFalse();
        assertThat(recent.take(List.of(call("new", CallState.ENDED)))).isTrue();
    }
}
