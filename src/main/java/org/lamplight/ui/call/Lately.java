package org.lamplight.ui.call;

import java.util.HashMap;
import java.util.Map;
import org.lamplight.call.Call;
import org.lamplight.ui.kit.Edt;

/** Which ended calls are still to be spoken of: each for some seconds, so that one sees why it ended. EDT. */
final class Lately {
    private static final int SHOWN_MILLIS = 8_000;

    private final Map<String, Boolean> ended = new HashMap<>();
    private final Runnable changed;

    /** @param changed told when one of them is to be forgotten */
    Lately(Runnable changed) {
        this.changed = changed;
    }

    /** Whether this call is to be shown. */
    boolean shows(Call call) {
        if (!call.isOver()) {
            return true;
        }
        if (!ended.containsKey(call.id())) {
            ended.put(call.id(), true);
            Edt.after(SHOWN_MILLIS, () -> {
                ended.put(call.id(), false);
                changed.run();
            });
        }
        return ended.getOrDefault(call.id(), false);
    }

    /** This one is to be shown no longer. */
    void forget(Call call) {
        ended.put(call.id(), false);
    }
}
