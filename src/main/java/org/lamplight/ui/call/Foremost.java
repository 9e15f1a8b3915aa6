package org.lamplight.ui.call;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lamplight.call.Call;

/** Which of several calls one has at the ear. Pure. */
final class Foremost {
    private Foremost() {}

    /** The one that is spoken in, else the one that may soon be, else a held one, else one that ended; the newest of its kind. */
    static Optional<Call> of(List<Call> calls) {
        return calls.stream()
                .filter(call -> !call.isIncomingRinging())
                .min(Comparator.comparingInt(Foremost::rank).thenComparing(Call::since, Comparator.reverseOrder()));
    }

    private static int rank(Call call) {
        return switch (call.state()) {
            case CONNECTED -> 0;
            case EARLY, RINGING, DIALLING -> 1;
            case HELD_BY_PEER -> 2;
            case HELD -> 3;
            case ENDED -> 4;
        };
    }
}
