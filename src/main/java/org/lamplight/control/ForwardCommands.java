package org.lamplight.control;

import java.util.List;
import org.lamplight.call.ForwardRules;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Lines;
import org.lamplight.profile.Settings;

/** {@code call forward}: where calls of a line go instead. It is kept in the settings. */
public final class ForwardCommands {
    /** The setting that has all rules, as {@link ForwardRules#text} writes them. */
    public static final String SETTING = "call.forward";

    static final String USAGE = "call forward LINE off|all TARGET|busy TARGET|no-answer TARGET";

    private final Waiting core;
    private final Lines lines;
    private final Settings settings;

    ForwardCommands(Waiting core, Lines lines, Settings settings) {
        this.core = core;
        this.lines = lines;
        this.settings = settings;
    }

    /** Carries out what comes behind {@code call forward}. */
    synchronized void run(Arguments words) throws Refusal, InterruptedException {
        String line = words.next();
        String when = words.next();
        ForwardRules before = ForwardRules.of(settings.get(SETTING));
        ForwardRules after;
        if (when.equals("off")) {
            words.end();
            core.tell(() -> lines.forwardable(line));
            after = before.with(line, List.of());
        } else {
            String target = words.next();
            words.end();
            after = before.and(line, rule(line, when, target));
        }
        try {
            settings.set(SETTING, after.text());
        } catch (Settings.Refused refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    private Forwarding rule(String line, String when, String target) throws Refusal, InterruptedException {
        Forwarding.When known = Forwarding.When.of(when).orElseThrow(() -> Refusal.usage(USAGE));
        return core.ask(() -> lines.forwarding(line, known, target));
    }
}
