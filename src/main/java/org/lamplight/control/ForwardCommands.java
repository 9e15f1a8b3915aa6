package org.lamplight.control;

import java.util.Map;
import java.util.Optional;
import org.lamplight.call.Ability;
import org.lamplight.call.Forwarding;
import org.lamplight.call.LineStatus;
import org.lamplight.call.Lines;
import org.lamplight.core.Texts;
import org.lamplight.profile.Settings;

/** {@code call forward}: where calls of a line go instead. It is kept in the settings. */
public final class ForwardCommands {
    /** The setting that has all rules, as {@link Forwarding#text} writes them. */
    public static final String SETTING = "call.forward";

    static final String USAGE = "call forward LINE off|all TARGET|busy TARGET|no-answer TARGET";
    private static final Texts TEXTS = Texts.of(ForwardCommands.class);

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
            requireAble(line);
        } else {
            rule = Optional.of(rule(line, when, words.next()));
            words.end();
        }
        Map<String, Forwarding> rules = Forwarding.rules(settings.get(SETTING));
        rule.ifPresentOrElse(one -> rules.put(line, one), () -> rules.remove(line));
        try {
            settings.set(SETTING, Forwarding.text(rules));
        } catch (Settings.Refused refused) {
            throw new Refusal(String.valueOf(refused.getMessage()));
        }
    }

    private Forwarding rule(String line, String when, String target) throws Refusal, InterruptedException {
        Forwarding.When known = Forwarding.When.of(when).orElseThrow(() -> Refusal.usage(USAGE));
        return core.ask(() -> lines.forwarding(line, known, target));
    }

    private void requireAble(String line) throws Refusal, InterruptedException {
        boolean able = core.ask(lines::all).stream()
                .filter(one -> one.id().equals(line))
                .map(LineStatus::abilities)
                .anyMatch(can -> can.contains(Ability.FORWARD));
        if (!able) {
            throw new Refusal(TEXTS.get("forward.line", line));
        }
    }
}
