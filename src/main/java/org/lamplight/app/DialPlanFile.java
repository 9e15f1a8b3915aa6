package org.lamplight.app;

import java.nio.file.Path;
import java.util.Optional;
import org.lamplight.call.Calls;
import org.lamplight.call.dial.DialPlan;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Notice;

/** Has numbers rewritten as a file of the profile says. Not on core. */
final class DialPlanFile {
    private static final String RULES = "dialplan.rules";

    private final RulesFile<DialPlan> file;
    private final CoreThread core;
    private final Events events;
    private final Calls calls;

    DialPlanFile(Path file, CoreThread core, Events events, Calls calls) {
        this.file = new RulesFile<>(file, DialPlan::parse, () -> DialPlan.NONE);
        this.core = core;
        this.events = events;
        this.calls = calls;
    }

    /** From now on, and with each change of the file until what is returned is closed. */
    Optional<AutoCloseable> follow() {
        file.tell(this::use);
        return file.watch(this::use);
    }

    private void use(DialPlan plan, String problem) {
        core.execute(() -> {
            calls.plan(plan);
            events.publish(new Notice(RULES, problem));
        });
    }
}
