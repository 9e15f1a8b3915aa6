package org.lamplight.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lamplight.core.CoreThread;
import org.lamplight.core.Events;
import org.lamplight.core.Threads;

/**
 * Answers calls by itself, whose callers ask for that and may: after it has rung for a moment, so that nobody's microphone
 * opens unheard, and only where no other call is there. Core only.
 */
public final class AutoAnswer {
    /** How long it rings in any case. */
    private static final Duration HEARD = Duration.ofSeconds(1);

    /** Whoever asks for more rings as any other: nobody remembers by then that it is to be answered. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CoreThread core;
    private final Events events;
    private final Calls calls;
    private final Duration heard;
    private final Set<String> left = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private Rule rule;

    /** Whose calls. */
    public enum Whom {
        OFF,
        LISTED,
        ALL;

        /** As settings say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who may have a call answered.
     *
     * @param from addresses ({@code user@domain}) and domains, in lower case
     */
    public record Rule(Whom whom, Set<String> from) {
        /** As settings say it: off, listed or all; and addresses and domains with commas or spaces between them. */
        public static Rule of(String whom, String from) {
            Set<String> all = Arrays.stream(from.split("[,\\s]+"))
                    .filter(one -> !one.isEmpty())
                    .map(PersonTarget::bare)
                    .collect(Collectors.toUnmodifiableSet());
            return new Rule(Whom.valueOf(whom.toUpperCase(Locale.ROOT)), all);
        }

        /** The addresses and domains as {@link #of} reads them. */
        public String fromText() {
            return String.join(", ", new TreeSet<>(from));
        }

        /** @param caller as the caller says and as their server does; on the list both have to be */
        boolean allows(String... caller) {
            return switch (whom) {
                case OFF -> false;
                case LISTED -> Arrays.stream(caller).allMatch(this::lists);
                case ALL -> true;
            };
        }

        private boolean lists(String uri) {
            String caller = PersonTarget.bare(uri).replaceFirst(":\\d+$", "");
            boolean whole = uri.matches("(?i)sips?:[^@]+@.*");
            return whole && (from.contains(caller) || from.contains(PersonTarget.domain(caller)));
        }
    }

    public AutoAnswer(CoreThread core, Events events, Calls calls, Rule rule) {
        this(core, events, calls, rule, HEARD);
    }

    /** @param heard how long it rings in any case */
    public AutoAnswer(CoreThread core, Events events, Calls calls, Rule rule, Duration heard) {
        this.core = core;
        this.events = events;
        this.calls = calls;
        this.rule = rule;
        this.heard = heard;
        events.listen(CallEvent.AnswerWanted.class, this::wanted);
        events.listen(CallEvent.CallChanged.class, change -> changed(change.call()));
    }

    /** This from now on. */
    public void rule(Rule next) {
        Threads.requireCore();
        rule = next;
    }

    /** This call is left to whoever sits here. */
    public void leave(String id) {
        Threads.requireCore();
        calls.find(id).filter(Call::isIncomingRinging).ifPresent(call -> left.add(id));
    }

    private void wanted(CallEvent.AnswerWanted wish) {
        Duration after = wish.after();
        if (after.compareTo(LONGEST) <= 0 && may(wish)) {
            core.later(after.compareTo(heard) > 0 ? after : heard, () -> answer(wish));
        }
    }

    /** Much may have changed since it began to ring. */
    private void answer(CallEvent.AnswerWanted wish) {
        String id = wish.call().id();
        if (calls.find(id).filter(Call::isIncomingRinging).isPresent() && may(wish)) {
            answered.add(id);
            calls.answer(id);
        }
    }

    private boolean may(CallEvent.AnswerWanted wish) {
        Call call = wish.call();
        return rule.allows(call.remote().uri(), wish.from())
                && !left.contains(call.id())
                && !calls.isBusy()
                && calls.all().stream()
                        .allMatch(other -> other.isOver() || other.id().equals(call.id()));
    }

    private void changed(Call call) {
        if (call.isOver()) {
            left.remove(call.id());
            answered.remove(call.id());
        } else if (call.state().isAnswered() && answered.remove(call.id())) {
            events.publish(new CallEvent.AnsweredItself(call));
        }
    }
}
