package org.lamplight.call.dial;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How numbers are rewritten before they are dialled: rules in order, of which the first that fits is taken. Immutable; for
 * any thread.
 */
public final class DialPlan {
    /** Every number is dialled as it is. */
    public static final DialPlan NONE = new DialPlan(List.of());

    /** Never rewritten, whatever the rules say: whoever needs help gets it by the number that is known. */
    private static final Set<String> EMERGENCY = Set.of(
            "112", "110", "911", "999", "000", "111", "113", "115", "118", "119", "122", "144", "15", "17", "18");

    private final List<DialRule> rules;

    /** Text that is no plan; the message is a sentence that names the line. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String sentence) {
            super(sentence);
        }
    }

    /**
     * What is dialled for a number.
     *
     * @param line the one of the rule that was taken, from 1 on; 0: none fits
     */
    public record Rewritten(String number, int line) {}

    private DialPlan(List<DialRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A line a rule; empty lines and what stands behind {@code ;} are for people. */
    public static DialPlan parse(String text) throws Broken {
        List<DialRule> rules = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("(^|\\s);.*", "").strip();
            if (!line.isEmpty()) {
                rules.add(DialRule.parse(i + 1, line));
            }
        }
        return new DialPlan(rules);
    }

    /** Whether help is called by this number in some country. */
    public static boolean isEmergency(String number) {
        return EMERGENCY.contains(number);
    }

    /**
     * What comes of what was typed.
     *
     * @param line the one of the rule that was taken, from 1 on; 0: none fits, or it is no number
     */
    public record Reading(Dialled dialled, int line) {}

    /** What a person typed, or a link says. */
    public Reading read(String typed) {
        Dialled read = Dialled.of(typed);
        if (!read.isNumber()) {
            return new Reading(read, 0);
        }
        Rewritten number = rewrite(read.target());
        return new Reading(new Dialled(number.number(), read.extension()), number.line());
    }

    /**
     * What is dialled for a number.
     *
     * @param number digits, {@code *} and {@code #}, with {@code +} in front or not
     */
    public Rewritten rewrite(String number) {
        if (!isEmergency(number)) {
            for (DialRule rule : rules) {
                if (rule.fits(number)) {
                    return new Rewritten(rule.dialled(number), rule.line());
                }
            }
        }
        return new Rewritten(number, 0);
    }
}
