package org.lamplight.ui.call;

import java.util.List;
import java.util.Objects;
import org.lamplight.call.Ability;
import org.lamplight.call.Call;
import org.lamplight.ui.kit.Mirrors;

/** Which calls are in one conference, and which could be. EDT. */
final class Together {
    private final Mirrors mirrors;

    Together(Mirrors mirrors) {
        this.mirrors = mirrors;
    }

    /** This call and all in its conference, in the order in which they began; it alone if it is in none. */
    List<Call> of(Call call) {
        return call.conference() == null
                ? List.of(call)
                : mirrors.calls().all().stream()
                        .filter(other -> areTogether(call, other))
                        .toList();
    }

    /** Whether both are in the same conference. */
    static boolean areTogether(Call one, Call other) {
        return one.conference() != null && Objects.equals(one.conference(), other.conference());
    }

    /** Whether the two may be merged: both are answered, on lines whose sound is here, and not merged yet. */
    boolean mayMerge(Call one, Call other) {
        return !one.id().equals(other.id()) && !areTogether(one, other) && mayMerge(one) && mayMerge(other);
    }

    private boolean mayMerge(Call call) {
        return call.state().isAnswered() && mirrors.calls().can(call, Ability.CONFERENCE);
    }
}
