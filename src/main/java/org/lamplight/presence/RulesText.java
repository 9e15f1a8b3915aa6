package org.lamplight.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;

/** Reads the text form of rules, line by line; collects every problem before it gives up. */
final class RulesText {
    private static final Texts TEXTS = Texts.of(RulesText.class);
    private static final Pattern RULE = Pattern.compile("([a-z][a-z0-9-]*)\\s*:\\s*(.+?)\\s*->\\s*(\\S+)");
    private static final Pattern OFF = Pattern.compile("off\\s+([a-z][a-z0-9-]*)");
    private static final Pattern USE = Pattern.compile("use\\s+([a-z][a-z0-9-]*)");
    private static final Pattern THRESHOLD = Pattern.compile("(idle-after|long-after)\\s*=\\s*(\\d{1,4})\\s*min");

    private static final Rules NONE = new Rules(List.of(), Duration.ofMinutes(5), Duration.ofMinutes(60));

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> off = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Rules taken;
    private @Nullable Duration idleAfter;
    private @Nullable Duration longAfter;

    RulesText(String text) {
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            String words = line.replaceFirst("#.*", "").strip();
            if (!words.isEmpty()) {
                read(words, number);
            }
        }
    }

    Rules rules() throws Rules.Broken {
        Rules base = taken;
        if (base == null && problems.isEmpty()) {
            base = rules.isEmpty() ? Rules.builtIn() : NONE;
        }
        base = base == null ? NONE : base;
        base.rules().stream().filter(rule -> names.add(rule.name())).forEach(rules::add);
        off.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(TEXTS.get("rule.unknown", name)));
        if (!problems.isEmpty()) {
            throw new Rules.Broken(String.join("; ", problems));
        }
        return new Rules(
                rules.stream().filter(rule -> !off.contains(rule.name())).toList(),
                idleAfter == null ? base.idleAfter() : idleAfter,
                longAfter == null ? base.longAfter() : longAfter);
    }

    private void read(String words, int line) {
        Matcher rule = RULE.matcher(words);
        Matcher switched = OFF.matcher(words);
        Matcher threshold = THRESHOLD.matcher(words);
        Matcher used = USE.matcher(words);
        if (switched.matches()) {
            off.add(switched.group(1));
        } else if (used.matches()) {
            use(used.group(1), line);
        } else if (threshold.matches()) {
            setThreshold(threshold.group(1), Duration.ofMinutes(Long.parseLong(threshold.group(2))));
        } else if (rule.matches()) {
            addRule(rule, line);
        } else {
            problem(line, TEXTS.get("line.senseless"));
        }
    }

    /** Its rules come after all of one's own, and one's own of the same name stand for them. */
    private void use(String preset, int line) {
        Rules known = Rules.preset(preset).orElse(null);
        if (known == null) {
            problem(line, TEXTS.get("preset.unknown", preset, String.join(", ", Rules.presets())));
        } else if (taken != null) {
            problem(line, TEXTS.get("preset.twice"));
        } else {
            taken = known;
        }
    }

    private void setThreshold(String name, Duration value) {
        if (name.equals("idle-after")) {
            idleAfter = value;
        } else {
            longAfter = value;
        }
    }

    private void addRule(Matcher rule, int line) {
        Status status = Status.ofKey(rule.group(3)).orElse(null);
        if (status == null) {
            problem(line, TEXTS.get("status.unknown", rule.group(3)));
        } else if (!names.add(rule.group(1))) {
            problem(line, TEXTS.get("rule.twice", rule.group(1)));
        } else {
            try {
                rules.add(new Rule(rule.group(1), new ConditionText(rule.group(2)).read(), status));
            } catch (IllegalArgumentException e) {
                problem(line, String.valueOf(e.getMessage()));
            }
        }
    }

    private void problem(int line, String what) {
        problems.add(TEXTS.get("line.problem", String.valueOf(line), what));
    }
}
