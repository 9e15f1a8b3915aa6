package org.lamplight.call;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.lamplight.call.dial.DialPlan;
import org.lamplight.core.CoreThread;

/** Makes of what was typed what is dialled, and presses an extension once somebody has answered. Core only. */
final class Dialling {
    /** So long a switchboard speaks before it listens, or rather its sound takes to be there. */
    private static final Duration BEFORE_EXTENSION = Duration.ofSeconds(1);

    private final CoreThread core;
    private final BiConsumer<String, String> press;
    private final Map<String, String> extensions = new HashMap<>();
    private DialPlan plan = DialPlan.NONE;

    /** @param press presses these keys in the call with this id */
    Dialling(CoreThread core, BiConsumer<String, String> press) {
        this.core = core;
        this.press = press;
    }

    void plan(DialPlan next) {
        plan = next;
    }

    /** Numbers as the plan has them. */
    DialPlan.Reading read(String typed) {
        return plan.read(typed);
    }

    /** What is to be pressed in a call that begins. */
    void began(String id, String extension) {
        if (!extension.isEmpty()) {
            extensions.put(id, extension);
        }
    }

    void answered(String id) {
        String extension = extensions.remove(id);
        if (extension != null) {
            core.later(BEFORE_EXTENSION, () -> press.accept(id, extension));
        }
    }

    void ended(String id) {
        extensions.remove(id);
    }
}
