package org.lamplight.control;

import java.util.Optional;
import org.lamplight.call.Forwarding;
import org.lamplight.call.Lines;
import org.lamplight.profile.Settings;

/** {@code call forward}: where calls of a line go instead. It is kept in the settings. */
public final class ForwardCommands {
    /** The setting that has all rules, as {@link Forwarding#text} writes them. */
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
        Optional<Forwarding> rule = Optional.empty();
        if (when.equals("off")) {
            words.end();
            core.tell(() -> lines.forwardable(line));
        } else {
            rule = Optional.of(rule(line, when, words.next()));
            words.end();
        }
        try {
            settings.set(SETTING, Forwarding.text(settings.get(SETTING), line, rule));
        } catch (Settings.Refused refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    private Forwarding rule(String line, String when, String target) throws Refusal, InterruptedException {
        Forwarding.When known = Forwarding.When.of(when).orElseThrow(() -> Refusal.usage(USAGE));
        return core.ask(() -> lines.forwarding(line, known, target));
    }
}
