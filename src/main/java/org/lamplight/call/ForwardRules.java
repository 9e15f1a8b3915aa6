package org.lamplight.call;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lamplight.call.Forwarding.When;

/**
 * Where the calls of all lines go instead: of each line all of them, those that come while one is busy, and those that nobody
 * answers. Where all go, the other two wait until they don't any more. Immutable.
 */
public final class ForwardRules {
    /** All calls ring here. */
    public static final ForwardRules NONE = new ForwardRules(Map.of());

    private final Map<String, Map<When, Forwarding>> lines;

    private ForwardRules(Map<String, Map<When, Forwarding>> lines) {
        this.lines = lines;
    }

    /** As {@link #text} writes them; what can't be read is left out. */
    public static ForwardRules of(String text) {
        Map<String, Map<When, Forwarding>> lines = new LinkedHashMap<>();
        for (String one : text.split("\\|", -1)) {
            String[] words = one.strip().split(" ", 3);
            Optional<When> when = words.length == 3 ? When.of(words[1]) : Optional.empty();
            when.ifPresent(known -> lines.computeIfAbsent(words[0], line -> new EnumMap<>(When.class))
                    .put(known, new Forwarding(known, words[2])));
        }
        return new ForwardRules(lines);
    }

    /** {@code softphone:work busy 6009|softphone:work no-answer 6002|softphone:home all 6003}. */
    public String text() {
        return lines.entrySet().stream()
                .flatMap(line -> line.getValue().values().stream()
                        .map(one -> line.getKey() + ' ' + one.when().word() + ' ' + one.target()))
                .collect(Collectors.joining(String.valueOf(Forwarding.BETWEEN)));
    }

    public Optional<Forwarding> find(String line, When when) {
        return Optional.ofNullable(lines.getOrDefault(line, Map.of()).get(when));
    }

    private List<Forwarding> left(String line, Predicate<When> leave) {
        return lines.getOrDefault(line, Map.of()).values().stream()
                .filter(one -> !leave.test(one.when()))
                .toList();
    }

    /** The lines that have any. */
    public Set<String> lines() {
        return Set.copyOf(lines.keySet());
    }

    /** The same with these for a line instead of those that it had. */
    public ForwardRules with(String line, List<Forwarding> rules) {
        Map<String, Map<When, Forwarding>> all = new LinkedHashMap<>(lines);
        all.remove(line);
        if (!rules.isEmpty()) {
            Map<When, Forwarding> own = new EnumMap<>(When.class);
            rules.forEach(one -> own.put(one.when(), one));
            all.put(line, own);
        }
        return new ForwardRules(all);
    }

    /** The same with one more rule, which holds from now on: not all go elsewhere any more if some are to. */
    public ForwardRules and(String line, Forwarding rule) {
        boolean some = rule.when() != When.ALL;
        List<Forwarding> rules = new ArrayList<>(left(line, when -> some && when == When.ALL));
        rules.add(rule);
        return with(line, rules);
    }

    /** The same, but calls of this line that go elsewhere for this reason do not any more. */
    public ForwardRules without(String line, When when) {
        return with(line, left(line, one -> one == when));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForwardRules rules && rules.lines.equals(lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
