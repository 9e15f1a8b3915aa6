package org.lamplight.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.core.Texts;

/** Reads the text form of rules, line by line; collects every problem before it gives up. */
final class RulesText {
    private static final Texts TEXTS = Texts.of(RulesText.class);
    private static final Pattern RULE = Pattern.compile("([a-z][a-z0-9-]*)\\s*:\\s*(.+?)\\s*->\\s*(\\S+)");
    private static final Pattern OFF = Pattern.compile("off\\s+([a-z][a-z0-9-]*)");
    private static final Pattern THRESHOLD = Pattern.compile("(idle-after|long-after)\\s*=\\s*(\\d{1,4})\\s*min");

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> off = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private Duration idleAfter = Duration.ofMinutes(5);
    private Duration longAfter = Duration.ofMinutes(60);

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
        off.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(TEXTS.get("rule.unknown", name)));
        if (rules.isEmpty() && problems.isEmpty()) {
            problems.add(TEXTS.get("rule.none"));
        }
        if (!problems.isEmpty()) {
            throw new Rules.Broken(String.join("; ", problems));
        }
        return new Rules(
                rules.stream().filter(rule -> !off.contains(rule.name())).toList(), idleAfter, longAfter);
    }

    private void read(String words, int line) {
        Matcher rule = RULE.matcher(words);
        Matcher switched = OFF.matcher(words);
        Matcher threshold = THRESHOLD.matcher(words);
        if (switched.matches()) {
            off.add(switched.group(1));
        } else if (threshold.matches()) {
            setThreshold(threshold.group(1), Duration.ofMinutes(Long.parseLong(threshold.group(2))));
        } else if (rule.matches()) {
            addRule(rule, line);
        } else {
            problem(line, TEXTS.get("line.senseless"));
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
