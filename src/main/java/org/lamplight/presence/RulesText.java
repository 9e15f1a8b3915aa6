package org.lamplight.presence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lamplight.core.Texts;

/** Reads the text form of rules, line by line; collects every problem before it gives up. */
final class RulesText {
    private static final Texts TEXTS = Texts.of(RulesText.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,99}");
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern OFF = Pattern.compile("off\\s+([a-z][a-z0-9-]*)");
    private static final Pattern USE = Pattern.compile("use\\s+([a-z][a-z0-9-]*)");
    private static final Pattern THRESHOLD = Pattern.compile("(idle-after|long-after)\\s*=\\s*([1-9]\\d{0,3})\\s*min");

    private static final Rules NONE = new Rules(List.of(), Duration.ofMinutes(5), Duration.ofMinutes(60));

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> off = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Rules taken;
    private boolean lost;
    private @Nullable Duration idleAfter;
    private @Nullable Duration longAfter;

    RulesText(String text) {
        int number = 0;
        for (String line : text.replaceFirst("^\uFEFF", "").split("\\R", -1)) {
            number++;
            String words = line.replaceFirst("#.*", "").strip();
            if (words.length() > LONGEST_LINE) {
                problem(number, TEXTS.get("line.long"));
            } else if (!words.isEmpty()) {
                read(words, number);
            }
        }
    }

    Rules rules() throws Rules.Broken {
        Rules base = taken;
        if (base == null) {
            base = rules.isEmpty() ? Rules.builtIn() : NONE;
        }
        base.rules().stream().filter(rule -> names.add(rule.name())).forEach(rules::add);
        // Of a preset that nobody knows, nobody knows the names either
        if (!lost) {
            off.forEach((name, line) -> {
                if (!names.contains(name)) {
                    problem(line, TEXTS.get("rule.unknown", name));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new Rules.Broken(String.join("; ", problems));
        }
        return new Rules(
                rules.stream().filter(rule -> !off.containsKey(rule.name())).toList(),
                idleAfter == null ? base.idleAfter() : idleAfter,
                longAfter == null ? base.longAfter() : longAfter);
    }

    private void read(String words, int line) {
        int colon = words.indexOf(':');
        int arrow = words.lastIndexOf("->");
        Matcher switched = OFF.matcher(words);
        Matcher threshold = THRESHOLD.matcher(words);
        Matcher used = USE.matcher(words);
        if (switched.matches()) {
            off.put(switched.group(1), line);
        } else if (used.matches()) {
            use(used.group(1), line);
        } else if (threshold.matches()) {
            setThreshold(threshold.group(1), Duration.ofMinutes(Long.parseLong(threshold.group(2))));
        } else if (colon > 0 && arrow > colon) {
            addRule(
                    words.substring(0, colon).strip(),
                    words.substring(colon + 1, arrow).strip(),
                    words.substring(arrow + 2).strip(),
                    line);
        } else {
            problem(line, TEXTS.get("line.senseless"));
        }
    }

    /** Its rules come after all of one's own, and one's own of the same name stand for them. */
    private void use(String preset, int line) {
        Rules known = Rules.preset(preset).orElse(null);
        if (known == null) {
            lost = true;
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

    private void addRule(String name, String facts, String key, int line) {
        Status status = Status.ofKey(key).orElse(null);
        if (!NAME.matcher(name).matches()) {
            problem(line, TEXTS.get("line.senseless"));
        } else if (status == null) {
            problem(line, TEXTS.get("status.unknown", key));
        } else if (!names.add(name)) {
            problem(line, TEXTS.get("rule.twice", name));
        } else {
            try {
                rules.add(new Rule(name, new ConditionText(facts).read(), status));
            } catch (IllegalArgumentException e) {
                problem(line, String.valueOf(e.getMessage()));
            }
        }
    }

    private void problem(int line, String what) {
        problems.add(TEXTS.get("line.problem", String.valueOf(line), what));
    }
}
